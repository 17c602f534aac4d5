import type { HallEvent } from '../hall/hall-event.js';
import type { HallState, SlipJob } from '../hall/hall-state.js';
import type { FleetEvent } from './fleet-event.js';

/** As many ended jobs as a kiosk may still ask about. */
export const SLIPS_KEPT = 200;

export function applyFleet(state: HallState, event: HallEvent, fact: FleetEvent): void {
  switch (fact.type) {
    case 'slip-queued':
      state.slips.set(fact.jobId, queued(event, fact));
      countSlip(state, fact.ticketId);
      return forget(state);
    case 'slip-ended': {
      const job = state.slips.get(fact.jobId);
      if (job) state.slips.set(job.id, { ...job, outcome: fact.outcome });
      return;
    }
    case 'device-reported':
      state.reports.set(fact.deviceId, { state: fact.state, cause: fact.cause, since: event.at });
      return;
    case 'device-tested':
      return;
    case 'fault-reported':
      state.faults.set(fact.deviceId, { what: fact.what, at: event.at });
      return;
    case 'fault-cleared':
      state.faults.delete(fact.deviceId);
      return;
    case 'self-test-begun':
      state.selfTest = { day: fact.day, begunAt: event.at, endedAt: null, failed: [] };
      return;
    case 'self-test-ended':
      if (state.selfTest) state.selfTest = { ...state.selfTest, endedAt: event.at, failed: fact.failed };
      return;
    case 'device-enrolled':
      state.enrolled.add(fact.deviceId);
      state.codes.delete(fact.deviceId);
      return;
    case 'enrolment-offered':
      state.codes.set(fact.deviceId, { codeHash: fact.codeHash, endsAt: new Date(fact.endsAt) });
      return;
  }
}

const queued = (event: HallEvent, fact: Extract<FleetEvent, { type: 'slip-queued' }>): SlipJob => ({
  id: fact.jobId,
  ticketId: fact.ticketId,
  number: fact.number,
  printerId: fact.printerId,
  askedBy: event.actor,
  ahead: fact.ahead,
  reprint: fact.reprint,
  queuedAt: event.at,
  expiresAt: new Date(fact.expiresAt),
  outcome: null,
});

function countSlip(state: HallState, ticketId: string): void {
  const ticket = state.tickets.get(ticketId);
  if (ticket) state.tickets.set(ticketId, { ...ticket, slips: ticket.slips + 1 });
}

/** The oldest ended jobs go first; one that still waits for its outcome stays. */
function forget(state: HallState): void {
  for (const job of state.slips.values()) {
    if (state.slips.size <= SLIPS_KEPT) return;
    if (job.outcome !== null) state.slips.delete(job.id);
  }
}
