import type { Timers } from '../contract/timers.js';
import { Watched } from '../contract/watched.js';
import { EscposReader, type EscposCommand } from './escpos-reader.js';
import { PrintedPaper } from './printed-paper.js';
import { RealTimeFilter, type RealTimeCommand } from './real-time-filter.js';

interface Trip {
  after: number;
  act: () => void;
  losesRest: boolean;
}

/** What this one says to GS I 1; no two models say the same. */
const MODEL_BYTE = 0x02;

const noTrip = (): Trip => ({ after: Infinity, act: () => {}, losesRest: false });

/** A printer without a wire: bytes in, status bytes out, slips in memory. Its moods are what a driver must bear. */
export class VirtualPrinter extends Watched {
  readonly paper = new PrintedPaper();
  readonly #reader = new EscposReader();
  readonly #filter = new RealTimeFilter();
  #stock: 'full' | 'near-end' | 'out' = 'full';
  #linesLeft = Infinity;
  #coverOpen = false;
  #jammed = false;
  /** A jam was cleared, nobody has told it to go on. */
  #waiting = false;
  /** The slip hangs in the presenter. */
  #hangs = false;
  #pushed: string | null = null;
  #deaf = false;
  #held = false;
  #lateMs = 0;
  #trip = noTrip();
  /** Questions for the status that came in, answered or not. */
  asked = 0;
  /** Bytes that were not questions. */
  dataBytes = 0;

  constructor(
    private readonly timers: Timers,
    private readonly send: (bytes: Uint8Array) => void,
    private readonly kind: { presenter: boolean } = { presenter: false },
  ) {
    super();
  }

