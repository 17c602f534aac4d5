import { createHash } from 'node:crypto';

/** Head of a chain that has no event yet. */
export const NO_HEAD = '0'.repeat(64);

export const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** An event's hash: over the hash before and the bytes stored, exactly as stored. */
export const chained = (before: string, record: string): string => sha256(`${before}\n${record}`);

interface Recorded {
  sequence: number;
  at: Date;
  type: string;
  actor: string;
  requestId: string;
  configVersion: number;
}

/** The bytes of an event: JSON with its envelope first. */
export const recordOf = (event: Recorded, fact: object): string =>
  JSON.stringify({
    sequence: event.sequence,
    at: event.at.toISOString(),
    actor: event.actor,
    requestId: event.requestId,
    configVersion: event.configVersion,
    fact,
  });
