import { z } from 'zod';

/** An event as its row stands. */
export interface StoredEvent {
  sequence: number;
  at: Date;
  type: string;
  actor: string;
  requestId: string;
  configVersion: number;
  ticketId: string | null;
  record: string;
  hash: string;
}

const recorded = z.object({
  sequence: z.number(),
  at: z.string(),
  actor: z.string(),
  requestId: z.string(),
  configVersion: z.number(),
  fact: z.looseObject({ type: z.string(), ticketId: z.string().optional() }),
});

export type Fact = z.infer<typeof recorded>['fact'];

/** The fact of a record; null when the bytes are no record. */
export function factOf(record: string): Fact | null {
  return parsed(record)?.fact ?? null;
}

/** Which column says something else than the record under the hash; null when all agree. */
export function strayColumn(event: StoredEvent): string | null {
  const record = parsed(event.record);
  if (!record) return 'record';
  const { fact, ...envelope } = record;
  const told: Record<string, unknown> = { ...envelope, type: fact.type, ticketId: fact.ticketId ?? null };
  const columns: Record<string, unknown> = { ...event, at: event.at.toISOString() };
  return Object.keys(told).find((name) => told[name] !== columns[name]) ?? null;
}

function parsed(record: string): z.infer<typeof recorded> | null {
  try {
    return recorded.safeParse(JSON.parse(record)).data ?? null;
  } catch {
    return null;
  }
}
