import { setTimeout as pause } from 'node:timers/promises';

const WARM_MS = 1_500;
const MEASURED_MS = 5_000;

/**
 * How often a second the workers got done together, each at once with its next piece of work after the one before: so
 * many clients, no more at a time. The first second and a half is not counted.
 */
export async function perSecond(workers: readonly (() => Promise<boolean>)[]): Promise<number> {
  let done = 0;
  let working = true;
  const loops = workers.map(async (work) => {
    while (working) if (await work()) done++;
  });
  await pause(WARM_MS);
  const before = done;
  const from = performance.now();
  await pause(MEASURED_MS);
  const rate = ((done - before) * 1000) / (performance.now() - from);
  working = false;
  await Promise.all(loops);
  return Math.round(rate);
}

/** How long each of these took, one after another with a rest between, in ms; the first ones are not counted. */
export async function spans(times: number, measure: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = -5; time < times; time++) {
    const from = performance.now();
    await measure();
    if (time >= 0) taken.push(performance.now() - from);
    await pause(30);
  }
  return taken.sort((a, b) => a - b);
}

/** Of sorted values: the one that this share of them does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return Math.round(value * 10) / 10;
}

/** Calls back once, when it was told so many times. */
export function afterAll(times: number): { told: () => void; all: Promise<void> } {
  let left = times;
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (done = resolve));
  return { told: () => --left === 0 && done(), all };
}
