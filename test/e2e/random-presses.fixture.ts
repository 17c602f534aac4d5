import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/hall/actor';
import type { Device, HallConfig } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { CommandDoor } from '../../apps/server/src/access/command-door.js';
import { BookingLinks } from '../../apps/server/src/access/secrets.js';
import { Ledger } from '../../apps/server/src/ledger/ledger.js';
import { AGENT } from './random-place.fixture.js';
import { COUNTER_PRESSES } from './random-counter.fixture.js';
import { DESK_PRESSES } from './random-desk.fixture.js';
import type { TestHall } from '../support/test-hall.js';

/** Something pressed somewhere, at the counter of that number and at one of the tickets there are. */
export interface Press {
  command: string;
  counter: number;
  pick: number;
}

/** Presses that arrive together, and how long it is quiet after them. */
export interface Burst {
  presses: Press[];
  seconds: number;
}

/** A kiosk with a printer, which an agent carries. */
export const printing: Device[] = [
  { id: 'hall-agent', kind: 'agent', name: '代理' },
  { id: 'hall-printer', kind: 'slip-printer', name: '打印机', agentId: 'hall-agent' },
  { id: 'hall-printing-kiosk', kind: 'kiosk', name: '取号机', printerId: 'hall-printer' },
];

/** Quick to recall and to miss, so that few presses are refused for their time; with a group, a route, picking and nights that carry over. */
export const hasty = (config: HallConfig): HallConfig => ({
  ...config,
  undecidedAtClose: 'carry-over',
  callOrder: {
    groups: [{ id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date', fromAge: 60 }],
    share: { priority: 1, ordinary: 2 },
    ageingMinutes: 240,
    callByNumber: true,
  },
  appointments: [
    {
      kind: 'slot',
      spans: [],
      ...{ queueId: 'hall-queue-a', slotMinutes: 30, capacity: 3, daysAhead: 2, cancelHours: 0 },
      ...{ checkInEarlyMinutes: 240, checkInLateMinutes: 0 },
    },
    {
      kind: 'home-visit',
      spans: [],
      ...{ queueId: 'hall-queue-b', slotMinutes: 30, capacity: 9, daysAhead: 2, cancelHours: 0 },
      ...{ checkInEarlyMinutes: 0, checkInLateMinutes: 0 },
    },
  ],
  visitors: { booking: 'optional', oneTicketPerQueue: true, noShows: null, keepDays: 0 },
  collections: { keepDays: 0 },
  routes: [{ id: 'both', name: '两处', nameEn: 'Both', queueIds: ['hall-queue-a', 'hall-queue-b'] }],
  queues: config.queues.map((queue) => ({
    ...queue,
    pickUp: true,
    calls: { maxRecalls: 3, recallPauseSeconds: 0, minimumCalls: 1, rejoinPlaces: 1, missedMay: 'rejoin' },
  })),
});

/** Given by the server itself, after somebody came through another door. */
const INSIDE = ['record-test', 'begin-self-test'];

/** Gives random commands to a real server's ledger. */
export class RandomHall {
  readonly #door: CommandDoor;
  readonly #links: BookingLinks;
  readonly #clerks: Actor[] = [];

  private constructor(private readonly hall: TestHall) {
    this.#door = hall.server.app.get(CommandDoor);
    this.#links = hall.server.app.get(BookingLinks);
  }

  static async open(hall: TestHall): Promise<RandomHall> {
    const random = new RandomHall(hall);
    for (const counter of [1, 2, 3]) {
      const [sessionId, personId, counterId] = [randomUUID(), `p-${counter}`, `hall-counter-${counter}`];
      const body = { sessionId, personId, counterId, tokenHash: randomUUID() };
      await random.#door.inside('hall', 'open-session', body);
      random.#clerks.push({ kind: 'person', personId, sessionId, roles: ['clerk', 'guide'], counterId });
    }
    return random;
  }

  state<T>(look: (state: HallState) => T): Promise<T> {
    return this.hall.server.app.get(Ledger).hall('hall', look);
  }

  /** All of them at once, so that they share transactions; an accident throws. */
  async burst({ presses, seconds }: Burst): Promise<void> {
    const seen = await this.state(structuredClone<HallState>);
    await Promise.all(presses.map((press) => this.#press(press, seen)));
    this.hall.clock.moveBy(seconds * 1000);
  }

  #press({ command, counter, pick }: Press, seen: HallState): Promise<unknown> {
    const clerk = this.#clerks[counter] ?? AGENT;
    const tokenOf = (bookingId: string) => this.#links.token('hall', bookingId);
    const place = { counter: counter + 1, pick, seen, clerk, tokenOf };
    const [name, body, actor] = COMMANDS[command]?.(place) ?? ['', {}, clerk];
    if (INSIDE.includes(name)) return this.#door.inside('hall', name, body, actor);
    return this.#door.run('hall', actor, { name, body, requestId: randomUUID() });
  }
}

/** What each press gives. */
const COMMANDS = { ...COUNTER_PRESSES, ...DESK_PRESSES };

const OFTEN = 'issue next begin finish recall miss rejoin rate explain book check-in'.split(' ');
const press = fc.record({
  command: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...OFTEN),
    },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(COMMANDS)) },
  ),
  counter: fc.integer({ min: 0, max: 2 }),
  pick: fc.nat({ max: 30 }),
});

/** Now and then a night passes. */
const quiet = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(11 * 3600) },
);

export const bursts: fc.Arbitrary<Burst[]> = fc.array(
  fc.record({
    presses: fc.array(press, { minLength: 1, maxLength: 28, size: 'max' }),
    seconds: quiet,
  }),
  { minLength: 50, maxLength: 50 },
);
