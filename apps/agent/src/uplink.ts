import { io, type Socket } from 'socket.io-client';
import type { Timers } from '#devices/contract/timers';

const ACK_MS = 5_000;
const RETRY = { firstMs: 500, ceilingMs: 10_000 };

export interface UplinkOptions {
  serverUrl: string;
  token: string;
  timers: Timers;
  /** Each event of the server with what is done about it. */
  events: Readonly<Record<string, (message: unknown) => void>>;
  onConnected(): void;
  log(line: string): void;
}

/** The agent's socket to the server, namespace `/agent`; it comes back for ever. */
export class Uplink {
  readonly #socket: Socket;
  #refusals = 0;
  #forgetRetry = (): void => {};

  constructor(private readonly options: UplinkOptions) {
    const { serverUrl, token, events } = options;
    this.#socket = io(new URL('/agent', serverUrl).href, {
      auth: { token },
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
    });
    this.#socket.on('connect', () => this.#connected());
    this.#socket.on('connect_error', (error) =>
      this.#comeBack(`the server refused this agent: ${error.message}`),
    );
    this.#socket.on('disconnect', () => this.#comeBack(null));
    for (const [event, act] of Object.entries(events))
      this.#socket.on(event, (message: unknown, acknowledge?: () => void) => {
        act(message);
        acknowledge?.();
      });
  }

  connect(): void {
    this.#socket.connect();
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Resolves with the server's answer. Nothing is kept for later here: that is the spool's work. */
  async send(event: string, message: unknown): Promise<unknown> {
    if (!this.#socket.connected) throw new Error('no line to the server');
    return this.#socket.timeout(ACK_MS).emitWithAck(event, message);
  }

  close(): void {
    this.#forgetRetry();
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
  }

  #connected(): void {
    this.#refusals = 0;
    this.options.onConnected();
  }

  /** The client goes on by itself after a cut line, but not after a server that said no or sent it away. */
  #comeBack(refusal: string | null): void {
    if (this.#socket.active) return;
    if (refusal && this.#refusals === 0) this.options.log(refusal);
    const wait = Math.min(RETRY.firstMs * 2 ** this.#refusals, RETRY.ceilingMs);
    this.#refusals = Math.min(this.#refusals + 1, 10);
    this.#forgetRetry();
    this.#forgetRetry = this.options.timers.after(wait, () => this.#socket.connect());
  }
}
