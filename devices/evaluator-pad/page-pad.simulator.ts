import { realTimers, type Timers } from '../contract/timers.js';
import {
  decodePageAnswer,
  PAGE_CODES,
  PAGE_HEARTBEAT_MS,
  pageHeartbeat,
  pageLogin,
  type PageAnswer,
} from './page-message.codec.js';
import { TabletNetwork } from './tablet-network.js';

export interface PagePadSimulatorOptions {
  url: string;
  workNumber: string;
  key: string;
  timers?: Timers;
}

/** A tablet of the page link: logs in when it is asked to, opens the pages it is told. */
export class PagePadSimulator {
  readonly network: TabletNetwork;
  readonly #options: PagePadSimulatorOptions;
  readonly #timers: Timers;
  /** Pages opened, oldest first. */
  readonly pages: string[] = [];
  #loggedIn = false;
  #forgetBeat = (): void => {};

  constructor(options: PagePadSimulatorOptions) {
    this.#options = options;
    this.#timers = options.timers ?? realTimers;
    this.network = new TabletNetwork({
      url: options.url,
      timers: this.#timers,
      connected: () => {
        this.#loggedIn = false;
      },
      text: (text) => this.#hear(decodePageAnswer(text)),
    });
  }

  get loggedIn(): boolean {
    return this.#loggedIn && this.network.isConnected;
  }

  close(): Promise<void> {
    this.#forgetBeat();
    return this.network.unplug();
  }

  #hear(answer: PageAnswer | null): void {
    if (answer?.code === PAGE_CODES.login) this.#login(answer.good);
    if (answer?.code === PAGE_CODES.openPage && typeof answer.data === 'string') this.pages.push(answer.data);
  }

  /** Not good: the invitation to log in, or a refusal; either way it tries. */
  #login(good: boolean): void {
    this.#loggedIn = good;
    this.#forgetBeat();
    if (good) this.#beat();
    else this.network.say(pageLogin(this.#options.workNumber, this.#options.key));
  }

  #beat(): void {
    this.#forgetBeat = this.#timers.after(PAGE_HEARTBEAT_MS, () => {
      this.network.say(pageHeartbeat(this.#timers.now()));
      this.#beat();
    });
  }
}
