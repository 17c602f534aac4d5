import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from './journal.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tingxu-journal-'));
  file = path.join(folder, 'journal');
});
afterEach(() => fs.rm(folder, { recursive: true }));

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const open = () => Journal.open(file, asNumber);

async function reread(): Promise<number[]> {
  const { journal, entries } = await open();
  await journal.close();
  return entries;
}

describe('a journal', () => {
  it('gives back what was appended, in order, after a crash without closing', async () => {
    const { journal } = await open();
    await Promise.all([1, 2, 3].map((entry) => journal.append(entry)));
    expect(await reread()).toEqual([1, 2, 3]);
    await journal.close();
  });

  it('is read by nobody else on the machine', async () => {
    const { journal } = await open();
    await journal.append(1);
    await journal.close();
    expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
  });

  it('cuts off half a line and goes on behind the last whole one', async () => {
    await fs.writeFile(file, '1\n2\n34');
    const { journal, entries } = await open();
    await journal.append(5);
    await journal.close();
    expect(entries).toEqual([1, 2]);
    expect(await reread()).toEqual([1, 2, 5]);
  });

  it('passes over a line that is damaged', async () => {
    await fs.writeFile(file, '1\n{"x\n\n"no number"\n4\n');
    expect(await reread()).toEqual([1, 4]);
  });

  it('holds only the new entries after a rewrite, and what is appended behind them', async () => {
    const { journal } = await open();
    await journal.append(1);
    await journal.rewrite([7, 8]);
    await journal.append(9);
    await journal.close();
    expect(await reread()).toEqual([7, 8, 9]);
  });

  it('survives a crash in the middle of a rewrite', async () => {
    await fs.writeFile(file, '1\n2\n');
    await fs.writeFile(`${file}.next`, '1');
    expect(await reread()).toEqual([1, 2]);
  });

  it('gives back whole lines wherever a crash cut the file', async () => {
    const content = Buffer.from('1\n22\n333\n');
    const whole = ['', '1', '1,22', '1,22,333'];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: content.length }), async (length) => {
        await fs.writeFile(file, content.subarray(0, length));
        expect(whole).toContain((await reread()).join());
      }),
      { numRuns: 20 },
    );
  });
});
