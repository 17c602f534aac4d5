import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { readSettings } from '../../server/src/config.js';
import { plainFailure } from '../../server/src/plain-failure.js';
import { printAccounts, printTable } from './addresses.js';
import { startDemonstration, type Demonstration } from './demo.js';

/** The four-key pad of counter 2 stands in the terminal: its keys are the digits. */
function listenForKeys({ devices }: Demonstration): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const key = Number(line.trim());
    if (key >= 1 && key <= 4) devices.counterBus.pad.press(key - 1);
  });
}

try {
  const demonstration = await startDemonstration(readSettings(process.env));
  if (demonstration.accounts.length > 0) printAccounts(demonstration.accounts);
  printTable(demonstration.lines);
  console.log(`\n  Slips are drawn into ${demonstration.slipFolder}`);
  if (process.stdin.isTTY) {
    listenForKeys(demonstration);
    console.log('  Type 1 to 4 and Enter: a key of the four-key pad at counter 2.');
  }
  console.log('  Ctrl-C stops everything.\n');
  const stop = () => void demonstration.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (cause) {
  console.error(plainFailure(cause) ?? cause);
  process.exit(1);
}
