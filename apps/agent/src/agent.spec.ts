import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgentBench } from './agent.fixture.js';
import { startAgent } from './agent.js';
import { EnrolmentFailed } from './enrolment.js';

let bench: AgentBench;
beforeEach(async () => {
  bench = await AgentBench.open();
});
afterEach(() => bench.close());

describe('an agent', () => {
  it('enrols once with its one-time code and is known by its token from then on', async () => {
    await bench.startAgent();
    await bench.server.until(() => bench.server.connections === 1);
    await bench.agent?.stop();
    await bench.startAgent();
    await bench.server.until(() => bench.server.connections === 2);
    const stat = await fs.stat(path.join(bench.folder, 'agent-identity.json'));
    expect(stat.mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a code the server does not know', { enrolCode: 'WRONG-CODE' }],
    ['no code at all', {}],
  ])('does not start with %s, and says so in one line', async (_, code) => {
    const starting = startAgent({ serverUrl: bench.server.url, dataDir: bench.folder, ...code });
    await expect(starting).rejects.toThrow(EnrolmentFailed);
    await expect(starting).rejects.toThrow(/^[^\n]+$/);
  });

  it('tells the state of every device, and every change of it', async () => {
    await bench.startAgent();
    await bench.allReady();
    await bench.printer.unplug();
    await bench.server.until(() => bench.server.state('printer-1') === 'unreachable');
    await bench.pads.unplug();
    await bench.server.until(() =>
      ['pad-3', 'pad-4'].every((id) => bench.server.state(id) === 'unreachable'),
    );
    expect(bench.agent?.connected()).toBe(true);
  });

  it('tells once why a device is out of reach, whatever its driver knows of that', async () => {
    await bench.printer.unplug();
    await bench.startAgent();
    const causes = () =>
      bench.server.healths.flatMap(({ deviceId, cause }) => (deviceId === 'printer-1' ? (cause ?? []) : []));
    await bench.server.until(() => causes().length > 0);
    await bench.printer.plug();
    await bench.allReady();
    expect(causes()).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(bench.server.healths.findLast(({ deviceId }) => deviceId === 'printer-1')?.cause).toBeUndefined();
  });

  it('says why a device cannot be attached', async () => {
    const [printer] = bench.devices();
    if (printer) bench.server.devices = [{ ...printer, driver: 'from-the-future' }];
    await bench.startAgent();
    await bench.server.until(() => bench.server.state('printer-1') === 'misconfigured');
    expect(bench.server.healths.at(-1)?.cause).toMatch(/no driver/);
  });

  it('shares one connection among the pads of a bus', async () => {
    await bench.startAgent();
    await bench.allReady();
    expect(bench.pads.hosts()).toBe(1);
  });

  it('lets a device go that is no longer listed, and leaves the others in peace', async () => {
    await bench.startAgent();
    await bench.allReady();
    const healths = bench.server.healths.length;
    bench.server.list(bench.devices().filter(({ kind }) => kind === 'slip-printer'));
    await bench.pads.until(() => bench.pads.hosts() === 0);
    expect(bench.server.healths).toHaveLength(healths);
    expect(bench.server.state('printer-1')).toBe('ready');
  });

  it('goes on with the rest when the list names a driver it does not have', async () => {
    const [printer] = bench.devices();
    if (printer) bench.server.devices.push({ ...printer, id: 'strange', driver: 'from-the-future' });
    await bench.startAgent();
    await bench.allReady();
    await bench.server.until(() => bench.server.state('strange') === 'misconfigured');
  });
});

describe('when the server is gone', () => {
  it.each([
    ['restarts', () => bench.server.stop()],
    ['sends the agent away', async () => bench.server.dismiss()],
  ])('because it %s, the agent comes back and tells all states again', async (_, go) => {
    await bench.startAgent();
    await bench.allReady();
    bench.server.healths.length = 0;
    await go();
    await bench.server.stop();
    await bench.server.start();
    await bench.allReady();
    expect(bench.server.connections).toBeGreaterThan(1);
  });
});
