import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A bearer secret: 256 bits, kept by whoever it names and stored here as a hash only. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Letters and digits that cannot be taken for each other when read aloud. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A one-time code that a person can type, e.g. `K7QM-2XWA`: 39 bits, short-lived. */
export function newCode(): string {
  const letters = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return dashed(letters);
}

const dashed = (letters: string): string => `${letters.slice(0, 4)}-${letters.slice(4)}`;

/** A code as typed: case and dashes do not matter. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The server's own key, made at first start, readable by its user alone. */
export function serverKey(dataDir: string): Buffer {
  const file = join(dataDir, 'server.key');
  try {
    return readFileSync(file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, key);
  fsyncSync(descriptor);
  closeSync(descriptor);
  return key;
}

const keyed = (key: Buffer, words: string): Buffer => createHmac('sha256', key).update(words).digest();

/** Two ids with a keyed mark that nobody can guess: the ids alone open nothing. Nothing is stored. */
const marked = (key: Buffer, kind: string, hallId: string, id: string): string =>
  `${hallId}.${id}.${keyed(key, `${kind} ${hallId} ${id}`).toString('base64url').slice(0, 22)}`;

function proven(key: Buffer, kind: string, token: string): [hallId: string, id: string] | null {
  const [hallId, id] = token.split('.');
  if (!hallId || !id) return null;
  const right = Buffer.from(marked(key, kind, hallId, id));
  const given = Buffer.from(token);
  return right.length === given.length && timingSafeEqual(right, given) ? [hallId, id] : null;
}

/** The links of slips. */
export class SlipLinks {
  constructor(private readonly key: Buffer) {}

  token(hallId: string, ticketId: string): string {
    return marked(this.key, 'slip', hallId, ticketId);
  }

  read(token: string): { hallId: string; ticketId: string } | null {
    const [hallId, ticketId] = proven(this.key, 'slip', token) ?? [];
    return hallId && ticketId ? { hallId, ticketId } : null;
  }
}

/** The links of bookings, and the codes that say the same in eight letters. */
export class BookingLinks {
  constructor(private readonly key: Buffer) {}

  token(hallId: string, bookingId: string): string {
    return marked(this.key, 'booking', hallId, bookingId);
  }

  read(token: string): { hallId: string; bookingId: string } | null {
    const [hallId, bookingId] = proven(this.key, 'booking', token) ?? [];
    return hallId && bookingId ? { hallId, bookingId } : null;
  }

  code(hallId: string, bookingId: string): string {
    const bytes = [...keyed(this.key, `booking code ${hallId} ${bookingId}`).subarray(0, 8)];
    return dashed(bytes.map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join(''));
  }
}
