import { WebSocket, type RawData } from 'ws';
import type { Port } from './port.js';
import type { Timers } from './timers.js';

/** A pulled cable sends no farewell: the other side is asked this often and must have answered by the next time. */
const PING_MS = 10_000;
/** How long a closing socket may take to say goodbye. */
const FAREWELL_MS = 1_000;

/** Close codes of RFC 6455. */
export const GOING_AWAY = 1001;
export const NOT_TEXT = 1003;
export const NOT_WELCOME = 1008;

export interface ConnectionOptions {
  socket: WebSocket;
  timers: Timers;
  /** The other side must say something at least this often, in ms. */
  silenceMs: number;
  text(text: string): void;
  /** Once. */
  closed(cause: string): void;
}

/** One WebSocket connection as a port: one text message is one chunk of UTF-8. Half-dead ones are noticed and ended. */
export class WebSocketConnection implements Port {
  readonly #options: ConnectionOptions;
  #cause: string | null = null;
  #answered = true;
  #forgetPing = (): void => {};
  #forgetSilence = (): void => {};

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { socket } = options;
    socket.on('message', (data, binary) => this.#message(data, binary));
    socket.on('pong', () => {
      this.#answered = true;
    });
    socket.on('error', (error) => {
      this.#cause ??= error.message;
    });
    socket.on('close', () => {
      this.#forgetPing();
      this.#forgetSilence();
      options.closed(this.#cause ?? 'ended by the other side');
    });
    this.#ping();
    this.#awaitWord();
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.say(Buffer.from(bytes).toString());
  }

  say(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#options.socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): Promise<void> {
    return this.leave(GOING_AWAY, 'closed here');
  }

  leave(code: number, cause: string): Promise<void> {
    const { socket, timers } = this.#options;
    this.#cause ??= cause;
    if (socket.readyState === WebSocket.CLOSED) return Promise.resolve();
    return new Promise((resolve) => {
      const forget = timers.after(FAREWELL_MS, () => socket.terminate());
      socket.once('close', () => {
        forget();
        resolve();
      });
      socket.close(code);
    });
  }

  #message(data: RawData, binary: boolean): void {
    if (binary) return void this.leave(NOT_TEXT, 'it spoke no text');
    this.#awaitWord();
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(new Uint8Array(data));
    this.#options.text(bytes.toString());
  }

  #awaitWord(): void {
    this.#forgetSilence();
    this.#forgetSilence = this.#options.timers.after(this.#options.silenceMs, () =>
      this.#giveUp('no heartbeat'),
    );
  }

  #ping(): void {
    this.#forgetPing = this.#options.timers.after(PING_MS, () => {
      if (!this.#answered) return this.#giveUp('no sign of life');
      this.#answered = false;
      if (this.#options.socket.readyState === WebSocket.OPEN) this.#options.socket.ping();
      this.#ping();
    });
  }

  #giveUp(cause: string): void {
    this.#cause ??= cause;
    this.#options.socket.terminate();
  }
}
