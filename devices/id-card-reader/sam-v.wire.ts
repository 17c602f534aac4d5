import { FrameParser } from '../contract/framing.js';
import type { Line, LineUser } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { decodeReply, SAM_FRAME, type SamReply } from './sam-v.codec.js';
import { answerTo, type Answer, type Question } from './sam-v.questions.js';

/** A reply that stops for so long will not go on. */
const GAP_MS = 300;

/** What the one waiting makes of a reply: `passed` when it is nothing to him. */
type Hear<Outcome> = (reply: SamReply) => Outcome | 'passed';

/** The reader's line, one question at a time. Nothing of a reply is kept but what the question takes from it. */
export class SamWire implements LineUser {
  readonly #parser: FrameParser;
  #connected = false;
  #waiting: { hear(reply: SamReply): void; lost(): void } | null = null;

  constructor(
    private readonly line: Line,
    private readonly timers: Timers,
    private readonly tell: (news: 'opened' | 'lost') => void,
  ) {
    this.#parser = new FrameParser(SAM_FRAME, GAP_MS, timers, (frame) => this.#frame(frame));
  }

  ask<Value>(question: Question<Value>): Promise<Answer<Value>> {
    const answer = this.#wait<Answer<Value>>(
      question.withinMs,
      (reply) => answerTo(question, reply) ?? 'passed',
      { kind: 'late' },
      { kind: 'lost' },
    );
    // A line that fails here tells of it by `lost`.
    this.line.write(question.request).catch(() => {});
    return answer;
  }

  /** Lets time pass and passes over what comes meanwhile. */
  rest(milliseconds: number): Promise<'over' | 'lost'> {
    return this.#wait<'over' | 'lost'>(milliseconds, () => 'passed', 'over', 'lost');
  }

  /** The reader does not answer any more. */
  drop(): void {
    this.line.drop('no answer from the reader');
  }

  opened(): void {
    this.#parser.reset();
    this.#connected = true;
    this.tell('opened');
  }

  bytes(chunk: Uint8Array): void {
    this.#parser.push(chunk);
  }

  lost(): void {
    this.end();
    this.tell('lost');
  }

  /** Whoever waits, now or later, is told that nothing more will come. */
  end(): void {
    this.#connected = false;
    this.#parser.reset();
    this.#waiting?.lost();
  }

  #frame(frame: Uint8Array): void {
    this.#waiting?.hear(decodeReply(frame));
    // Photo, address, fingerprints.
    frame.fill(0);
  }

  #wait<Outcome>(withinMs: number, hear: Hear<Outcome>, late: Outcome, lost: Outcome): Promise<Outcome> {
    if (!this.#connected) return Promise.resolve(lost);
    return new Promise((resolve) => {
      const settle = (outcome: Outcome): void => {
        forget();
        this.#waiting = null;
        resolve(outcome);
      };
      const forget = this.timers.after(withinMs, () => settle(late));
      this.#waiting = {
        hear: (reply) => {
          const outcome = hear(reply);
          if (outcome !== 'passed') settle(outcome);
        },
        lost: () => settle(lost),
      };
    });
  }
}
