import { bookableDays, slotPolicies, slotsOn } from '#libs/appointments/slots';
import type { Bookable } from '#libs/contracts/rest';
import type { HallState } from '#libs/hall/hall-state';
import { halfDaysOn } from '#libs/home-visits/half-days';
import type { Directory } from '../state/directory.js';

/** Each queue that takes bookings, with the room of each day. */
export const bookableQueues = (state: HallState, at: Date): Bookable['queues'] =>
  state.config.queues.flatMap(({ id, name, nameEn, forWhom, forWhomEn }) => {
    const policies = slotPolicies(state, id);
    if (policies.length === 0) return [];
    const daysAhead = Math.max(...policies.map((policy) => policy.daysAhead));
    const cancelHours = Math.max(...policies.map((policy) => policy.cancelHours));
    const days = bookableDays(state, daysAhead, at).map((day) => {
      const slots = slotsOn(state, id, day, at);
      return { day, open: slots.length > 0, free: slots.reduce((sum, { free }) => sum + free, 0) };
    });
    return [{ ...{ id, name, nameEn, forWhom, forWhomEn }, cancelHours, days }];
  });

/** Each queue whose staff come to the visitor, with the half-days that lie ahead. */
export const homeVisitQueues = (state: HallState, directory: Directory, at: Date): Bookable['homeVisits'] =>
  state.config.appointments.flatMap((policy) => {
    const queue = state.config.queues.find(({ id }) => id === policy.queueId);
    if (policy.kind !== 'home-visit' || !queue) return [];
    const { id, name, nameEn, matterIds } = queue;
    const matters = matterIds.flatMap((matterId) => directory.matter(matterId) ?? []);
    const days = bookableDays(state, policy.daysAhead, at)
      .map((day) => ({ day, halves: halfDaysOn(state, policy, day, at) }))
      .filter(({ halves }) => halves.length > 0);
    return [
      {
        ...{ id, name, nameEn, cancelHours: policy.cancelHours, days },
        matters: matters.map((matter) => ({ id: matter.id, name: matter.name, nameEn: matter.nameEn })),
      },
    ];
  });
