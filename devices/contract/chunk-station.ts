import type { Line } from './line.js';
import type { Timers } from './timers.js';

export type StationHealth = 'ready' | 'unreachable';

export interface ChunkStationOptions {
  line: Line;
  timers: Timers;
  /** After a connection chunks are heard this long, in ms, before the device counts as ready; 0: at once. */
  settleMs: number;
  /** One report or one message; `ready`: whether it has a time, and may count. */
  onChunk(chunk: Uint8Array, ready: boolean): void;
  /** A connection is new and nothing is known of the device. */
  onOpened(): void;
  /** The device is ready: comes just before the report `ready`. */
  onReady(): void;
  /** Each change, and each new cause of being unreachable. */
  onHealth(state: StationHealth, cause: string | null): void;
}

/** The host's end of a wire whose chunks are whole: HID reports, WebSocket messages. Health is the line's. */
export class ChunkStation {
  readonly #options: ChunkStationOptions;
  #ready = false;
  #cause: string | null = null;
  #forgetSettling = (): void => {};
  #leave: (() => Promise<void>) | null = null;

  constructor(options: ChunkStationOptions) {
    this.#options = options;
  }

  get ready(): boolean {
    return this.#ready;
  }

  health(): StationHealth {
    return this.#ready ? 'ready' : 'unreachable';
  }

  start(): void {
    this.#leave = this.#options.line.join({
      opened: () => this.#opened(),
      bytes: (chunk) => this.#options.onChunk(chunk, this.#ready),
      lost: (cause) => this.#lost(cause),
    });
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#ready = false;
    this.#forgetSettling();
    await leave?.();
  }

  /** A line that is down tells so by itself; the wish is sent again after its return. */
  send(chunk: Uint8Array): void {
    this.#options.line.write(chunk).catch(() => {});
  }

  #opened(): void {
    this.#options.onOpened();
    if (this.#options.settleMs === 0) this.#settled();
    else this.#forgetSettling = this.#options.timers.after(this.#options.settleMs, () => this.#settled());
  }

  #settled(): void {
    this.#ready = true;
    this.#cause = null;
    this.#options.onReady();
    this.#options.onHealth('ready', null);
  }

  #lost(cause: string): void {
    this.#forgetSettling();
    if (!this.#ready && cause === this.#cause) return;
    this.#ready = false;
    this.#cause = cause;
    this.#options.onHealth('unreachable', cause);
  }
}
