import type { Timers } from '../contract/timers.js';
import { Watched } from '../contract/watched.js';
import { dialWebSocket, type DialledWebSocket } from '../contract/websocket-dial.js';

const REDIAL_MS = 1_000;
/** A demonstration runs for weeks. */
const REMEMBERED = 1_000;

export interface TabletNetworkOptions {
  url: string;
  timers: Timers;
  /** A connection stands. */
  connected(): void;
  text(text: string): void;
}

/** A tablet's side of the network: dials, dials again, and can be unplugged. */
export class TabletNetwork extends Watched {
  readonly #options: TabletNetworkOptions;
  readonly heard: string[] = [];
  #wire: DialledWebSocket | null = null;
  #connected = false;
  #plugged = false;
  #forgetRedial = (): void => {};

  constructor(options: TabletNetworkOptions) {
    super();
    this.#options = options;
  }

  get isConnected(): boolean {
    return this.#connected;
  }

  plug(): void {
    this.#plugged = true;
    this.#dial();
  }

  /** Without farewell, as when the power goes. */
  async unplug(): Promise<void> {
    this.#plugged = false;
    this.#forgetRedial();
    await this.#wire?.cut();
  }

  /** Lost where there is no connection. */
  say(text: string): void {
    if (this.#connected) this.#wire?.say(text);
  }

  #dial(): void {
    this.#wire = dialWebSocket({
      url: this.#options.url,
      opened: () => {
        this.#connected = true;
        this.#options.connected();
        this.changed();
      },
      text: (text) => this.#text(text),
      closed: () => this.#closed(),
    });
  }

  #text(text: string): void {
    this.heard.push(text);
    if (this.heard.length > REMEMBERED) this.heard.shift();
    this.#options.text(text);
    this.changed();
  }

  #closed(): void {
    this.#connected = false;
    if (this.#plugged) this.#forgetRedial = this.#options.timers.after(REDIAL_MS, () => this.#dial());
    this.changed();
  }
}
