import { defineConfig } from 'vitest/config';

/** `#libs/…` and `#devices/…` mean the source here, never a build. */
const resolve = {
  alias: [{ find: /^#(libs|devices|prisma)\/(.*)$/, replacement: `${import.meta.dirname}/$1/$2.ts` }],
};

const postgres = process.env['TEST_DATABASE_URL'];

/** Tests that start a real server: each file has a server and a database of its own. */
const hall = (name: string, env: Record<string, string>, include: string[]) => ({
  resolve,
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
        resolve,
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
