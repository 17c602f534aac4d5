import type { ScanDecoder } from './scan-decoder.js';
import { decodeText, MAXIMUM_BYTES } from './scanned-text.js';

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Serial port or USB-CDC: a text ends with CR, LF or both (hardware.md 4.f). */
export class LineDecoder implements ScanDecoder {
  #line: number[] = [];

  get held(): number {
    return this.#line.length;
  }

  push(chunk: Uint8Array): string[] {
    const texts: string[] = [];
    for (const byte of chunk) {
      // A line that is too long is held no further, and dropped at its end.
      if (byte !== CARRIAGE_RETURN && byte !== LINE_FEED) {
        if (this.#line.length <= MAXIMUM_BYTES) this.#line.push(byte);
        continue;
      }
      const text = this.#line.length > MAXIMUM_BYTES ? null : decodeText(Uint8Array.from(this.#line));
      if (text !== null) texts.push(text);
      this.#line = [];
    }
    return texts;
  }

  reset(): void {
    this.#line = [];
  }
}

/** A scan as a serial scanner sends it. */
export const encodeLine = (text: Uint8Array): Uint8Array =>
  Uint8Array.of(...text, CARRIAGE_RETURN, LINE_FEED);
