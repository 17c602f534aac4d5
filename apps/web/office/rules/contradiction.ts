import type { HallConfig } from '#libs/hall/config';

/** What a configuration contradicts itself in, as the rule names it, by the key of its sentence. */
const NAMED: readonly [RegExp, string][] = [
  [/^hours of (?<queue>\S+) overlap$/, 'hours'],
  [/^quota periods of (?<queue>\S+) overlap$/, 'periods'],
  [/^special day (?<day>\S+) twice$/, 'specialDay'],
  [/^noon rotas overlap$/, 'rotas'],
  [/^noon rota (?<time>\S+) leaves open queue (?<queue>\S+) alone$/, 'leftAlone'],
  [/^queue (?<queue>\S+) in use$/, 'queueInUse'],
  [/^counter (?<counter>\S+) in use$/, 'counterInUse'],
  [/^slip names no number$/, 'slipNumber'],
  [/^slip names no reprint$/, 'slipReprint'],
  [/^slip line (?<row>\d+) names unknown \{(?<field>.*)\}$/, 'slipField'],
  [/^slip line (?<row>\d+) has room for (?<room>\d+) characters$/, 'slipRoom'],
  [/^slip line (?<row>\d+) is empty$/, 'slipEmpty'],
];

export interface Contradiction {
  key: string;
  params: Record<string, string | number>;
}

/** Null for one that this page cannot bring about. */
export function contradictionOf(what: string, { queues, counters }: HallConfig): Contradiction | null {
  for (const [pattern, key] of NAMED) {
    const found = pattern.exec(what);
    if (!found) continue;
    const { queue, counter, ...params } = found.groups ?? {};
    const queueName = queues.find(({ id }) => id === queue)?.name ?? '';
    const number = counters.find(({ id }) => id === counter)?.number ?? '';
    return { key, params: { ...params, queue: queueName, counter: number } };
  }
  return null;
}
