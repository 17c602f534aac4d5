import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { dayAfter } from '#libs/calendar/business-day';
import type { Actor } from '#libs/hall/actor';
import type { Device, HallConfig } from '#libs/hall/config';
import type { HallState, Invitation } from '#libs/hall/hall-state';
import { CommandDoor } from '../../apps/server/src/access/command-door.js';
import { BookingLinks } from '../../apps/server/src/access/secrets.js';
import { Ledger } from '../../apps/server/src/ledger/ledger.js';
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
  routes: [{ id: 'both', name: '两处', nameEn: 'Both', queueIds: ['hall-queue-a', 'hall-queue-b'] }],
  queues: config.queues.map((queue) => ({
    ...queue,
    calls: { maxRecalls: 3, recallPauseSeconds: 0, minimumCalls: 1, rejoinPlaces: 1, missedMay: 'rejoin' },
  })),
});

const device = (deviceId: string, deviceKind: 'kiosk' | 'pad' | 'agent'): Actor => ({
  kind: 'device',
  deviceId,
  deviceKind,
  counterId: null,
});
const KIOSK = device('hall-printing-kiosk', 'kiosk');
const AGENT = device('hall-agent', 'agent');
const CHIEF: Actor = {
  kind: 'person',
  personId: 'chief',
  sessionId: 'none',
  roles: ['duty-chief'],
  counterId: null,
};
const PUBLIC: Actor = { kind: 'public' };
const DONE = { outcome: 'completed', matterIds: ['matter-a'], confirmed: true };

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
    return this.#door.run('hall', actor, { name, body, requestId: randomUUID() });
  }
}

interface Place {
  counter: number;
  pick: number;
  seen: HallState;
  clerk: Actor;
  tokenOf(bookingId: string): string;
}
type Given = [name: string, body: Record<string, unknown>, actor: Actor];

const one = <T>(list: Iterable<T>, pick: number): T | undefined => {
  const all = [...list];
  return all[pick % Math.max(all.length, 1)];
};
const ticketHere = ({ seen, counter }: Place): string | null =>
  seen.current.get(`hall-counter-${counter}`) ?? null;
const anyTicket = ({ seen, pick }: Place): string => one(seen.tickets.keys(), pick) ?? 'none';
/** One that stands so, else any. */
const ticketThat = (place: Place, status: string): string =>
  one(
    [...place.seen.tickets.values()].filter((ticket) => ticket.status === status),
    place.pick,
  )?.id ?? anyTicket(place);
/** What a pad is about: one that is lit, or one that may still be explained. */
const rating = ({ seen, pick }: Place, right: (invitation: Invitation) => boolean): [string, Actor] => {
  const found = one([...seen.invitations.values()].filter(right), pick);
  return [found?.id ?? 'none', device(`hall-pad-${found?.counterId.at(-1) ?? 1}`, 'pad')];
};

/** One of the hall's bookings, ended ones too. */
const anyBooking = ({ seen, pick }: Place): string => one(seen.bookings.keys(), pick) ?? 'none';
const anyVisit = ({ seen, pick }: Place): string => one(seen.homeVisits.keys(), pick) ?? 'none';
/** Some slot of the day that is open, one in five of the next. */
const someSlot = ({ seen, pick }: Place) => ({
  queueId: 'hall-queue-a',
  day: pick % 5 ? seen.day : dayAfter(seen.day),
  from: `${String((pick * 7) % 24).padStart(2, '0')}:${pick % 2 ? '00' : '30'}`,
});

