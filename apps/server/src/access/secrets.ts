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
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

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

/**
 * The links of slips: hall and ticket, with a keyed mark that nobody can guess (hall and ticket ids alone open nothing).
 * Nothing is stored.
 */
export class SlipLinks {
  constructor(private readonly key: Buffer) {}

  token(hallId: string, ticketId: string): string {
    return `${hallId}.${ticketId}.${this.#mark(hallId, ticketId)}`;
  }

  read(token: string): { hallId: string; ticketId: string } | null {
    const [hallId, ticketId, mark, ...rest] = token.split('.');
    if (!hallId || !ticketId || !mark || rest.length > 0) return null;
    const right = Buffer.from(this.#mark(hallId, ticketId));
    const given = Buffer.from(mark);
    return right.length === given.length && timingSafeEqual(right, given) ? { hallId, ticketId } : null;
  }

  #mark(hallId: string, ticketId: string): string {
    return createHmac('sha256', this.key)
      .update(`slip ${hallId} ${ticketId}`)
      .digest('base64url')
      .slice(0, 22);
  }
}
