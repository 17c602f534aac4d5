import { ChunkStation } from '../contract/chunk-station.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import type { PadHealth, PadPress, PadState } from './pad-driver.js';
import { PressGate } from './press-gate.js';
import { decodeRateRequest, rateQuest, rateReply, REPLY, type ReplyCode } from './rate-message.codec.js';
import type { RatePadModel } from './rate-pad-models.js';

export interface RatePadOptions {
  /** Of a WebSocket listener's place: the pad has logged in when it opens. */
  line: Line;
  /** The place, told to a pad that asks where it stands. */
  window: string;
  model: RatePadModel;
  timers: Timers;
  /** `cause`: why it is unreachable, in words for the office. */
  onHealth(state: PadHealth, cause: string | null): void;
  onPress(press: PadPress): void;
}

/** A tablet that is asked with RateQuest and answers with RateSubmit, both with the invitation's id (evaluation.md 1.6 F). */
export class RatePadDriver implements ShowingDriver<PadHealth, PadState> {
  readonly #options: RatePadOptions;
  readonly #station: ChunkStation;
  readonly #gate: PressGate;

  constructor(options: RatePadOptions) {
    this.#options = options;
    this.#gate = new PressGate(options.timers, (press) => options.onPress(press));
    this.#station = new ChunkStation({
      line: options.line,
      timers: options.timers,
      settleMs: 0,
      onChunk: (chunk) => this.#hear(Buffer.from(chunk).toString()),
      onOpened: () => {},
      onReady: () => this.#ask(),
      onHealth: (state, cause) => options.onHealth(state, cause),
    });
  }

  start(): void {
    this.#station.start();
  }

  stop(): Promise<void> {
    return this.#station.stop();
  }

  health(): PadHealth {
    return this.#station.health();
  }

  show({ invitationId }: PadState): void {
    if (this.#gate.show(invitationId)) this.#ask();
  }

  /** No message is known that takes a question back; an answer to an old one is refused. */
  #ask(): void {
    const { asking } = this.#gate;
    if (this.#station.ready && asking !== null) this.#say(rateQuest(asking, this.#options.model.names));
  }

  #hear(text: string): void {
    const request = decodeRateRequest(text, this.#options.model.names);
    if (!request) return;
    const { method } = request;
    if (method === 'unknown') this.#reply(request.named, REPLY.unknownMethod, '未知指令');
    else if (method === 'GetWindowList') this.#reply(method, REPLY.done, [this.#options.window]);
    else if (method === 'HeartBeat') this.#reply(method, REPLY.done, '');
    else if (method === 'RateSubmit') this.#submit(request.rateId, request.content);
    else if (request.window === this.#options.window) this.#reply(method, REPLY.done, '登录成功');
    else this.#reply(method, REPLY.wrongWindow, '该评价器已在另一窗口登录');
  }

  /** The same rating again gets the same answer and counts once. */
  #submit(rateId: string, content: string): void {
    const { contents } = this.#options.model;
    const level = Object.hasOwn(contents, content) ? contents[content] : undefined;
    const known = rateId === this.#gate.asking || rateId === this.#gate.answered;
    if (level === undefined || !known) return this.#reply('RateSubmit', REPLY.notRated, '评价未受理');
    if (rateId === this.#gate.asking) this.#gate.press(level);
    this.#reply('RateSubmit', REPLY.done, '评价成功');
  }

  #reply(request: string, code: ReplyCode, result: unknown): void {
    this.#say(rateReply(request, code, result));
  }

  #say(text: string): void {
    this.#station.send(Buffer.from(text));
  }
}
