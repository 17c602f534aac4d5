import { BUS_FRAME, BUS_GAP_MS, decodeFrame, encodeFrame, sameFrame, type BusFrame } from './caller-bus.js';
import { FrameParser } from './framing.js';
import type { Line } from './line.js';
import type { Timers } from './timers.js';

/** A serial server may hand over what it kept while nobody was connected: nobody knows when those keys were pressed. */
const SETTLE_MS = 200;
/** A device sends an unacknowledged frame so often again (hardware.md 4.b, recalled). */
const RESENDS = 3;

export type BusHealth = 'ready' | 'unreachable';

export interface BusStationOptions {
  line: Line;
  /** On the bus. */
  address: number;
  timers: Timers;
  /** The same frame within this time of the frame before is that frame sent again. */
  resendMs: number;
  /**
   * A frame of this address. While the station is not ready frames have no time, and are neither told nor acknowledged: a device
   * that has just been pressed sends again, a serial server's leavings do not.
   */
  onFrame(frame: BusFrame): void;
  /** The device is ready and nothing is known of what it shows: comes just before the report `ready`. */
  onReady(): void;
  onHealth(state: BusHealth): void;
}

/**
 * The host's end of one address on the caller bus (hardware.md 4.b): finds its frames, knows when a connection has settled,
 * tells a press from its repetition. The bus has no question a device would answer, so health is the line's.
 */
export class BusStation {
  readonly #options: BusStationOptions;
  readonly #parser: FrameParser;
  #last: BusFrame | null = null;
  #ready = false;
  #forgetLast = (): void => {};
  #forgetSettling = (): void => {};
  #leave: (() => Promise<void>) | null = null;

  constructor(options: BusStationOptions) {
    this.#options = options;
    this.#parser = new FrameParser(BUS_FRAME, BUS_GAP_MS, options.timers, (bytes) => {
      const frame = decodeFrame(bytes);
      if (this.#ready && frame.address === options.address) options.onFrame(frame);
    });
  }

  get ready(): boolean {
    return this.#ready;
  }

  health(): BusHealth {
    return this.#ready ? 'ready' : 'unreachable';
  }

  start(): void {
    this.#leave = this.#options.line.join({
      opened: () => this.#opened(),
      bytes: (chunk) => this.#parser.push(chunk),
      lost: () => this.#lost(),
    });
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#ready = false;
    this.#forgetLast();
    this.#forgetSettling();
    this.#parser.reset();
    await leave?.();
  }

  /** A line that is down tells so by itself; a device that is not acknowledged sends again. */
  send(frame: BusFrame): void {
    this.#options.line.write(encodeFrame(frame)).catch(() => {});
  }

  /**
   * To be asked once for each key frame. The acknowledgement may be lost on the bus, and what the device shows may have
   * changed by then: the same frame again within the resend time is the same press, whatever is shown now.
   */
  isResent(frame: BusFrame): boolean {
    const same = this.#last !== null && sameFrame(this.#last, frame);
    this.#last = frame;
    this.#forgetLastAfter(this.#options.resendMs);
    return same;
  }

  #forgetLastAfter(milliseconds: number): void {
    this.#forgetLast();
    this.#forgetLast = this.#options.timers.after(milliseconds, () => {
      this.#last = null;
    });
  }

  #opened(): void {
    this.#parser.reset();
    this.#forgetSettling = this.#options.timers.after(SETTLE_MS, () => {
      this.#ready = true;
      this.#options.onReady();
      this.#options.onHealth('ready');
    });
  }

  #lost(): void {
    this.#forgetSettling();
    // The acknowledgement may have gone down with the line: the frame may come once more after its return.
    if (this.#ready && this.#last) this.#forgetLastAfter(RESENDS * this.#options.resendMs);
    this.#ready = false;
    this.#options.onHealth('unreachable');
  }
}
