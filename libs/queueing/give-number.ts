import { businessDay } from '../calendar/business-day.js';
import { printerTrouble, queueSlip } from '../fleet/slip.js';
import type { Queue } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { deviceOf, queueOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { aheadOfNew } from './line.js';

export interface IssueAnswer {
  ticketId: string;
  number: string;
  queueName: string;
  queueNameEn: string;
  zoneName: string;
  zoneNameEn: string;
  stops: { name: string; nameEn: string }[];
  ahead: number;
  issuedAt: string;
  followUrl: string;
  slipJobId: string | null;
}

/** 代办: the cases that one agent handed in together, and how many (requirement 24). */
export interface Batch {
  batchId: string | null;
  batchSize: number | null;
}
export const NO_BATCH: Batch = { batchId: null, batchSize: null };

/** What a new ticket is for, and what puts it before others. */
export interface Wish extends Batch {
  matterId: string | null;
  groupId: string | null;
  route: string[];
  appointmentId: string | null;
  visitorId: string | null;
  receipt: string | null;
}

/** The next number of a queue. The ticket stands first; its slip is printed after (requirements 1, 5, 10). */
export function giveNumber(
  state: HallState,
  queue: Queue,
  wish: Wish,
  asking: Asking,
): Decision<IssueAnswer> {
  const printerId = printerFor(state, asking);
  const day = businessDay(asking.at, state.config.timeZone);
  const serial = nextSerial(state, queue, day);
  const ticket = {
    ticketId: asking.newId(),
    day,
    prefix: queue.prefix,
    serial,
    number: numberOf(queue, serial),
    queueId: queue.id,
    ...wish,
  };
  const ahead = aheadOfNew(state, queue.id, wish.appointmentId);
  const zone = state.config.zones.find(({ id }) => id === queue.zoneId);
  const slip = printerId === null ? null : queueSlip({ ...ticket, printerId, ahead, reprint: false }, asking);
  return {
    facts: [{ type: 'ticket-issued', ...ticket }, ...(slip ? [slip] : [])],
    answer: {
      ticketId: ticket.ticketId,
      number: ticket.number,
      queueName: queue.name,
      queueNameEn: queue.nameEn,
      zoneName: zone?.name ?? '',
      zoneNameEn: zone?.nameEn ?? '',
      stops: wish.route.map((id) => named(queueOf(state, id))),
      ahead,
      issuedAt: asking.at.toISOString(),
      followUrl: asking.followUrl(ticket.ticketId),
      slipJobId: slip?.jobId ?? null,
    },
  };
}

const numberOf = ({ prefix, numberDigits }: Queue, serial: number): string =>
  `${prefix}${String(serial).padStart(numberDigits, '0')}`;

/** A number that somebody carried over still bears, or is going to, is left out: no two in line show the same (requirement 12). */
function nextSerial(state: HallState, queue: Queue, day: string): number {
  const all = state.config.undecidedAtClose === 'carry-over';
  const borne = new Set<string>();
  for (const ticket of state.tickets.values())
    if (ticket.day !== day && (all || ticket.carriedTo !== null)) borne.add(ticket.number);
  let serial = (state.serials.get(`${day} ${queue.prefix}`) ?? queue.firstNumber - 1) + 1;
  while (borne.has(numberOf(queue, serial))) serial++;
  return serial;
}

const named = ({ name, nameEn }: Queue) => ({ name, nameEn });

/** The printer at the place of issue. A kiosk that knows it cannot print sends its visitors on instead of issuing. */
function printerFor(state: HallState, { actor }: Asking): string | null {
  if (actor.kind !== 'device') return null;
  const printerId = deviceOf(state, actor.deviceId).printerId ?? null;
  if (printerId !== null && printerTrouble(state, printerId) !== null)
    throw new Refusal('kiosk-no-paper', { place: state.config.guideDesk, placeEn: state.config.guideDeskEn });
  return printerId;
}
