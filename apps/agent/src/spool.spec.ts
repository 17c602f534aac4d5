import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputMessage } from '#libs/contracts/agent';
import { Spool } from './spool.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tingxu-spool-'));
  file = path.join(folder, 'spool');
});
afterEach(() => fs.rm(folder, { recursive: true }));

const press = (requestId: string, pressedAt = '2026-03-02T01:00:00.000Z'): InputMessage => ({
  requestId,
  deviceId: 'pad-1',
  kind: 'level',
  level: 5,
  invitationId: `invitation of ${requestId}`,
  pressedAt,
});

const waiting = (spool: Spool): string[] => spool.pending().map(({ key }) => key);

/** The process dies: nothing is closed, a new one reads the file. */
async function afterCrash(): Promise<string[]> {
  const spool = await Spool.open(file);
  await spool.close();
  return waiting(spool);
}

describe('the spool', () => {
  it('has an input on disk once it is taken, until the server has answered', async () => {
    const spool = await Spool.open(file);
    await spool.add(press('a'));
    await spool.add(press('b'));
    expect(await afterCrash()).toEqual(['a', 'b']);
    const again = await Spool.open(file);
    await again.settled('a');
    expect(await afterCrash()).toEqual(['b']);
    await Promise.all([spool.close(), again.close()]);
  });

  it('gives the message back as it was', async () => {
    const spool = await Spool.open(file);
    await spool.add(press('a'));
    await spool.close();
    const again = await Spool.open(file);
    expect(again.pending()).toEqual([{ key: 'a', message: press('a') }]);
    await again.close();
  });

  it('drops what is a day old', async () => {
    const spool = await Spool.open(file);
    await spool.add(press('old', '2026-03-01T00:59:59.000Z'));
    await spool.add(press('young', '2026-03-01T01:00:01.000Z'));
    await spool.expire(new Date('2026-03-02T01:00:00.000Z'));
    expect(waiting(spool)).toEqual(['young']);
    await spool.close();
    expect(await afterCrash()).toEqual(['young']);
  });

  it('keeps the newest when a line stays cut for days', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) =>
      JSON.stringify({ kind: 'input', message: press(`p${i}`) }),
    );
    await fs.writeFile(file, lines.join('\n') + '\n');
    const spool = await Spool.open(file);
    await spool.add(press('newest'));
    expect(waiting(spool)).toHaveLength(5_000);
    expect(waiting(spool).at(0)).toBe('p1');
    expect(waiting(spool).at(-1)).toBe('newest');
    await spool.close();
  });

  it('does not grow with what is long gone', async () => {
    const spool = await Spool.open(file);
    for (let i = 0; i < 200; i += 1) {
      await spool.add(press(`p${i}`));
      await spool.settled(`p${i}`);
    }
    expect((await fs.stat(file)).size).toBe(0);
    await spool.close();
  });
});
