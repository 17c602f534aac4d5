import { actorKey } from '../hall/actor.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { deviceOf, ticketOf } from '../hall/lookup.js';
import { aheadOf } from '../queueing/line.js';
import { Refusal } from '../refusal.js';
import { mustCarry } from './carried.js';
import type { FleetEvent, SlipOutcome } from './fleet-event.js';

/** A slip not begun within this time is not printed any more: its visitor has gone on without it. */
export const SLIP_LIFE_SECONDS = 60;

const CANNOT_PRINT = ['paper-out', 'cover-open', 'fault', 'unreachable'] as const;

/** Why a printer cannot print, by its own last word; null when it can. One that never spoke is out of reach. */
export function printerTrouble(state: HallState, printerId: string): (typeof CANNOT_PRINT)[number] | null {
  const said = state.reports.get(printerId)?.state ?? 'unreachable';
  return CANNOT_PRINT.find((trouble) => trouble === said) ?? null;
}

type SlipQueued = Extract<FleetEvent, { type: 'slip-queued' }>;

export function queueSlip(
  slip: { ticketId: string; number: string; printerId: string; ahead: number; reprint: boolean },
  asking: Asking,
): SlipQueued {
  const { ticketId, number, printerId, ahead, reprint } = slip;
  const expiresAt = new Date(asking.at.getTime() + SLIP_LIFE_SECONDS * 1000).toISOString();
  return {
    type: 'slip-queued',
    jobId: asking.newId(),
    ticketId,
    number,
    printerId,
    ahead,
    reprint,
    expiresAt,
  };
}

/** Prints a ticket's slip because a person wishes it: once more at the kiosk that issued it or by staff, or for the first time where none was printed, as at the guide desk. */
export function reprint(
  state: HallState,
  body: { ticketId: string },
  asking: Asking,
): Decision<{ slipJobId: string; printerName: string }> {
  const ticket = ticketOf(state, body.ticketId);
  if (asking.actor.kind === 'device' && ticket.issuedBy !== actorKey(asking.actor))
    throw new Refusal('not-allowed');
  const printerId =
    asking.actor.kind === 'device' ? kioskPrinter(state, asking.actor.deviceId) : anyPrinter(state);
  if (printerId === null) throw new Refusal('printer-unknown');
  const slip = queueSlip(
    {
      ticketId: ticket.id,
      number: ticket.number,
      printerId,
      ahead: aheadOf(state, ticket) ?? 0,
      reprint: ticket.slips > 0,
    },
    asking,
  );
  return { facts: [slip], answer: { slipJobId: slip.jobId, printerName: deviceOf(state, printerId).name } };
}

function kioskPrinter(state: HallState, kioskId: string): string | null {
  const printerId = deviceOf(state, kioskId).printerId;
  return printerId !== undefined && printerTrouble(state, printerId) === null ? printerId : null;
}

function anyPrinter(state: HallState): string | null {
  const printer = state.config.devices.find(
    ({ id, kind }) => kind === 'slip-printer' && printerTrouble(state, id) === null,
  );
  return printer?.id ?? null;
}

/** How a job ended, as the printer's agent tells it. The first word counts. */
export function reportSlip(
  state: HallState,
  body: { jobId: string; outcome: SlipOutcome },
  asking: Asking,
): Decision {
  const job = state.slips.get(body.jobId);
  if (!job) throw new Refusal('slip-job-unknown');
  mustCarry(state, job.printerId, asking);
  if (job.outcome !== null) return { facts: [], answer: {} };
  return {
    facts: [{ type: 'slip-ended', jobId: job.id, ticketId: job.ticketId, outcome: body.outcome }],
    answer: {},
  };
}

/** Jobs whose agent never came back in time: their visitors are told, and no slip comes later. */
export function expireSlips(state: HallState, _body: object, { at }: Asking): Decision {
  const facts: FleetEvent[] = [];
  for (const job of state.slips.values())
    if (job.outcome === null && slipDeadline(job) <= at)
      facts.push({ type: 'slip-ended', jobId: job.id, ticketId: job.ticketId, outcome: 'expired' });
  return { facts, answer: {} };
}

/** The agent's own word may come a little after the job's end. */
export const slipDeadline = (job: { expiresAt: Date }): Date => new Date(job.expiresAt.getTime() + 5_000);
