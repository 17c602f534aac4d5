import { dayAfter } from '#libs/calendar/business-day';
import { APPROVER, aNotice, aPublication, BOARD, displayed, REVIEWER } from './random-publication.fixture.js';
import { wholeGuide } from '#libs/disclosure/guide.fixture';
import {
  KIOSK,
  one,
  PUBLIC,
  ticketHere,
  anyBooking,
  anyVisit,
  anEnquiry,
  someSlot,
  type Place,
  type Given,
} from './random-place.fixture.js';

/** What presses at the guide desk and on phones give: bookings, home visits, enquiries, agents, collections. */
export const DESK_PRESSES: Record<string, (place: Place) => Given> = {
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
  'record-collection': (place) => [
    'record-collection',
    {
      ...{ ticketId: ticketHere(place) ?? 'none', receipt: `R-${place.pick}`, by: 'self', papers: [] },
      signature: 'data:image/png;base64,AAAA',
    },
    place.clerk,
  ],
  'issue-batch': ({ pick, clerk }) => [
    'issue-agent-batch',
    {
      visitor: { name: '代办员' },
      items: [0, 1].map((place) => ({ queueId: `hall-queue-${'ab'[(pick + place) % 2]}`, matterId: null })),
    },
    clerk,
  ],
  'draft-publication': (place) => ['draft-publication', aNotice(place), place.clerk],
  'edit-publication': (place) => [
    'edit-publication',
    { ...aPublication(place, 'drafted'), ...aNotice(place) },
    place.clerk,
  ],
  'submit-publication': (place) => ['submit-publication', aPublication(place, 'drafted'), place.clerk],
  'review-publication': (place) => [
    'review-publication',
    {
      ...aPublication(place, 'submitted'),
      ruled: place.pick % 3 ? { decision: 'pass' } : { decision: 'return', reason: '退回' },
    },
    REVIEWER,
  ],
  'approve-publication': (place) => [
    'approve-publication',
    { ...aPublication(place, 'reviewed'), ruled: { decision: 'pass' } },
    APPROVER,
  ],
  'publish-publication': (place) => ['publish-publication', aPublication(place, 'approved'), place.clerk],
  'correct-publication': (place) => [
    'correct-publication',
    { ...aPublication(place, 'published'), ...aNotice(place), reason: '更正' },
    place.clerk,
  ],
  'withdraw-publication': (place) => [
    'withdraw-publication',
    { ...aPublication(place, place.pick % 6 ? 'withdrawn' : 'published'), reason: '撤回' },
    place.clerk,
  ],
  'report-display': (place) => ['report-display', displayed(place), BOARD],
  'log-enquiry': ({ pick, clerk }) => [
    'log-enquiry',
    {
      ...{ channel: pick % 2 ? 'phone' : 'on-site', question: `问 ${pick}`, replyMinutes: 5 },
      visitor: pick % 3 ? null : { phone: `137000${10_000 + pick}` },
    },
    clerk,
  ],
  'hand-over': (place) => {
    const to = { kind: 'person', personId: `p-${place.counter}` };
    return ['hand-over-enquiry', { ...anEnquiry(place), to, warm: true, replyMinutes: 5 }, place.clerk];
  },
  'save-guide': ({ seen, pick }) => [
    'save-guide',
    {
      ...{ guideId: pick % 2 ? (one(seen.guides.keys(), pick) ?? null) : null, matterId: 'matter-a' },
      document: wholeGuide({ code: `T-${pick % 7}`, legalBasis: pick % 5 ? '依据' : '' }),
    },
    APPROVER,
  ],
  'import-guides': ({ pick }) => [
    'import-guides',
    { guides: [0, 1].map((place) => ({ document: wholeGuide({ code: `T-${(pick + place) % 7}` }) })) },
    APPROVER,
  ],
  'publish-guide': ({ seen, pick }) => {
    const guide = one(seen.guides.values(), pick);
    const version = guide?.versions.at(-1)?.version ?? 1;
    const effectiveFrom = dayAfter(seen.day, pick % 2);
    return ['publish-guide', { guideId: guide?.id ?? 'none', version, effectiveFrom }, APPROVER];
  },
  'withdraw-guide': ({ seen, pick }) => [
    'withdraw-guide',
    { guideId: one(seen.guides.keys(), pick) ?? 'none', reason: 'law-changed' },
    APPROVER,
  ],
  'reply-enquiry': (place) => ['reply-enquiry', { ...anEnquiry(place), words: '答复' }, place.clerk],
  'answer-enquiry': (place) => [
    'answer-enquiry',
    { ...anEnquiry(place), outcome: 'answered', words: place.pick % 2 ? '已告知' : null },
    place.clerk,
  ],
};
