import { ROLES } from '#libs/hall/actor';
import type { Standing } from './personas.fixture.js';

/**
 * Who may do what, written down a second time on purpose: requirements 22, 94, 102, 128, 157 and 165 as roles, beside the
 * server's own table of permissions. A new door or command fails the walk until it has its row here.
 */
type Matrix = Readonly<Record<string, readonly Standing[]>>;

const SCREENS = ['kiosk', 'board', 'sign', 'pad'] as const;
const EVERYONE: readonly Standing[] = [...ROLES, ...SCREENS, 'agent', 'visitor', 'booker', 'nobody'];
const FLOOR = ['guide', 'duty-chief'] as const;
/** Who keeps the devices going. */
const KEEPERS = ['hall-administrator', 'information-administrator', 'duty-chief'] as const;
const GUIDE_WRITERS = ['reviewer', 'approver', 'hall-administrator'] as const;
const SEARCH = [...FLOOR, 'supervisor', 'hall-administrator'] as const;

/** Each REST door and each message of a socket. `by-command`: see the commands. */
export const DOORS: Readonly<Record<string, readonly Standing[] | 'by-command'>> = {
  'GET /api/halls': EVERYONE,
  'GET /api/health': EVERYONE,
  'GET /api/halls/:hallId/figures': EVERYONE,
  'GET /api/halls/:hallId/appointments': EVERYONE,
  'GET /api/halls/:hallId/slots': EVERYONE,
  'GET /api/halls/:hallId/bookings/own': ['booker'],
  'GET /api/photos/:personId.svg': EVERYONE,
  'POST /api/sessions': EVERYONE,
  'POST /api/devices/enrol': EVERYONE,
  'GET /api/sessions/current': ROLES,
  'DELETE /api/sessions/current': ROLES,
  'GET /api/halls/:hallId/tickets': SEARCH,
  'GET /api/halls/:hallId/tickets/:ticketId/history': SEARCH,
  'POST /api/halls/:hallId/visitors/find': FLOOR,
  'GET /api/halls/:hallId/visitors/:visitorId': FLOOR,
  'POST /api/halls/:hallId/visitors/:visitorId/reveal': FLOOR,
  'GET /api/halls/:hallId/enquiries': ROLES,
  'GET /api/halls/:hallId/enquiries/figures': SEARCH,
  'GET /api/halls/:hallId/collections': SEARCH,
  'POST /api/halls/:hallId/collections/:collectionId/signature': ['duty-chief', 'supervisor'],
  'GET /api/halls/:hallId/publications': EVERYONE,
  'GET /api/halls/:hallId/publications.json': EVERYONE,
  'GET /api/halls/:hallId/publications.csv': EVERYONE,
  'GET /api/halls/:hallId/publication-desk': ROLES,
  'GET /api/halls/:hallId/publication-desk/:publicationId': ROLES,
  'GET /api/halls/:hallId/guides': EVERYONE,
  'GET /api/halls/:hallId/guides/:guideId': EVERYONE,
  'GET /api/halls/:hallId/directory': EVERYONE,
  'GET /api/halls/:hallId/guide-desk': GUIDE_WRITERS,
  'GET /api/halls/:hallId/guide-desk/:guideId': GUIDE_WRITERS,
  'GET /api/halls/:hallId/config': ['hall-administrator'],
  'POST /api/halls/:hallId/devices/:deviceId/code': ['hall-administrator', 'information-administrator'],
  'POST /api/halls/:hallId/devices/:deviceId/test': KEEPERS,
  'POST /api/halls/:hallId/self-test': KEEPERS,
  'POST /api/halls/:hallId/commands/:name': 'by-command',
  '/ command': 'by-command',
  '/agent outcome': ['agent'],
  '/agent health': ['agent'],
  '/agent input': ['agent'],
  '/agent card': ['agent'],
  '/agent plugged-in': ['agent'],
  '/agent tested': ['agent'],
};

/** Doors that are open to people and screens of another hall too: what they tell is public. */
export const PUBLIC = EVERYONE;

const CLERK = ['clerk'] as const;
export const COMMANDS: Matrix = {
  issue: ['kiosk', ...FLOOR],
  'issue-agent-batch': ['clerk', ...FLOOR],
  book: [...ROLES, 'nobody'],
  'cancel-booking': ['booker', ...FLOOR],
  'check-in': ['kiosk', ...FLOOR],
  'request-home-visit': [...ROLES, 'nobody'],
  'schedule-home-visit': FLOOR,
  'finish-home-visit': FLOOR,
  'decline-home-visit': FLOOR,
  'cancel-home-visit': ['booker', ...FLOOR],
  next: CLERK,
  recall: CLERK,
  begin: CLERK,
  finish: CLERK,
  'record-collection': CLERK,
  'call-number': CLERK,
  'press-keypad': ['agent'],
  'mark-group': FLOOR,
  'assign-helper': FLOOR,
  expedite: ['duty-chief'],
  miss: CLERK,
  park: CLERK,
  resume: CLERK,
  pause: CLERK,
  reopen: CLERK,
  'ask-help': CLERK,
  'clear-help': ['clerk', 'duty-chief'],
  rejoin: ['clerk', ...FLOOR],
  transfer: ['clerk', ...FLOOR],
  cancel: [...FLOOR, 'visitor'],
  'carry-over': ['duty-chief'],
  expire: ['duty-chief'],
  reprint: ['kiosk', 'clerk', ...FLOOR],
  rate: ['pad', 'agent'],
  decline: ['pad', 'agent'],
  explain: ['pad'],
  'report-screen': SCREENS,
  'report-fault': CLERK,
  'clear-fault': KEEPERS,
  'report-slip': ['agent'],
  'report-device': ['agent'],
  'end-session': ['duty-chief', 'hall-administrator'],
  'close-session': ROLES,
  'configure-hall': ['hall-administrator'],
  'log-enquiry': ['clerk', ...FLOOR],
  'hand-over-enquiry': ROLES,
  'reply-enquiry': ROLES,
  'answer-enquiry': ROLES,
  'draft-publication': ROLES,
  'edit-publication': ROLES,
  'submit-publication': ROLES,
  'review-publication': ['reviewer'],
  'approve-publication': ['approver'],
  'publish-publication': ROLES,
  'correct-publication': ROLES,
  'withdraw-publication': ROLES,
  'report-display': SCREENS,
  'import-guides': GUIDE_WRITERS,
  'save-guide': GUIDE_WRITERS,
  'publish-guide': ['approver', 'hall-administrator'],
  'withdraw-guide': ['approver', 'hall-administrator'],
};

/** Given by the server itself, after a password, a code or the clock: through no door. */
export const INSIDE: readonly string[] = [
  'open-session',
  'close-day',
  'lapse-invitations',
  'expire-slips',
  'lapse-bookings',
  'flag-enquiries',
  'record-test',
  'begin-self-test',
  'end-self-test',
  'end-publications',
  'offer-enrolment',
  'enrol-device',
  'register-person',
  'grant-roles',
  'register-matters',
  'reveal-visitor',
  'show-signature',
];

/** Which page's socket lets whom in. */
export const PAGES: Readonly<Record<'screen' | 'counter' | 'duty' | 'guide', readonly Standing[]>> = {
  screen: SCREENS,
  counter: CLERK,
  duty: [...FLOOR, 'supervisor', 'hall-administrator', 'information-administrator'],
  guide: FLOOR,
};