  receive(chunk: Uint8Array): void {
    const { commands, rest } = this.#filter.push(chunk);
    this.asked += commands.filter(({ kind }) => kind === 'ask').length;
    this.dataBytes += rest.length;
    if (!this.#deaf) for (const command of commands) this.#obeyAtOnce(command);
    this.#take(rest);
    this.changed();
  }

  #take(data: readonly number[]): void {
    const before = data.slice(0, this.#trip.after);
    this.#trip.after -= before.length;
    if (!this.#deaf) {
      this.#reader.push(before);
      this.#work();
    }
    if (this.#trip.after > 0) return;
    const { act, losesRest } = this.#trip;
    this.#trip = noTrip();
    act();
    if (!losesRest) this.#take(data.slice(before.length));
  }

  #obeyAtOnce({ kind, n }: RealTimeCommand): void {
    if (kind === 'recover') this.#recover(n);
    else if (n <= 4) this.#answer(this.#status(n));
    else if (this.kind.presenter) this.#answer(0x10, 0x0f, ...this.#presenterStatus());
  }

  /** `DLE ENQ 1` goes on where it stood, `2` forgets what it still held. */
  #recover(n: number): void {
    if (!this.#waiting) return;
    if (n === 2) this.#reader.clear();
    this.#now(() => (this.#waiting = false));
  }

  /** A connection is over: half a question of it is no question, and who comes next asks anew to be told of changes. */
  hungUp(): void {
    this.#filter.reset();
    this.#pushed = null;
    this.changed();
  }

  loadPaper(): void {
    this.#linesLeft = Infinity;
    this.#now(() => (this.#stock = 'full'));
  }

  nearEnd(): void {
    this.#now(() => (this.#stock = 'near-end'));
  }

  takePaperOut(): void {
    this.#now(() => (this.#stock = 'out'));
  }

  /** The roll ends after that many more lines, in the middle of a slip. */
  endPaperAfter(lines: number): void {
    this.#linesLeft = lines;
  }

  openCover(): void {
    this.#now(() => (this.#coverOpen = true));
  }

  closeCover(): void {
    this.#now(() => (this.#coverOpen = false));
  }

  /** The knife sticks. */
  jam(): void {
    this.#now(() => (this.#jammed = true));
  }

  /** It stands still until it is told to go on. */
  clearJam(): void {
    this.#now(() => {
      this.#waiting = this.#jammed;
      this.#jammed = false;
    });
  }

  /** A hand takes the slip out of the presenter. */
  takeSlip(): void {
    this.#now(() => (this.#hangs = false));
  }

  /** Takes bytes and neither prints nor answers. */
  goDeaf(): void {
    this.#now(() => (this.#deaf = true));
  }

  hear(): void {
    this.#now(() => (this.#deaf = false));
  }

  /** Lightning, a bad plug: bytes that mean nothing. */
  noise(bytes: Uint8Array): void {
    this.send(bytes);
  }

  /** Slow mechanics: what was sent waits in memory, while questions for the status are answered. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#now(() => (this.#held = false));
  }

  /** Every answer comes that much later, by the simulator's clock. */
  answerAfter(milliseconds: number): void {
    this.#lateMs = milliseconds;
  }

  /** Does that once so many bytes of a slip have come in. */
  afterDataBytes(after: number, act: () => void): void {
    this.#trip = { after, act, losesRest: false };
  }

  /** The same, and what was still on its way never comes. */
  losesAllAfter(after: number, act: () => void): void {
    this.#trip = { after, act, losesRest: true };
  }

  #now(change: () => void): void {
    change();
    if (!this.#deaf) this.#work();
    this.#push();
    this.changed();
  }

  get #stopped(): boolean {
    return this.#stock === 'out' || this.#coverOpen || this.#jammed || this.#waiting;
  }

  /** Prints what is in memory, for as long as nothing stops it; the rest waits for paper, as in a real one. */
  #work(): void {
    while (!this.#stopped && !this.#held) {
      const command = this.#reader.next();
      if (!command) return;
      this.#obey(command);
    }
  }

  #obey(command: EscposCommand): void {
    const { lines, cuts } = this.paper;
    this.paper.print(command);
    this.#linesLeft -= this.paper.lines - lines;
    if (this.#linesLeft <= 0) this.#stock = 'out';
    if (this.paper.cuts > cuts) this.#hangs = true;
    if (command.kind !== 'command') return this.#push();
    if (command.code === '1d72') this.#answer(this.#stock === 'full' ? 0x00 : 0x03);
    if (command.code === '1d49') this.#answer(MODEL_BYTE);
    if (command.code === '1d61') this.#pushed = command.args[0] === 0 ? null : '';
    this.#push();
  }

  /** ASB: every change, once it was asked for; the first word at once. */
  #push(): void {
    const bytes = this.#pushBytes();
    if (this.#deaf || this.#pushed === null || this.#pushed === String(bytes)) return;
    this.#pushed = String(bytes);
    this.#answer(...bytes);
  }

  #answer(...bytes: number[]): void {
    if (this.#lateMs === 0) this.send(Uint8Array.from(bytes));
    else this.timers.after(this.#lateMs, () => this.send(Uint8Array.from(bytes)));
  }

  /** The four bytes of GS a, as hardware.md 4.d describes the bits. */
  #pushBytes(): number[] {
    const fault = this.#jammed || this.#waiting;
    return [
      0x10 | (this.#stopped ? 0x08 : 0) | (this.#coverOpen ? 0x20 : 0),
      fault ? 0x08 : 0,
      { full: 0, 'near-end': 0x03, out: 0x0f }[this.#stock],
      0,
    ];
  }

  /** The four bytes after `10 0F`: paper, user, recoverable and unrecoverable. */
  #presenterStatus(): number[] {
    const paper = { full: 0, 'near-end': 0x04, out: 0x05 }[this.#stock] | (this.#hangs ? 0x20 : 0);
    return [paper, this.#coverOpen ? 0x02 : 0, 0, this.#jammed ? 0x01 : 0];
  }

  /** DLE EOT n, as hardware.md 4.d describes the bits; out of paper gives its sample 1A, 32, 7E. */
  #status(n: number): number {
    const out = this.#stock === 'out';
    const bits = [
      (this.#stopped ? 0x08 : 0) | (this.#waiting ? 0x20 : 0),
      (this.#coverOpen ? 0x04 : 0) | (out ? 0x20 : 0) | (this.#jammed ? 0x40 : 0),
      this.#jammed ? 0x08 : 0,
      (this.#stock === 'full' ? 0 : 0x0c) | (out ? 0x60 : 0),
    ];
    return 0x12 | (bits[n - 1] ?? 0);
  }
}
