import type { FaultCode } from '#libs/hall/config-fault';
import type { HallConfig } from '#libs/hall/config';
import type { RefusalParams } from '#libs/refusal';

/** The faults that this page can bring about: each has a sentence. */
export const WORDED = [
  'hours-overlap',
  'extended-overlap',
  'quota-overlap',
  'special-day-twice',
  'rotas-overlap',
  'queue-alone',
  'queue-in-use',
  'counter-in-use',
  'person-unknown',
  'slip-no-number',
  'slip-no-reprint',
  'slip-field-unknown',
  'slip-line-long',
  'slip-line-empty',
] as const satisfies readonly FaultCode[];
export type Worded = (typeof WORDED)[number];

export interface Contradiction {
  key: Worded;
  params: Record<string, string | number>;
}

/** What a refusal names, in names that people know; null for what this page cannot bring about. */
export function contradictionOf(
  { fault, queue, counter, ...params }: RefusalParams,
  { queues, counters }: HallConfig,
): Contradiction | null {
  const key = WORDED.find((code) => code === fault);
  if (key === undefined) return null;
  const queueName = queues.find(({ id }) => id === queue)?.name ?? '';
  const number = counters.find(({ id }) => id === counter)?.number ?? '';
  return { key, params: { ...params, queue: queueName, counter: number } };
}
