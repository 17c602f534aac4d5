import { afterEach, beforeEach, expect, it } from 'vitest';
import { characterPort } from './character-port.js';
import { PortDiary } from './port-diary.fixture.js';
import { PtyCable } from './pty-cable.fixture.js';
import { realTimers } from './timers.js';

let cable: PtyCable;
beforeEach(async () => {
  cable = new PtyCable((chunk) => cable.send(chunk));
  await cable.plug();
});
afterEach(() => cable.close());

it('a terminal in place of a device answers, and its hang-up ends the port once', async () => {
  const diary = new PortDiary();
  const port = await characterPort(cable.path, realTimers)(diary);
  await port.write(Buffer.from('A017'));
  await diary.until(() => diary.heard === 'A017');
  await cable.unplug();
  await diary.until(() => diary.cause !== null);
  expect(diary.cause).toMatch(/EIO|unplugged/);
  await expect(port.write(Buffer.from('late'))).rejects.toThrow('closed');
});
