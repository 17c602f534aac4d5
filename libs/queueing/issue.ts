import { businessDay, localTime } from '../calendar/business-day.js';
import { hoursOn, openingOf, spanAt } from '../calendar/opening.js';
import type { Queue } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { deviceOf, queueOf } from '../hall/lookup.js';
import { printerTrouble, queueSlip } from '../fleet/slip.js';
import { Refusal } from '../refusal.js';
import { mustKnowGroup } from './favour.js';
import { issuingAt, nextChance } from './issuing.js';
import { waitingCount } from './line.js';

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

export interface IssueBody {
  queueId: string;
  matterId: string | null;
  groupId?: string | null | undefined;
  routeId?: string | null | undefined;
}

/** Takes a place in a queue. The ticket stands first; its slip is printed after (requirements 1, 5, 10). */
export function issue(state: HallState, body: IssueBody, asking: Asking): Decision<IssueAnswer> {
  const queue = queueOf(state, body.queueId);
  const { timeZone } = state.config;
  mustBeOpen(state, queue, asking.at);
  mustHaveNumbers(state, queue, asking.at);
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
    groupId: groupOf(state, body.groupId ?? null, asking),
    route: restOfRoute(state, body, asking),
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
      stops: ticket.route.map((id) => named(queueOf(state, id))),
      ahead,
      issuedAt: asking.at.toISOString(),
      followUrl: asking.followUrl(ticket.ticketId),
      slipJobId: slip?.jobId ?? null,
    },
  };
}

const named = ({ name, nameEn }: Queue) => ({ name, nameEn });

function mustBeOpen(state: HallState, queue: Queue, at: Date): void {
  if (issuingAt(state, queue, at) !== 'closed') return;
  const { calendar, timeZone } = state.config;
  throw new Refusal('queue-closed', {
    queue: queue.name,
    hours: hoursOn(openingOf(calendar, queue), businessDay(at, timeZone)),
    opens: nextChance(state, queue, at) ?? '',
  });
}

/** An open queue that gives no numbers now says so, and when it does again (requirement 12: nobody queues in vain). */
function mustHaveNumbers(state: HallState, queue: Queue, at: Date): void {
  const issuing = issuingAt(state, queue, at);
  if (issuing === 'gives') return;
  const next = nextChance(state, queue, at) ?? '';
  if (issuing === 'sold-out') throw new Refusal('sold-out', { queue: queue.name, next });
  const { calendar, timeZone } = state.config;
  const closes = spanAt(openingOf(calendar, queue), localTime(at, timeZone))?.to ?? '';
  throw new Refusal('issuing-stopped', { queue: queue.name, closes, opens: next });
}

/** A group is given by whoever has seen its evidence, not by a button that anyone may press (requirement 20). */
function groupOf(state: HallState, groupId: string | null, { actor }: Asking): string | null {
  if (groupId !== null && actor.kind !== 'person')
    throw new Refusal('group-at-guide-desk', {
      place: state.config.guideDesk,
      placeEn: state.config.guideDeskEn,
    });
  mustKnowGroup(state, groupId);
  return groupId;
}

/** The queues that follow on the same number (requirement 14); none of them may be closed now. */
function restOfRoute(state: HallState, { routeId, queueId }: IssueBody, { at }: Asking): string[] {
  if (routeId === null || routeId === undefined) return [];
  const route = state.config.routes.find(({ id }) => id === routeId);
  if (!route || route.queueIds[0] !== queueId) throw new Refusal('route-unknown');
  const rest = route.queueIds.slice(1);
  for (const id of rest) mustBeOpen(state, queueOf(state, id), at);
  return rest;
}

/** The printer at the place of issue. A kiosk that knows it cannot print sends its visitors on instead of issuing. */
function printerFor(state: HallState, { actor }: Asking): string | null {
  if (actor.kind !== 'device') return null;
  const printerId = deviceOf(state, actor.deviceId).printerId ?? null;
  if (printerId !== null && printerTrouble(state, printerId) !== null)
    throw new Refusal('kiosk-no-paper', { place: state.config.guideDesk, placeEn: state.config.guideDeskEn });
  return printerId;
}
