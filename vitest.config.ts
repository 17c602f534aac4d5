import { defineConfig } from 'vitest/config';

const postgres = process.env['TEST_DATABASE_URL'];

/** Tests that start a real server: each file has a server and a database of its own. */
const hall = (name: string, env: Record<string, string>, include: string[]) => ({
  test: {
    name,
    env,
    include,
    pool: 'forks' as const,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['libs/**/*.spec.ts', 'devices/**/*.spec.ts', 'apps/**/*.spec.ts'],
        },
      },
      hall('embedded', { TEST_DATABASE_URL: '' }, ['test/{e2e,fault,load}/**/*.spec.ts']),
      ...(postgres
        ? [hall('postgres', { TEST_DATABASE_URL: postgres }, ['test/{e2e,load}/**/*.data.spec.ts'])]
        : []),
    ],
  },
});
