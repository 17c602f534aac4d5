import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { OpenPort, Port, PortListener } from './port.js';
import type { Timers } from './timers.js';
import { GOING_AWAY, NOT_WELCOME, WebSocketConnection } from './websocket-connection.js';

/** Why a device may not come in: nobody knows its place or its key is wrong; its like is there; nobody waits for it now. */
export type LoginRefusal = 'unknown' | 'occupied' | 'not-ready';

export interface Login {
  /** Where the device says it stands: a window number. */
  place: string;
  /** What it proves that with; null where the dialect has none, and the key stands in the address (`?key=`). */
  key: string | null;
  welcome: string;
  refused(reason: LoginRefusal): string;
}

/** How a dialect speaks before a device has logged in. Texts are whole messages. */
export interface Greeter {
  /** Said to whoever connects; null: nothing. */
  readonly prompt: string | null;
  hear(text: string, places: readonly string[]): { login: Login } | { answer: string | null };
}

export interface WebSocketListenerOptions {
  /** The address to listen on: the one of the hall's own network. */
  host: string;
  /** 0: any free one. */
  port: number;
  timers: Timers;
  greeter: Greeter;
  /** A device that has logged in says something at least this often, in ms: its dialect's heartbeat with some grace. */
  silenceMs: number;
}

const LOGIN_MS = 10_000;
const LONGEST_MESSAGE = 16 * 1024;
/** Of connections that have not logged in. */
const STRANGERS = 32;

interface Place {
  key: string | null;
  waiting: { listener: PortListener; resolve(port: Port): void; reject(error: Error): void } | null;
  connected: WebSocketConnection | null;
}

/**
 * Devices that come to us: each logs in with its place and, if one is set, that place's key. One device a place: a second one
 * is refused while the first lives. Listens from the first opening on until it is closed.
 */
export class WebSocketListener {
  readonly #options: WebSocketListenerOptions;
  readonly #places = new Map<string, Place>();
  readonly #all = new Set<WebSocketConnection>();
  #strangers = 0;
  #server: Promise<WebSocketServer> | null = null;

  constructor(options: WebSocketListenerOptions) {
    this.#options = options;
  }

  /** The port listened on; rejects when it cannot be. */
  async port(): Promise<number> {
    const address = (await this.#listening()).address();
    return typeof address === 'object' && address ? address.port : this.#options.port;
  }

  /** Each call of the answer waits for the next device that logs in at that place. */
  openPort(name: string, key: string | null): OpenPort {
    const place: Place = { key, waiting: null, connected: null };
    this.#places.set(name, place);
    return async (listener) => {
      await this.#listening();
      return new Promise((resolve, reject) => {
        place.waiting?.reject(new Error('waited for anew'));
        place.waiting = { listener, resolve, reject };
      });
    };
  }

  async close(): Promise<void> {
    const server = await this.#server?.catch(() => null);
    this.#server = null;
    for (const place of this.#places.values()) {
      place.waiting?.reject(new Error('nobody listens any more'));
      place.waiting = null;
    }
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    await Promise.all([...this.#all].map((connection) => connection.leave(GOING_AWAY, 'closed here')));
    await closed;
  }

  #listening(): Promise<WebSocketServer> {
    this.#server ??= new Promise<WebSocketServer>((resolve, reject) => {
      const { host, port } = this.#options;
      const server = new WebSocketServer({
        host,
        port,
        maxPayload: LONGEST_MESSAGE,
        perMessageDeflate: false,
      });
      server.once('listening', () => resolve(server));
      server.once('error', reject);
      server.on('connection', (socket, request) => this.#connected(socket, request));
    }).catch((error: unknown) => {
      this.#server = null;
      throw error;
    });
    return this.#server;
  }

  #connected(socket: WebSocket, request: IncomingMessage): void {
    if (this.#strangers >= STRANGERS) return socket.terminate();
    this.#strangers += 1;
    new Visit(socket, request, this.#options, {
      places: () => [...this.#places.keys()],
      came: (connection) => this.#all.add(connection),
      admit: (login, key, connection) => this.#admit(login, key, connection),
      known: () => {
        this.#strangers -= 1;
      },
      left: (connection, place, cause) => this.#left(connection, place, cause),
    });
  }

  #admit(login: Login, key: string | null, connection: WebSocketConnection): PortListener | LoginRefusal {
    const place = this.#places.get(login.place);
    if (!place || !opens(place.key, login.key ?? key)) return 'unknown';
    if (place.connected) return 'occupied';
    const { waiting } = place;
    if (!waiting) return 'not-ready';
    place.waiting = null;
    place.connected = connection;
    waiting.resolve(connection);
    return waiting.listener;
  }

  #left(connection: WebSocketConnection, listener: PortListener | null, cause: string): void {
    this.#all.delete(connection);
    for (const place of this.#places.values()) if (place.connected === connection) place.connected = null;
    listener?.closed(cause);
  }
}

interface Host {
  places(): readonly string[];
  came(connection: WebSocketConnection): void;
  admit(login: Login, key: string | null, connection: WebSocketConnection): PortListener | LoginRefusal;
  /** The visitor is a stranger no more, or gone. */
  known(): void;
  left(connection: WebSocketConnection, listener: PortListener | null, cause: string): void;
}

/** One connection from its first word on: a stranger, then a device at its place. */
class Visit {
  readonly #connection: WebSocketConnection;
  readonly #key: string | null;
  #listener: PortListener | null = null;
  #turnedAway = false;
  #forgetDeadline = (): void => {};

  constructor(
    socket: WebSocket,
    request: IncomingMessage,
    private readonly options: WebSocketListenerOptions,
    private readonly host: Host,
  ) {
    this.#key = new URLSearchParams(request.url?.split('?')[1]).get('key');
    const { timers, silenceMs, greeter } = options;
    this.#connection = new WebSocketConnection({
      socket,
      timers,
      silenceMs,
      text: (text) => this.#hear(text),
      closed: (cause) => this.#closed(cause),
    });
    host.came(this.#connection);
    this.#forgetDeadline = timers.after(LOGIN_MS, () => void this.#turnAway());
    if (greeter.prompt !== null) this.#say(greeter.prompt);
  }

  #hear(text: string): void {
    if (this.#listener) return this.#listener.bytes(Buffer.from(text));
    if (this.#turnedAway) return;
    const heard = this.options.greeter.hear(text, this.host.places());
    if ('login' in heard) this.#login(heard.login);
    else if (heard.answer !== null) this.#say(heard.answer);
  }

  #login(login: Login): void {
    const admitted = this.host.admit(login, this.#key, this.#connection);
    if (typeof admitted === 'string') {
      this.#say(login.refused(admitted));
      this.#turnAway();
      return;
    }
    this.#forgetDeadline();
    this.#listener = admitted;
    this.host.known();
    this.#say(login.welcome);
  }

  #turnAway(): void {
    this.#turnedAway = true;
    void this.#connection.leave(NOT_WELCOME, 'not logged in');
  }

  #closed(cause: string): void {
    this.#forgetDeadline();
    if (!this.#listener) this.host.known();
    this.host.left(this.#connection, this.#listener, cause);
  }

  /** A connection that breaks meanwhile tells so by itself. */
  #say(text: string): void {
    this.#connection.say(text).catch(() => {});
  }
}

/** Compared by digest, so that the time it takes tells nothing of the key. */
function opens(key: string | null, given: string | null): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return key === null || (given !== null && timingSafeEqual(digest(key), digest(given)));
}
