import { PtyCable } from '#devices/contract/pty-cable.fixture';
import { realTimers } from '#devices/contract/timers';
import { linesOf } from '#devices/slip-printer/printed-paper';
import { slipOf } from '#devices/slip-printer/slip.fixture';
import { VirtualPrinter } from '#devices/slip-printer/virtual-printer';
import type { StandInServer } from '../../apps/agent/src/stand-in-server.fixture.js';
import type { BusyDevice } from './unplug-device.js';

const numberOf = (place: number): string => `N${String(place).padStart(4, '0')}`;

/** A printer that is a character device, as /dev/usb/lp0 is; it is unplugged in the middle of a slip, each time elsewhere. */
export async function printerOnCharacter(id: string, server: StandInServer): Promise<BusyDevice> {
  const cable = new PtyCable((chunk) => printer.receive(chunk));
  const printer = new VirtualPrinter(realTimers, (bytes) => cable.send(bytes));
  const jobs = new Map<string, string>();
  let unplugs = 0;
  await cable.plug();
  const printed = (jobId: string): boolean => server.outcome(jobId).includes('printed');
  const slipsWith = (number: string): number =>
    printer.paper.slips.filter((slip) => linesOf(slip).some((line) => line.includes(number))).length;
  return {
    attached: {
      ...{ id, kind: 'slip-printer', name: id, driver: 'escpos' },
      port: { kind: 'character', path: cable.path },
    },
    plug: () => cable.plug(),
    unplug: () =>
      new Promise((resolve) => {
        unplugs += 1;
        printer.losesAllAfter(1 + 97 * unplugs, () => {
          printer.hungUp();
          void cable.unplug().then(resolve);
        });
      }),
    close: () => cable.close(),
    use: async (place) => {
      const jobId = `${id}-job-${place}`;
      jobs.set(jobId, numberOf(place));
      const expiresAt = new Date(Date.parse(server.now) + 3_600_000).toISOString();
      const document = slipOf({ number: numberOf(place) });
      server.tell('print', { jobId, printerId: id, document, expiresAt });
      await server.until(() => server.outcome(jobId).length > 0);
    },
    faults: () =>
      [...jobs].flatMap(([jobId, number]) => {
        const [outcomes, slips] = [server.outcome(jobId), slipsWith(number)];
        const right = outcomes.length === 1 && (printed(jobId) ? slips === 1 : slips <= 1);
        return right ? [] : [`${number}: outcomes ${outcomes.join(', ')}; ${slips} slips`];
      }),
    owed: () => [...jobs.keys()].filter(printed).length,
  };
}
