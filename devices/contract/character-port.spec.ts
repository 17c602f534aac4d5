import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { characterPort } from './character-port.js';
import { realTimers } from './timers.js';
import { PortDiary } from './port-diary.fixture.js';

let folder: string;
let diary: PortDiary;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tingxu-port-'));
  diary = new PortDiary();
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const open = (file: string) => characterPort(file, realTimers)(diary);

describe('a device file', () => {
  it('that is not there cannot be opened, and the cause is told', async () => {
    await expect(open(at('lp0'))).rejects.toThrow('ENOENT');
  });

  it('that gives nothing at all was unplugged', async () => {
    fs.writeFileSync(at('lp0'), '');
    await open(at('lp0'));
    await diary.until(() => diary.cause !== null);
    expect(diary.cause).toBe('the device was unplugged');
  });

  it('carries bytes both ways, more than it takes at once, in their order', async () => {
    // A pipe opened for both hands back what was written: a printer with an echo.
    execFileSync('mkfifo', [at('lp0')]);
    const port = await open(at('lp0'));
    const sent = 'A017'.repeat(50_000);
    await Promise.all([port.write(Buffer.from(sent)), port.write(Buffer.from('!'))]);
    await diary.until(() => diary.heard.length > sent.length);
    expect(diary.heard).toBe(`${sent}!`);
    await port.close();
    expect(diary.cause).toBe('closed here');
    await expect(port.write(Buffer.from('late'))).rejects.toThrow('closed');
  });
});
