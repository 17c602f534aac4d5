import { instantAt } from '../calendar/business-day.js';
import { openingOf, spansOn } from '../calendar/opening.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';

const MINUTE_MS = 60_000;
/** One that takes longer was broken off, and another may begin. */
const LONGEST_MS = 5 * MINUTE_MS;

/** When the hall's devices are to be tested by themselves before the day's first opening; null: not any more today. */
export function selfTestDue({ config, day, selfTest }: HallState): Date | null {
  const { selfTestMinutes, queues, calendar, timeZone } = config;
  if (selfTestMinutes === null || selfTest?.day === day) return null;
  const openings = queues.flatMap((queue) => spansOn(openingOf(calendar, queue), day)[0]?.from ?? []);
  const [first] = openings.sort();
  if (first === undefined) return null;
  return new Date(instantAt(day, first, timeZone).getTime() - selfTestMinutes * MINUTE_MS);
}

/** Asked again while one goes on, it is the same one. */
export function beginSelfTest(state: HallState, { paper }: { paper: boolean }, { at }: Asking): Decision {
  const { selfTest, day } = state;
  const goesOn = selfTest?.endedAt === null && at.getTime() - selfTest.begunAt.getTime() < LONGEST_MS;
  return { facts: goesOn ? [] : [{ type: 'self-test-begun', day, paper }], answer: {} };
}

export const endSelfTest = ({ selfTest }: HallState, { failed }: { failed: string[] }): Decision => ({
  facts: selfTest ? [{ type: 'self-test-ended', failed }] : [],
  answer: {},
});
