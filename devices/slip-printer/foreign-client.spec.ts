import net from 'node:net';
import receiptio from 'receiptio';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { realTimers } from '../contract/timers.js';
import { linesOf } from './printed-paper.js';
import { VirtualPrinter } from './virtual-printer.js';

/** A printing program of others, which knows one port and nothing of us. It alone uses this address of the machine. */
const PORT = 9100;
const HOST = '127.0.0.29';

let server: net.Server;
let printer: VirtualPrinter;
beforeEach(async () => {
  let host: net.Socket | null = null;
  printer = new VirtualPrinter(realTimers, (bytes) => host?.write(bytes));
  server = net.createServer((socket) => {
    host = socket;
    socket.on('data', (chunk) => printer.receive(chunk));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(PORT, HOST, resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const OPTIONS = `-d ${HOST} -p generic -l zh-hans -c 48 -t 10`;
const print = (): Promise<string> =>
  receiptio.print('{width:48}\n^^^清河县政务服务中心\n---\nA017\n=\n', OPTIONS);

it('prints on the simulated printer, which it takes for a real one', async () => {
  await expect(print()).resolves.toBe('success');
  const lines = printer.paper.slips.map(linesOf).flat();
  expect(lines.some((line) => line.includes('清河县政务服务中心'))).toBe(true);
  expect(lines.some((line) => line.includes('A017'))).toBe(true);
});

it.each([
  ['paperempty', () => printer.takePaperOut()],
  ['coveropen', () => printer.openCover()],
] as const)('is told %s as a real one would', async (answer, mischief) => {
  mischief();
  await expect(print()).resolves.toBe(answer);
  expect(printer.paper.slips).toEqual([]);
});
