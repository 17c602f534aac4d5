import {
  KIOSK,
  AGENT,
  CHIEF,
  DONE,
  one,
  ticketHere,
  anyTicket,
  ticketThat,
  rating,
  type Place,
  type Given,
} from './random-place.fixture.js';

/** What presses at a counter, a pad and a kiosk give, by the picture that was there when they went down. */
export const COUNTER_PRESSES: Record<string, (place: Place) => Given> = {
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
  fault: ({ clerk, counter, pick }) => [
    'report-fault',
    { deviceId: `hall-sign-${counter}`, what: pick % 2 ? 'other' : 'does-not-respond' },
    clerk,
  ],
  'fault-over': ({ counter }) => ['clear-fault', { deviceId: `hall-sign-${counter}` }, CHIEF],
  test: ({ pick }) => [
    'record-test',
    { deviceId: 'hall-board', outcome: pick % 2 ? 'done' : 'failed' },
    CHIEF,
  ],
  'self-test': () => ['begin-self-test', {}, CHIEF],
  printer: ({ pick }) => [
    'report-device',
    {
      deviceId: 'hall-printer',
      ...(pick % 4 ? { state: 'ready' } : { state: 'unreachable', cause: 'no answer to connect' }),
    },
    AGENT,
  ],
  printed: ({ seen, pick }) => {
    const jobId = one(seen.slips.keys(), pick) ?? 'none';
    return ['report-slip', { jobId, outcome: pick % 3 ? 'printed' : 'paper-out' }, AGENT];
  },
  reprint: (place) => ['reprint', { ticketId: anyTicket(place) }, place.clerk],
};
