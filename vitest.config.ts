import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** `#libs/…` and `#devices/…` mean the source here, never a build. */
const resolve = {
  alias: [{ find: /^#(libs|devices|prisma)\/(.*)$/, replacement: `${import.meta.dirname}/$1/$2.ts` }],
};

/** Specs that need a program of the system's carry its name: `serial-pty.socat.spec.ts`. */
const PROGRAMS = { socat: 'socat', umockdev: 'umockdev-run' };

/**
 * What cannot run on this machine, told by name and reason. Under `CI` everything is to run: there a spec whose program is
 * missing fails by itself.
 */
function notHere(): string[] {
  if (process.env['CI']) return [];
  return Object.entries(PROGRAMS).flatMap(([name, program]) => {
    if (spawnSync(program, ['-h']).error === undefined) return [];
    const specs = ['devices', 'test'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(`.${name}.spec.ts`))
        .map((file) => `${folder}/${file}`),
    );
    for (const spec of specs) process.stderr.write(`not run here: ${spec} (${program} is not installed)\n`);
    return specs;
  });
}
const exclude = ['**/node_modules/**', ...notHere()];

const postgres = process.env['TEST_DATABASE_URL'];

/** Tests that start a real server: each file has a server and a database of its own. */
const hall = (name: string, env: Record<string, string>, include: string[]) => ({
  resolve,
  test: {
    name,
    env,
    include,
    exclude,
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
          exclude,
        },
      },
      hall('embedded', { TEST_DATABASE_URL: '' }, ['test/{e2e,fault,load}/**/*.spec.ts']),
      ...(postgres
        ? [hall('postgres', { TEST_DATABASE_URL: postgres }, ['test/{e2e,load}/**/*.data.spec.ts'])]
        : []),
    ],
  },
});
