import type { Day } from './day.js';
import { judge, type Bench, type Violation } from './judge.js';

/** What the day's own hands met, beside what its rows say: boards that lagged, refusals that no lawful day has. */
export async function judgeDay(day: Day, bench: Bench): Promise<Violation[]> {
  const { boards } = day.staffed;
  return [
    ...(await judge(bench, { shown: [...boards.shown.values()], owned: day.owned })),
    ...boards.faults.map((what) => ({ invariant: 'board-behind', what })),
    ...day.asking.unforeseen().map((what) => ({ invariant: 'refusal-unforeseen', what })),
    ...(day.left < day.size.visitors
      ? [{ invariant: 'visitor-forgotten', what: `${day.size.visitors - day.left} still want something` }]
      : []),
  ];
}
