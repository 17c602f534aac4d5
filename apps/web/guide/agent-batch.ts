/** What the desk is told of each number of a batch. */
export interface Given {
  ticketId: string;
  number: string;
  queueName: string;
  queueNameEn: string;
}

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export function readBatch({ tickets }: Record<string, unknown>): Given[] {
  const list: readonly unknown[] = Array.isArray(tickets) ? tickets : [];
  return list.filter(isThing).flatMap(({ ticketId, number, queueName, queueNameEn }) => {
    if (typeof ticketId !== 'string' || typeof number !== 'string') return [];
    return [{ ticketId, number, queueName: String(queueName ?? ''), queueNameEn: String(queueNameEn ?? '') }];
  });
}
