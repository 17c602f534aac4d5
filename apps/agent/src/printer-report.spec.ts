import { expect, it } from 'vitest';
import { PrinterReport } from './printer-report.js';

it('tells of a slip that nobody took while the printer itself is well, until it is taken', () => {
  const said: string[] = [];
  const report = new PrinterReport((state) => said.push(state));
  report.health('ready');
  report.slip('present');
  report.slip('not-taken');
  report.health('paper-out');
  report.health('ready');
  report.slip('taken');
  expect(said).toEqual(['ready', 'ready', 'slip-left', 'paper-out', 'slip-left', 'ready']);
});
