/** One thing a printer is told. `code` is the command's two bytes in hex, e.g. `1b40`. */
export type EscposCommand =
  | { kind: 'text'; bytes: number[] }
  | { kind: 'line-feed' }
  | { kind: 'command'; code: string; args: number[] }
  | { kind: 'unknown'; byte: number };

/** Bytes after the command's own two (hardware.md 4.d; those marked * are longer by what they carry, see below). */
const ARGUMENTS: Readonly<Record<string, number>> = {
  '1b40': 0, '1b61': 1, '1b45': 1, '1b21': 1, '1b4d': 1, '1b64': 1, '1b4a': 1, '1b32': 0, '1b33': 1, '1b74': 1, '1b52': 1,
  '1b2d': 1, '1b34': 1, '1b70': 3, '1b42': 2, '1b69': 0, '1b6d': 0, '1c26': 0, '1c2e': 0, '1c21': 1, '1c2d': 1, '1d21': 1,
  '1d42': 1, '1d4c': 2, '1d72': 1, '1d49': 1, '1d61': 1, '1005': 1, '1004': 1,
}; // prettier-ignore

const LINE_FEED = 0x0a;
/** A printer's memory: what comes faster than it prints beyond this is lost. */
const MEMORY_BYTES = 128 * 1024;

/** The printer's side of ESC/POS: bytes in any pieces, commands out one by one. Never throws, holds no more than its memory. */
export class EscposReader {
  #held: number[] = [];
  #at = 0;

  push(bytes: Iterable<number>): void {
    this.#held = this.#held.slice(this.#at);
    this.#at = 0;
    for (const byte of bytes) if (this.#held.length < MEMORY_BYTES) this.#held.push(byte);
  }

  /** What has not been obeyed is forgotten. */
  clear(): void {
    this.#held = [];
    this.#at = 0;
  }

  get held(): number {
    return this.#held.length - this.#at;
  }

  /** The next whole command; null until more bytes have come. */
  next(): EscposCommand | null {
    const first = this.#held[this.#at];
    if (first === undefined) return null;
    if (first === LINE_FEED) {
      this.#at += 1;
      return { kind: 'line-feed' };
    }
    if (first >= 0x20 && first !== 0x7f) return { kind: 'text', bytes: this.#text() };
    return this.#command(first);
  }

  #text(): number[] {
    const from = this.#at;
    while (this.#at < this.#held.length) {
      const byte = this.#held[this.#at] ?? 0;
      if (byte < 0x20 || byte === 0x7f) break;
      this.#at += 1;
    }
    return this.#held.slice(from, this.#at);
  }

  #command(first: number): EscposCommand | null {
    const second = this.#held[this.#at + 1];
    if (second === undefined) return isPrefix(first) ? null : this.#skip(first);
    const code = hex(first) + hex(second);
    const length = argumentLength(code, this.#held.slice(this.#at + 2, this.#at + 8));
    if (length === 'more') return null;
    if (length === 'bad' || length > MEMORY_BYTES) return this.#skip(first);
    const end = this.#at + 2 + length;
    if (this.#held.length < end) return null;
    const args = this.#held.slice(this.#at + 2, end);
    this.#at = end;
    return { kind: 'command', code, args };
  }

  #skip(byte: number): EscposCommand {
    this.#at += 1;
    return { kind: 'unknown', byte };
  }
}

const isPrefix = (byte: number): boolean => [0x10, 0x1b, 0x1c, 0x1d].includes(byte);
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** Three commands say themselves how long they are: GS V, GS ( and GS v 0. */
function argumentLength(code: string, head: readonly number[]): number | 'more' | 'bad' {
  if (code === '1d56') return head[0] === undefined ? 'more' : head[0] >= 0x41 ? 2 : 1;
  if (code === '1d28') return head.length < 3 ? 'more' : 3 + (head[1] ?? 0) + (head[2] ?? 0) * 256;
  if (code === '1d76') return rasterLength(head);
  return ARGUMENTS[code] ?? 'bad';
}

function rasterLength(head: readonly number[]): number | 'more' {
  const [, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = head;
  return head.length < 6 ? 'more' : 6 + (xLow + xHigh * 256) * (yLow + yHigh * 256);
}
