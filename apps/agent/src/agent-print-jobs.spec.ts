import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgentBench } from './agent.fixture.js';
import { JobMemory } from './job-memory.js';

let bench: AgentBench;
beforeEach(async () => {
  bench = await AgentBench.open();
});
afterEach(() => bench.close());

const outcomes = (jobId: string): string[] => bench.server.outcome(jobId);
const told = (jobId: string, times = 1): Promise<void> =>
  bench.server.until(() => outcomes(jobId).length === times);

async function ready(): Promise<void> {
  await bench.startAgent();
  await bench.allReady();
}

describe('a print job', () => {
  it('is printed and its outcome told', async () => {
    await ready();
    bench.server.tell('print', bench.job('job-1'));
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['printed']);
    expect(bench.printer.slips().map((slip) => slip.lines.join())).toEqual([expect.stringContaining('A017')]);
  });

  it('that comes again and again is printed once, and its outcome told again', async () => {
    await ready();
    for (let i = 0; i < 5; i += 1) bench.server.tell('print', bench.job('job-1'));
    await told('job-1');
    bench.server.tell('print', bench.job('job-1'));
    await told('job-1', 2);
    expect(outcomes('job-1')).toEqual(['printed', 'printed']);
    expect(bench.printer.slips()).toHaveLength(1);
  });

  it('that was begun before a crash is not begun again: nobody knows how it ended', async () => {
    const crashed = await JobMemory.open(path.join(bench.folder, 'print-jobs.journal'));
    await crashed.begin('job-1', bench.job('job-1').expiresAt);
    await crashed.close();
    await ready();
    await told('job-1');
    bench.server.tell('print', bench.job('job-1'));
    await told('job-1', 2);
    expect(outcomes('job-1')).toEqual(['unknown', 'unknown']);
    expect(bench.printer.printer.dataBytes).toBe(0);
  });

  it('whose outcome fell into a cut line is told once the server is back', async () => {
    await ready();
    bench.printer.printer.hold();
    bench.server.tell('print', bench.job('job-1'));
    await bench.printer.until(() => bench.printer.printer.dataBytes > 0);
    await bench.server.stop();
    bench.printer.printer.release();
    await bench.server.start();
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['printed']);
  });

  it('that is over its time is dropped: no slip comes out minutes later', async () => {
    await ready();
    bench.server.tell('print', bench.job('job-1', { expiresAt: '2026-03-02T01:04:59.000Z' }));
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['expired']);
    expect(bench.printer.slips()).toEqual([]);
  });

  it('expires by the hall’s clock, not by this machine’s', async () => {
    await ready();
    bench.server.tell('time', { at: '2026-03-02T01:07:00.000Z' });
    bench.server.tell('print', bench.job('job-1'));
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['expired']);
  });

  it('for a printer that is not here is unreachable', async () => {
    await ready();
    bench.server.tell('print', bench.job('job-1', { printerId: 'elsewhere' }));
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['unreachable']);
  });

  it('meets a printer without paper: the server hears why', async () => {
    bench.printer.printer.takePaperOut();
    await bench.startAgent();
    await bench.server.until(() => bench.server.state('printer-1') === 'paper-out');
    bench.server.tell('print', bench.job('job-1'));
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['paper-out']);
  });

  it('under way when the agent is stopped is unknown, and told by the next one', async () => {
    await ready();
    bench.printer.printer.hold();
    bench.server.tell('print', bench.job('job-1'));
    await bench.printer.until(() => bench.printer.printer.dataBytes > 0);
    await bench.agent?.stop();
    await bench.startAgent();
    await told('job-1');
    expect(outcomes('job-1')).toEqual(['unknown']);
  });
});
