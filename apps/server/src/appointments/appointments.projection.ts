import type { AppointmentEvent } from '#libs/appointments/appointment-event';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { Row, RowWrite } from '../ledger/row-writes.js';

export function projectAppointments(
  { hallId }: HallState,
  { at }: HallEvent,
  fact: AppointmentEvent,
): RowWrite[] {
  const set = (row: Row): RowWrite[] => [{ table: 'booking', write: 'set', by: { id: fact.bookingId }, row }];
  switch (fact.type) {
    case 'booked': {
      const { type: _type, bookingId: id, ...columns } = fact;
      const row = { id, hallId, ...columns, bookedAt: at, status: 'booked', ticketId: null };
      return [{ table: 'booking', write: 'insert', row }];
    }
    case 'booking-cancelled':
      return set({ status: 'cancelled' });
    case 'booking-used':
      return set({ status: 'used', ticketId: fact.ticketId });
    case 'booking-lapsed':
      return set({ status: 'lapsed' });
  }
}
