import { businessDay } from '../calendar/business-day.js';
import { hoursOn, isOpen, nextOpening } from '../calendar/hours.js';
import type { Queue } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { deviceOf, queueOf } from '../hall/lookup.js';
import { printerTrouble, queueSlip } from '../fleet/slip.js';
import { Refusal } from '../refusal.js';
import { waitingCount } from './line.js';

export interface IssueAnswer {
  ticketId: string;
  number: string;
  queueName: string;
  queueNameEn: string;
  zoneName: string;
  zoneNameEn: string;
  ahead: number;
  issuedAt: string;
  followUrl: string;
  slipJobId: string | null;
}

/** Takes a place in a queue. The ticket stands first; its slip is printed after (requirements 1, 5, 10). */
export function issue(
  state: HallState,
  body: { queueId: string; matterId: string | null },
  asking: Asking,
): Decision<IssueAnswer> {
  const queue = queueOf(state, body.queueId);
  const { timeZone } = state.config;
  mustBeOpen(queue, asking.at, timeZone);
  if (body.matterId !== null && !queue.matterIds.includes(body.matterId)) throw new Refusal('matter-unknown');
  const printerId = printerFor(state, asking);

  const day = businessDay(asking.at, timeZone);
  const serial = (state.serials.get(`${day} ${queue.prefix}`) ?? queue.firstNumber - 1) + 1;
  const ticket = {
    ticketId: asking.newId(),
    day,
    prefix: queue.prefix,
    serial,
    number: `${queue.prefix}${String(serial).padStart(queue.numberDigits, '0')}`,
    queueId: queue.id,
    matterId: body.matterId,
  };
  const ahead = waitingCount(state, queue.id);
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
      ahead,
      issuedAt: asking.at.toISOString(),
      followUrl: asking.followUrl(ticket.ticketId),
      slipJobId: slip?.jobId ?? null,
    },
  };
}

function mustBeOpen(queue: Queue, at: Date, timeZone: string): void {
  if (isOpen(queue.hours, at, timeZone)) return;
  throw new Refusal('queue-closed', {
    queue: queue.name,
    hours: hoursOn(queue.hours, businessDay(at, timeZone)),
    opens: nextOpening(queue.hours, at, timeZone) ?? '',
  });
}

/** The printer at the place of issue. A kiosk that knows it cannot print sends its visitors on instead of issuing. */
function printerFor(state: HallState, { actor }: Asking): string | null {
  if (actor.kind !== 'device') return null;
  const printerId = deviceOf(state, actor.deviceId).printerId ?? null;
  if (printerId !== null && printerTrouble(state, printerId) !== null)
    throw new Refusal('kiosk-no-paper', { place: state.config.guideDesk, placeEn: state.config.guideDeskEn });
  return printerId;
}
