import type { Timers } from './timers.js';

/** How a family's frames look. All three are asked about bytes that begin with `start`. */
export interface FrameShape {
  start: readonly number[];
  /** No frame is longer: what claims to be is noise. */
  maximumLength: number;
  /** The whole frame's length as far as these bytes tell it; `bad` when they cannot begin one. */
  measure(bytes: Uint8Array): number | 'more' | 'bad';
  /** Of a whole frame: terminator and checksum. */
  valid(frame: Uint8Array): boolean;
}

/**
 * Finds frames in bytes that come in any pieces, with noise between them. After a bad frame it skips ONE byte, not the length
 * the frame claimed: of 80,000 frames in noise that loses 0.06 % instead of 27.9 % (device-packages.md). It never holds more
 * than one frame's length, and a frame that stops half-way is given up after the gap.
 */
export class FrameParser {
  #held = new Uint8Array(0);
  #skipped = 0;
  #forgetGap = (): void => {};

  constructor(
    private readonly shape: FrameShape,
    private readonly gapMs: number,
    private readonly timers: Timers,
    private readonly onFrame: (frame: Uint8Array) => void,
  ) {}

  /** Bytes that were noise, for a health page. */
  get skipped(): number {
    return this.#skipped;
  }

  get held(): number {
    return this.#held.length;
  }

  push(chunk: Uint8Array): void {
    this.#forgetGap();
    const bytes = new Uint8Array(this.#held.length + chunk.length);
    bytes.set(this.#held);
    bytes.set(chunk, this.#held.length);
    this.#held = this.#scan(bytes, false);
    if (this.#held.length > 0) this.#forgetGap = this.timers.after(this.gapMs, () => this.#gap());
  }

  /** A new connection: half a frame of the old one means nothing. */
  reset(): void {
    this.#forgetGap();
    this.#held = new Uint8Array(0);
  }

  #gap(): void {
    this.#held = this.#scan(this.#held, true);
  }

  /** Hands out the frames and returns what may still become one; `ended`: nothing more will come for it. */
  #scan(bytes: Uint8Array, ended: boolean): Uint8Array<ArrayBuffer> {
    let at = 0;
    while (at < bytes.length) {
      const length = this.#frameLength(bytes.subarray(at));
      if (length === 'more' && !ended) break;
      if (typeof length === 'number') {
        this.onFrame(bytes.slice(at, at + length));
        at += length;
      } else {
        at += 1;
        this.#skipped += 1;
      }
    }
    return bytes.slice(at);
  }

  #frameLength(bytes: Uint8Array): number | 'more' | 'bad' {
    const { start, maximumLength } = this.shape;
    const seen = Math.min(start.length, bytes.length);
    for (let i = 0; i < seen; i += 1) if (bytes[i] !== start[i]) return 'bad';
    if (bytes.length < start.length) return 'more';
    const length = this.shape.measure(bytes.subarray(0, maximumLength));
    if (length === 'bad') return 'bad';
    if (length === 'more') return bytes.length >= maximumLength ? 'bad' : 'more';
    if (length < start.length || length > maximumLength) return 'bad';
    if (bytes.length < length) return 'more';
    return this.shape.valid(bytes.subarray(0, length)) ? length : 'bad';
  }
}
