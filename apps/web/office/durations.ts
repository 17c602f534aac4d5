import type { TicketHistory } from '#libs/contracts/rest';

type Step = TicketHistory['steps'][number];

/** Milliseconds; null where the one or the other end is not known. */
export interface VisitDurations {
  counterNumber: number | null;
  staffName: string | null;
  /** Call → begin. */
  way: number | null;
  /** Begin → finish, with what was parked in between: it is one visit. */
  service: number | null;
}
export interface Durations {
  /** Issued → first call. */
  waiting: number | null;
  visits: VisitDurations[];
}

const ENDS_VISIT = ['visit-finished', 'ticket-transferred', 'ticket-cancelled', 'ticket-expired'];

/** The durations that the hall keeps apart (house.md), reckoned between the steps of one ticket. */
export function durationsOf(steps: readonly Step[]): Durations {
  const between = (from: Step | undefined, to: Step | undefined): number | null =>
    from && to ? Date.parse(to.at) - Date.parse(from.at) : null;
  const first = (type: string): Step | undefined => steps.find((step) => step.type === type);

  const visits: VisitDurations[] = [];
  let call: Step | undefined;
  let begun: Step | undefined;
  for (const step of steps) {
    if (step.type === 'ticket-called') call = step;
    else if (step.type === 'visit-begun' && !begun) {
      begun = step;
      visits.push({ ...placeOf(step), way: between(call, step), service: null });
    } else if (ENDS_VISIT.includes(step.type)) {
      const open = begun ? visits[visits.length - 1] : undefined;
      if (open) open.service = between(begun, step);
      else if (step.type === 'visit-finished') visits.push({ ...placeOf(step), way: null, service: null });
      begun = undefined;
    }
  }
  return { waiting: between(first('ticket-issued'), first('ticket-called')), visits };
}

const placeOf = ({
  counterNumber,
  staffName,
}: Step): Pick<VisitDurations, 'counterNumber' | 'staffName'> => ({
  counterNumber,
  staffName,
});

/** `1:03:12`, `12:05`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
