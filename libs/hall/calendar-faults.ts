import type { AppointmentPolicy } from '../appointments/appointment-policy.js';
import type { NoonRota } from '../calendar/hall-calendar.js';
import { workedAs, type Span } from '../calendar/opening.js';
import { firstFault, type ConfigFault } from './config-fault.js';
import type { Counter, HallConfig, Queue } from './config.js';

/** What in the calendar, hours and quotas of a configuration contradicts itself, named; null when nothing does. */
export function calendarFaultOf(config: HallConfig): ConfigFault | null {
  const { queues, calendar, noonRotas } = config;
  const days = calendar.specialDays.map(({ day }) => day);
  const double = days.find((day, place) => days.indexOf(day) !== place);
  return (
    firstFault(queues, ({ id, hours }) =>
      hours.some(clashing(hours)) ? { fault: 'hours-overlap', queue: id } : null,
    ) ??
    firstFault(config.appointments, (policy) => extendedFaultOf(config, policy)) ??
    firstFault(queues, ({ id, quota: { periods } }) =>
      periods.some(overlapping(periods)) ? { fault: 'quota-overlap', queue: id } : null,
    ) ??
    (double === undefined ? null : { fault: 'special-day-twice' as const, day: double }) ??
    strangerIn(config) ??
    (noonRotas.some(clashing(noonRotas)) ? { fault: 'rotas-overlap' as const } : null) ??
    firstFault(noonRotas, (rota) => leftAlone(config, rota))
  );
}

const meet = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Meets another one of them. */
const overlapping =
  (spans: readonly Span[]) =>
  (span: Span): boolean =>
    spans.some((other) => other !== span && meet(span, other));

/** Meets another one of them on some weekday. */
const clashing =
  <Weekly extends Span & { days: number[] }>(spans: readonly Weekly[]) =>
  (span: Weekly): boolean =>
    spans.some(
      (other) => other !== span && meet(span, other) && other.days.some((day) => span.days.includes(day)),
    );

/** 延时服务 lies beside the hours in which the queue is open to everybody, and not twice in the week. */
function extendedFaultOf(
  { queues }: HallConfig,
  { kind, queueId, spans }: AppointmentPolicy,
): ConfigFault | null {
  if (kind !== 'extended') return null;
  const hours = queues.find(({ id }) => id === queueId)?.hours ?? [];
  return spans.some(clashing([...spans, ...hours])) ? { fault: 'extended-overlap', queue: queueId } : null;
}

/** A queue or a counter that the calendar or a rota names and the hall does not have. */
function strangerIn({ queues, counters, calendar, noonRotas }: HallConfig): ConfigFault | null {
  const queue = calendar.extraHours.find(({ queueId }) => !queues.some(({ id }) => id === queueId));
  if (queue) return { fault: 'queue-unknown', queue: queue.queueId };
  const asked = noonRotas.flatMap(({ counterIds }) => counterIds);
  const counter = asked.find((counterId) => !counters.some(({ id }) => id === counterId));
  return counter === undefined ? null : { fault: 'counter-unknown', counter };
}

/** Requirement 9: the queues stay open through noon, so each that is needs a counter on the rota that serves it. */
function leftAlone(config: HallConfig, rota: NoonRota): ConfigFault | null {
  const staffed = config.counters.filter(({ id }) => rota.counterIds.includes(id));
  const served = ({ queueIds, backupQueueIds }: Counter) => [...queueIds, ...backupQueueIds];
  const queue = config.queues.find(
    (one) => isOpenIn(config, one, rota) && !staffed.flatMap(served).includes(one.id),
  );
  return queue === undefined
    ? null
    : { fault: 'queue-alone', time: `${rota.from}–${rota.to}`, queue: queue.id };
}

/** By its week, which the days worked in place of others have too, or by extra hours on a day the rota is for. */
function isOpenIn({ calendar }: HallConfig, { id, hours }: Queue, rota: NoonRota): boolean {
  const week = hours.some((span) => meet(span, rota) && span.days.some((day) => rota.days.includes(day)));
  const extra = calendar.extraHours.some((span) => {
    const weekday = workedAs(calendar, span.day);
    return span.queueId === id && meet(span, rota) && weekday !== null && rota.days.includes(weekday);
  });
  return week || extra;
}
