import type { Timers } from '../contract/timers.js';
import {
  decodeBody,
  FRAME_END,
  FRAME_START,
  isEscape,
  LONGEST_BODY,
  unescaped,
  type BxFrame,
} from './onbon-frame.codec.js';

/**
 * Finds Onbon frames in bytes that come in any pieces, with noise between them. Lengths on this wire count unescaped bytes, so
 * the measure of contract/framing.ts does not fit; but A5 never stands inside a frame, so each one begins anew and nothing has
 * to be read twice. One A5 is enough: the card sends eight so that some may be lost.
 */
export class BxFrameReader {
  /** Null: waiting for A5. */
  #body: number[] | null = null;
  #escape: number | null = null;
  #forgetGap = (): void => {};

  constructor(
    private readonly gapMs: number,
    private readonly timers: Timers,
    private readonly onFrame: (frame: BxFrame) => void,
  ) {}

  get held(): number {
    return this.#body?.length ?? 0;
  }

  push(chunk: Uint8Array): void {
    this.#forgetGap();
    for (const byte of chunk) this.#take(byte);
    if (this.#body) this.#forgetGap = this.timers.after(this.gapMs, () => this.#drop());
  }

  /** A new connection: half a frame of the old one means nothing. */
  reset(): void {
    this.#forgetGap();
    this.#drop();
  }

  #drop(): void {
    this.#body = null;
    this.#escape = null;
  }

  #take(byte: number): void {
    if (byte === FRAME_START) {
      this.#drop();
      this.#body = [];
    } else if (byte === FRAME_END) this.#end();
    else if (this.#escape !== null) this.#append(unescaped(this.#escape, byte));
    else if (isEscape(byte)) this.#escape = byte;
    else this.#append(byte);
  }

  #append(byte: number | null): void {
    this.#escape = null;
    if (byte === null || (this.#body?.length ?? 0) >= LONGEST_BODY) this.#drop();
    else this.#body?.push(byte);
  }

  #end(): void {
    const body = this.#escape === null ? this.#body : null;
    this.#drop();
    const frame = body && decodeBody(Uint8Array.from(body));
    if (frame) this.onFrame(frame);
  }
}