/** What each press gives, by the picture that was there when it went down. */
const COMMANDS: Record<string, (place: Place) => Given> = {
  issue: ({ pick }) => ['issue', { queueId: `hall-queue-${'ab'[pick % 2]}`, matterId: null }, KIOSK],
  'issue-known': ({ pick }) => [
    'issue',
    { queueId: 'hall-queue-a', matterId: null, visitor: { phone: `138000${10_000 + pick}` } },
    KIOSK,
  ],
  next: (place) => ['next', { seen: ticketHere(place), ...DONE }, place.clerk],
  recall: (place) => ['recall', { ticketId: ticketHere(place) ?? 'none' }, place.clerk],
  begin: (place) => ['begin', { ticketId: ticketHere(place) ?? 'none' }, place.clerk],
  finish: (place) => ['finish', { ticketId: ticketHere(place) ?? 'none', ...DONE }, place.clerk],
  miss: (place) => ['miss', { ticketId: ticketHere(place) ?? 'none' }, place.clerk],
  park: (place) => ['park', { ticketId: ticketHere(place) ?? 'none', reason: 'paying' }, place.clerk],
  resume: (place) => ['resume', { ticketId: ticketThat(place, 'parked') }, place.clerk],
  rejoin: (place) => ['rejoin', { ticketId: ticketThat(place, 'missed') }, place.clerk],
  cancel: (place) => ['cancel', { ticketId: anyTicket(place), reason: 'visitor-left' }, place.clerk],
  transfer: (place) => {
    const to =
      place.pick % 2
        ? { kind: 'queue', queueId: 'hall-queue-b' }
        : { kind: 'counter', counterId: `hall-counter-${(place.pick % 3) + 1}` };
    return [
      'transfer',
      { ticketId: ticketHere(place) ?? anyTicket(place), to, reason: 'specialist' },
      place.clerk,
    ];
  },
  'call-number': (place) => [
    'call-number',
    { number: place.seen.tickets.get(anyTicket(place))?.number ?? 'A000' },
    place.clerk,
  ],
  mark: (place) => [
    'mark-group',
    { ticketId: anyTicket(place), groupId: place.pick % 3 ? 'elderly' : null },
    place.clerk,
  ],
  helper: (place) => ['assign-helper', { ticketId: anyTicket(place), personId: 'p-1' }, place.clerk],
  expedite: (place) => ['expedite', { ticketId: ticketThat(place, 'waiting'), reason: 'emergency' }, CHIEF],
  'carry-over': (place) => ['carry-over', { ticketId: anyTicket(place) }, CHIEF],
  expire: (place) => ['expire', { ticketId: ticketThat(place, 'carried'), reason: 'visitor-left' }, CHIEF],
  'issue-route': () => ['issue', { queueId: 'hall-queue-a', matterId: null, routeId: 'both' }, KIOSK],
  pause: ({ clerk }) => ['pause', { reason: 'meal' }, clerk],
  reopen: ({ clerk }) => ['reopen', {}, clerk],
  help: ({ clerk }) => ['ask-help', {}, clerk],
  'help-over': ({ clerk, counter }) => ['clear-help', { counterId: `hall-counter-${counter}` }, clerk],
  rate: (place) => {
    const [invitationId, pad] = rating(place, ({ ending }) => ending === null);
    return ['rate', { invitationId, level: (place.pick % 5) + 1 }, pad];
  },
  decline: (place) => {
    const [invitationId, pad] = rating(place, ({ ending }) => ending === null);
    return ['decline', { invitationId }, pad];
  },
  explain: (place) => {
    const [invitationId, pad] = rating(place, ({ rating: given }) => given?.explained === false);
    return ['explain', { invitationId, tags: [], words: '好' }, pad];
  },
  printer: ({ pick }) => [
    'report-device',
    { deviceId: 'hall-printer', state: pick % 4 ? 'ready' : 'paper-out' },
    AGENT,
  ],
  printed: ({ seen, pick }) => {
    const jobId = one(seen.slips.keys(), pick) ?? 'none';
    return ['report-slip', { jobId, outcome: pick % 3 ? 'printed' : 'paper-out' }, AGENT];
  },
  book: (place) => [
    'book',
    { ...someSlot(place), visitor: place.pick % 2 ? { phone: `139000${10_000 + place.pick}` } : null },
    PUBLIC,
  ],
  'check-in': (place) => ['check-in', { pass: place.tokenOf(anyBooking(place)) }, KIOSK],
  'cancel-booking': (place) => [
    'cancel-booking',
    { pass: null },
    { kind: 'booker', bookingId: anyBooking(place) },
  ],
  'home-visit': ({ seen, pick }) => [
    'request-home-visit',
    {
      ...{ queueId: 'hall-queue-b', matterId: 'matter-a', half: pick % 2 ? 'morning' : 'afternoon' },
      ...{
        day: dayAfter(seen.day),
        visitor: { name: '封', phone: `137000${10_000 + pick}`, address: '某路' },
      },
    },
    PUBLIC,
  ],
  'schedule-visit': (place) => [
    'schedule-home-visit',
    { homeVisitId: anyVisit(place), day: dayAfter(place.seen.day), half: 'afternoon', personId: 'p-1' },
    place.clerk,
  ],
  'finish-visit': (place) => ['finish-home-visit', { homeVisitId: anyVisit(place) }, place.clerk],
  'decline-visit': (place) => [
    'decline-home-visit',
    { homeVisitId: anyVisit(place), reason: 'must-come' },
    place.clerk,
  ],
  'cancel-visit': (place) => [
    'cancel-home-visit',
    { homeVisitId: null },
    { kind: 'booker', bookingId: anyVisit(place) },
  ],
  reprint: (place) => ['reprint', { ticketId: anyTicket(place) }, place.clerk],
};
const press = fc.record({
  command: fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom('issue', 'next', 'begin', 'recall', 'miss', 'rejoin', 'rate', 'explain'),
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
    presses: fc.array(press, { minLength: 1, maxLength: 20, size: 'max' }),
    seconds: quiet,
  }),
  { minLength: 50, maxLength: 50 },
);
