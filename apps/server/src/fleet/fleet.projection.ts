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
          row: { deviceId: fact.deviceId, hallId, state: fact.state, cause: fact.cause, at },
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
    default:
      return keptRows(hallId, at, fact);
  }
}

type KeepingEvent = Extract<
  FleetEvent,
  { type: 'device-tested' | 'fault-reported' | 'fault-cleared' | 'self-test-begun' | 'self-test-ended' }
>;

/** What is done to keep devices going. */
function keptRows(hallId: string, at: Date, fact: KeepingEvent): RowWrite[] {
  switch (fact.type) {
    case 'device-tested':
      return [];
    case 'fault-reported': {
      const { deviceId, what } = fact;
      return [{ table: 'device_fault', write: 'put', row: { hallId, deviceId, what, at, clearedAt: null } }];
    }
    case 'fault-cleared': {
      const by = { hallId, deviceId: fact.deviceId };
      return [{ table: 'device_fault', write: 'set', by, row: { clearedAt: at } }];
    }
    case 'self-test-begun': {
      const row = { hallId, day: fact.day, begunAt: at, endedAt: null, failed: [] };
      return [{ table: 'self_test', write: 'put', row }];
    }
    case 'self-test-ended': {
      const { failed } = fact;
      return [{ table: 'self_test', write: 'set', by: { hallId }, row: { endedAt: at, failed } }];
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
