import type { Level } from '#libs/evaluation/levels';
import { ChunkStation } from '../contract/chunk-station.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import {
  answerHeartbeat,
  badPacket,
  decodePageRequest,
  openPage,
  unknownCommand,
  welcomeTablet,
} from './page-message.codec.js';
import type { PadHealth, PadState } from './pad-driver.js';

/** It opens a page and hears nothing of what is pressed there: the page itself must send the rating. */
export const PAGE_PAD: { name: string; cannotSay: readonly Level[]; reasons: boolean } = {
  name: 'WebSocket tablet that opens a page',
  cannotSay: [5, 4, 3, 2, 1],
  reasons: false,
};

export interface PagePadOptions {
  /** Of a WebSocket listener's place: the tablet has logged in when it opens. */
  line: Line;
  timers: Timers;
  /** The page on which that visit is rated. */
  pageOf(invitationId: string): string;
  /** What stands there at rest; null: the last page stays, for the link has no message that closes one. */
  restPage: string | null;
  /** `cause`: why it is unreachable, in words for the office. */
  onHealth(state: PadHealth, cause: string | null): void;
}

/** A tablet of the page link (evaluation.md 1.6 C): shows the page of the visit that is to be rated. */
export class PagePadDriver implements ShowingDriver<PadHealth, PadState> {
  readonly #options: PagePadOptions;
  readonly #station: ChunkStation;
  #invitationId: string | null = null;
  /** The page it was told last; null: nothing is known of it. */
  #told: string | null = null;

  constructor(options: PagePadOptions) {
    this.#options = options;
    this.#station = new ChunkStation({
      line: options.line,
      timers: options.timers,
      settleMs: 0,
      onChunk: (chunk) => this.#say(this.#answerTo(Buffer.from(chunk).toString())),
      onOpened: () => {
        this.#told = null;
      },
      onReady: () => this.#open(),
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
    this.#invitationId = invitationId;
    this.#open();
  }

  #open(): void {
    const { pageOf, restPage } = this.#options;
    const page = this.#invitationId === null ? restPage : pageOf(this.#invitationId);
    if (!this.#station.ready || page === null || page === this.#told) return;
    this.#told = page;
    this.#say(openPage(page));
  }

  #answerTo(text: string): string {
    const request = decodePageRequest(text);
    if (!request) return badPacket();
    if (request.kind === 'login') return welcomeTablet();
    return request.kind === 'heartbeat' ? answerHeartbeat(this.#options.timers.now()) : unknownCommand();
  }

  #say(text: string): void {
    this.#station.send(Buffer.from(text));
  }
}
