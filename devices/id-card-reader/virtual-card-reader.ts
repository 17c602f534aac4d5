import { FrameParser } from '../contract/framing.js';
import type { Timers } from '../contract/timers.js';
import { Watched } from '../contract/watched.js';
import { PHOTO_BYTES } from './card-text.codec.js';
import type { LaidDocument } from './demo-documents.js';
import { decodeRequest, encodeReply, SAM_FRAME, type SamWord } from './sam-v.codec.js';

const GAP_MS = 300;

export type ReaderCommand = 'reset' | 'status' | 'find' | 'select' | 'read';

/** By command and parameter. */
const COMMANDS: ReadonlyMap<number, ReaderCommand> = new Map([
  [0x10ff, 'reset'],
  [0x11ff, 'status'],
  [0x2001, 'find'],
  [0x2002, 'select'],
  [0x3001, 'read'],
]);

/** No picture, and as awkward as a picture can be: full of preambles. */
const PHOTO = Uint8Array.from(
  { length: PHOTO_BYTES },
  (_, at) => [0xaa, 0xaa, 0xaa, 0x96, 0x69][at % 5] ?? 0,
);
const CONTENT_HEAD = [0x01, 0x00, 0x04, 0x00];

/** A SAM_V reader without a wire: bytes in, bytes out. Its moods are what a driver must bear. */
export class VirtualCardReader extends Watched {
  readonly #parser: FrameParser;
  readonly #asked = new Map<ReaderCommand, number>();
  #document: LaidDocument | null = null;
  #wasRead = false;
  #selected = false;
  #findsAgain = false;
  #illness: SamWord | null = null;
  #deafTo: ReadonlySet<ReaderCommand> = new Set();
  #corrupt: { answers: number; to: ReadonlySet<ReaderCommand> } = { answers: 0, to: new Set() };
  #slow: { byMs: number; at: ReadonlySet<ReaderCommand> } = { byMs: 0, at: new Set() };
  /** It does one thing after the other: when the answers so far are out, in milliseconds of its clock. */
  #busyUntil = 0;
  #pieces = { bytes: Infinity, everyMs: 0 };

  constructor(
    private readonly timers: Timers,
    private readonly send: (bytes: Uint8Array) => void,
  ) {
    super();
    this.#parser = new FrameParser(SAM_FRAME, GAP_MS, timers, (frame) => this.#hear(frame));
  }

  receive(chunk: Uint8Array): void {
    this.#parser.push(chunk);
    this.changed();
  }

  /** How often that was asked, answered or not. */
  asked(command: ReaderCommand): number {
    return this.#asked.get(command) ?? 0;
  }

  lay(document: LaidDocument): void {
    this.#document = document;
    this.#wasRead = false;
    this.#selected = false;
  }

  takeAway(): void {
    this.#document = null;
    this.#selected = false;
  }

  /** Readers differ: by the recalled rule a card that was read is not found again before it was taken away. */
  findsReadCards(again: boolean): void {
    this.#findsAgain = again;
  }

  /** Answers status, reset and all else with that word. */
  fallIll(word: SamWord): void {
    this.#illness = word;
  }

  recover(): void {
    this.#illness = null;
  }

  /** Takes these commands, all when none is named, and does not answer. */
  goDeaf(...commands: ReaderCommand[]): void {
    this.#deafTo = named(commands);
  }

  hear(): void {
    this.#deafTo = new Set();
  }

  noise(bytes: Uint8Array): void {
    this.send(bytes);
  }

  /** The next answers, to these commands or to all, have a wrong check byte. */
  corrupt(answers: number, ...commands: ReaderCommand[]): void {
    this.#corrupt = { answers, to: named(commands) };
  }

  /** These commands, or all, take it so long, by the simulator's clock; what is asked meanwhile waits its turn. */
  answerAfter(milliseconds: number, ...commands: ReaderCommand[]): void {
    this.#slow = { byMs: milliseconds, at: named(commands) };
  }

  /** Every answer comes in pieces of so many bytes, one each so many milliseconds. */
  answerInPieces(bytes: number, everyMs: number): void {
    this.#pieces = { bytes, everyMs };
  }

  /** Half an answer to a read, and then nothing. */
  sendHalfReply(): void {
    this.send(encodeReply('ok', [...CONTENT_HEAD, ...PHOTO]).subarray(0, 700));
  }

  /** The power is cut: nothing is selected, a card that lies there is new. */
  restart(): void {
    this.#parser.reset();
    this.#selected = false;
    this.#wasRead = false;
    this.#busyUntil = 0;
  }

  #hear(frame: Uint8Array): void {
    const { command, parameter } = decodeRequest(frame);
    const name = COMMANDS.get((command << 8) | parameter);
    if (name === undefined) return this.#send(encodeReply('bad-command'), 0);
    this.#asked.set(name, this.asked(name) + 1);
    if (this.#deafTo.has(name)) return;
    const reply = this.#illness ? encodeReply(this.#illness) : this.#replyTo(name);
    this.#send(this.#spoilt(name, reply), this.#slow.at.has(name) ? this.#slow.byMs : 0);
  }

  #replyTo(command: ReaderCommand): Uint8Array {
    const there = this.#document !== null && (this.#findsAgain || !this.#wasRead);
    if (command === 'find') return there ? encodeReply('found', new Uint8Array(4)) : encodeReply('no-card');
    if (command === 'select') {
      this.#selected = there;
      return there ? encodeReply('ok', new Uint8Array(8)) : encodeReply('select-failed');
    }
    if (command === 'read') return this.#content();
    if (command === 'reset') this.#selected = false;
    return encodeReply('ok');
  }

  #content(): Uint8Array {
    if (!this.#document || !this.#selected) return encodeReply('read-failed');
    if (this.#document.kind === 'unreadable') return encodeReply(this.#document.word);
    this.#wasRead = true;
    return encodeReply('ok', [...CONTENT_HEAD, ...this.#document.text, ...PHOTO]);
  }

  #spoilt(command: ReaderCommand, reply: Uint8Array): Uint8Array {
    if (this.#corrupt.answers === 0 || !this.#corrupt.to.has(command)) return reply;
    this.#corrupt.answers -= 1;
    return reply.with(-1, (reply.at(-1) ?? 0) ^ 0xff);
  }

  #send(reply: Uint8Array, takesMs: number): void {
    const now = this.timers.now().getTime();
    const { bytes, everyMs } = this.#pieces;
    this.#busyUntil = Math.max(this.#busyUntil, now) + takesMs;
    for (let at = 0; at < reply.length; at += bytes) {
      this.#sendAt(this.#busyUntil, reply.subarray(at, at + bytes));
      this.#busyUntil += at + bytes < reply.length ? everyMs : 0;
    }
  }

  #sendAt(time: number, piece: Uint8Array): void {
    const wait = time - this.timers.now().getTime();
    if (wait <= 0) this.send(piece);
    else this.timers.after(wait, () => this.send(piece));
  }
}

const named = (commands: readonly ReaderCommand[]): ReadonlySet<ReaderCommand> =>
  new Set(commands.length > 0 ? commands : COMMANDS.values());
