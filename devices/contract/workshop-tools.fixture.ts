import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, it } from 'vitest';

const isInstalled = (program: string): boolean => spawnSync(program, ['-h']).error === undefined;

/**
 * Promises that need a program of the workshop. Where it is not installed they are skipped, and the name of what was skipped
 * says why; under `CI` everything must be there, and a missing program is a failure.
 */
export function describeWith(program: string, promises: string, describeThem: () => void): void {
  const reason = `${promises}: not tried, ${program} is not installed`;
  if (isInstalled(program)) describe(promises, describeThem);
  else if (!process.env['CI']) describe.skip(reason, describeThem);
  else
    describe(reason, () => {
      it('must be tried here', () => {
        throw new Error(`install ${program}`);
      });
    });
}
