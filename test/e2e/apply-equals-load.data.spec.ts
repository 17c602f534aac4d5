import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HallState } from '#libs/hall/hall-state';
import { hallScope } from '../../apps/server/src/ledger/hall.scope.js';
import { PrismaClient } from '#prisma/client/client';
import { TestHall } from '../support/test-hall.js';
import { bursts, hasty, printing, RandomHall } from './random-presses.fixture.js';

let hall: TestHall;
let random: RandomHall;
beforeAll(async () => {
  hall = await TestHall.start({ devices: printing, change: hasty });
  random = await RandomHall.open(hall);
});
afterAll(() => hall.stop());

/** Ended slips may be asked about for minutes; how many older ones are still remembered says nothing. */
const MINUTES_MS = 3 * 60_000;

/** What a hall goes by: an empty line is no line, and of ended slips those of the last minutes. */
function told(state: HallState): HallState {
  const newest = Math.max(...[...state.slips.values()].map(({ queuedAt }) => queuedAt.getTime()));
  const slips = [...state.slips].filter(
    ([, { outcome, queuedAt }]) => outcome === null || newest - queuedAt.getTime() < MINUTES_MS,
  );
  const lines = [...state.lines].filter(([, ids]) => ids.length > 0);
  return { ...state, lines: new Map(lines), slips: new Map(slips) };
}

/** The state in memory, and the one rebuilt from rows at the same sequence. */
async function both(): Promise<[memory: HallState, rows: HallState]> {
  for (;;) {
    const memory = await random.state(structuredClone<HallState>);
    const rows = await hallScope.load(hall.server.app.get(PrismaClient), 'hall', memory.sequence);
    if ((await random.state(({ sequence }) => sequence)) === memory.sequence)
      return [told(memory), told(rows)];
  }
}

it.each([1, 2, 3, 4, 5, 6])(
  'what the hall remembers and what its rows tell are the same, whatever was pressed together (run %i)',
  async (seed) => {
    for (const burst of fc.sample(bursts, { seed, numRuns: 1 }).flat()) {
      await random.burst(burst);
      const [memory, rows] = await both();
      expect(rows).toEqual(memory);
    }
  },
);

it('and the run meant something: all kinds of things happened in it', async () => {
  const kinds = await hall.server.app
    .get(PrismaClient)
    .event.groupBy({ by: ['type'], where: { ledgerId: 'hall' } });
  expect(kinds.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      ...[
        'ticket-issued',
        'ticket-called',
        'ticket-recalled',
        'visit-begun',
        'visit-finished',
        'ticket-parked',
      ],
      ...['ticket-transferred', 'ticket-missed', 'ticket-rejoined', 'ticket-cancelled', 'ticket-expired'],
      ...['ticket-carried-over', 'ticket-went-on'],
      ...['booked', 'booking-cancelled', 'booking-used', 'booking-lapsed'],
      ...['home-visit-requested', 'home-visit-scheduled', 'home-visit-done'],
      ...['home-visit-declined', 'home-visit-cancelled'],
      ...['visitor-recorded', 'visitors-purged', 'agent-registered'],
      ...['enquiry-logged', 'enquiry-handed-over', 'enquiry-replied', 'enquiry-closed'],
      ...['enquiry-overdue', 'enquiries-purged'],
      ...['guide-saved', 'guide-published', 'guide-withdrawn'],
      ...['collection-recorded', 'signatures-purged'],
      ...['publication-drafted', 'publication-edited', 'publication-submitted', 'publication-reviewed'],
      ...['publication-approved', 'publication-returned', 'publication-published'],
      ...['publication-withdrawn', 'publication-ended', 'displayed'],
      ...['ticket-marked', 'ticket-expedited', 'helper-assigned'],
      ...[
        'counter-paused',
        'counter-reopened',
        'help-asked',
        'help-cleared',
        'day-closed',
        'device-reported',
        'device-tested',
        'fault-reported',
        'fault-cleared',
        'self-test-begun',
        'self-test-ended',
      ],
      ...[
        'invitation-opened',
        'invitation-closed',
        'visit-rated',
        'rating-explained',
        'slip-queued',
        'slip-ended',
      ],
    ]),
  );
});
