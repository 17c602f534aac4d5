import type { FleetEvent } from '#libs/fleet/fleet-event';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { RowWrite } from '../ledger/row-writes.js';

export function projectFleet(state: HallState, event: HallEvent, fact: FleetEvent): RowWrite[] {
  const { hallId } = state;
  const { at } = event;
  switch (fact.type) {
    case 'slip-queued':
      return [queuedRow(hallId, event, fact), ...slipCount(state, fact.ticketId)];
    case 'slip-ended':
      return [
        {
          table: 'slip_job',
          write: 'set',
          by: { id: fact.jobId },
          row: { endedAt: at, outcome: fact.outcome },
        },
      ];
    case 'device-reported':
      return [
        {
          table: 'device_report',
          write: 'put',
          row: { deviceId: fact.deviceId, hallId, state: fact.state, at },
        },
      ];
    case 'enrolment-offered': {
      const { deviceId, codeHash, endsAt: codeEndsAt } = fact;
      return [{ table: 'enrolment', write: 'put', row: { deviceId, hallId, codeHash, codeEndsAt } }];
    }
    case 'device-enrolled': {
      const { deviceId, tokenHash } = fact;
      const row = { deviceId, hallId, tokenHash, enrolledAt: at, codeHash: null, codeEndsAt: null };
      return [{ table: 'enrolment', write: 'put', row }];
    }
  }
}

/** `apply` has counted it. */
function slipCount({ tickets }: HallState, ticketId: string): RowWrite[] {
  const ticket = tickets.get(ticketId);
  return ticket
    ? [{ table: 'ticket', write: 'set', by: { id: ticketId }, row: { slips: ticket.slips } }]
    : [];
}

function queuedRow(
  hallId: string,
  { at, actor: askedBy }: HallEvent,
  { type: _type, jobId: id, ...columns }: Extract<FleetEvent, { type: 'slip-queued' }>,
): RowWrite {
  const row = { id, hallId, ...columns, askedBy, queuedAt: at, endedAt: null, outcome: null };
  return { table: 'slip_job', write: 'insert', row };
}
