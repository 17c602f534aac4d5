import type { Driver } from '../contract/driver.js';
import type { Line, LineUser } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import type { ScanDecoder } from './scan-decoder.js';
import type { ScannerModel } from './scanner-models.js';

/** A scan that stops for so long will not go on. */
const GAP_MS = 300;
/** A code that is still held before the window is read again and again. */
const SAME_SCAN_MS = 1_500;
/** A serial server may hand over what it kept while nobody was connected: that visitor has gone. */
const SETTLE_MS = 200;

export type ScannerHealth = 'ready' | 'unreachable';

export interface ScannerOptions {
  /** Of a HID device, each chunk is one input report, with its report id where it has one. */
  line: Line;
  model: ScannerModel;
  timers: Timers;
  onHealth(state: ScannerHealth): void;
  /** At most 500 characters, none of them a control character. */
  onScan(text: string): void;
}

/** A scanner on any wire. It is never spoken to, so its health is its line's. */
export class ScannerDriver implements Driver<ScannerHealth> {
  readonly #decoder: ScanDecoder;
  #ready = false;
  /** The text seen last, for as long as it would be the same scan. */
  #seen: string | null = null;
  #forgetSettling = (): void => {};
  #forgetGap = (): void => {};
  #forgetSeen = (): void => {};
  #leave: (() => Promise<void>) | null = null;

  constructor(private readonly options: ScannerOptions) {
    this.#decoder = options.model.decoder();
  }

  start(): void {
    const user: LineUser = {
      opened: () => this.#opened(),
      bytes: (chunk) => this.#hear(chunk),
      lost: () => {
        const told = this.#ready;
        this.#end();
        if (told) this.options.onHealth('unreachable');
      },
    };
    this.#leave = this.options.line.join(user);
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#end();
    this.#forgetSeen();
    this.#seen = null;
    await leave?.();
  }

  health(): ScannerHealth {
    return this.#ready ? 'ready' : 'unreachable';
  }

  #opened(): void {
    this.#forgetSettling = this.options.timers.after(SETTLE_MS, () => {
      this.#ready = true;
      this.options.onHealth('ready');
    });
  }

  #end(): void {
    this.#ready = false;
    this.#forgetSettling();
    this.#forgetGap();
    this.#decoder.reset();
  }

  #hear(chunk: Uint8Array): void {
    if (!this.#ready) return;
    this.#forgetGap();
    const { timers } = this.options;
    for (const text of this.#decoder.push(chunk, timers.now())) this.#scan(text);
    if (this.#decoder.held > 0) this.#forgetGap = timers.after(GAP_MS, () => this.#decoder.reset());
  }

  #scan(text: string): void {
    const same = text === this.#seen;
    this.#seen = text;
    this.#forgetSeen();
    this.#forgetSeen = this.options.timers.after(SAME_SCAN_MS, () => {
      this.#seen = null;
    });
    if (!same) this.options.onScan(text);
  }
}
