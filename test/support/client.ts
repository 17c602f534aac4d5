import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { enrolAnswer } from '#libs/contracts/rest';
import { commandReply, type CommandReply, type Handshake } from '#libs/contracts/socket';
import { Looking } from './looking.js';

/** A page as the server meets it: cookies, REST and a socket. No page code. */
export class Client {
  readonly #cookies = new Map<string, string>();
  deviceId: string | null = null;
  #sockets: Socket[] = [];

  constructor(
    /** A server started again may listen elsewhere. */
    public url: string,
    readonly hallId: string,
  ) {}

  async signIn(username: string, password: string, counterId: string | null): Promise<Response> {
    return this.rest('POST', '/api/sessions', { hallId: this.hallId, counterId, username, password });
  }

  async enrol(code: string): Promise<void> {
    const answer = await this.rest('POST', '/api/devices/enrol', { code });
    this.deviceId = enrolAnswer.parse(await answer.json()).deviceId;
  }

  async rest(method: string, path: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.#cookieHeader() };
    if (body) headers['content-type'] = 'application/json';
    if (this.deviceId) headers['x-tingxu-screen'] = this.deviceId;
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const cut = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return answer;
  }

  /** Hands a command in by REST. */
  async ask(name: string, body: object = {}, requestId: string = randomUUID()): Promise<CommandReply> {
    const answer = await this.rest('POST', `/api/halls/${this.hallId}/commands/${name}`, { requestId, body });
    return commandReply.parse(await answer.json());
  }

  /** The answer of a command that must be accepted. */
  async do(name: string, body: object = {}): Promise<Record<string, unknown>> {
    const reply = await this.ask(name, body);
    if (!reply.ok) throw new Error(`${name} was not accepted: ${JSON.stringify(reply)}`);
    return reply.answer;
  }

  /** The code of a command that must be refused; the whole reply where it was not. */
  async refused(name: string, body: object = {}): Promise<string> {
    const reply = await this.ask(name, body);
    return !reply.ok && 'refusal' in reply ? reply.refusal.code : JSON.stringify(reply);
  }

  /** Opens the page's socket and looks at what it is shown. */
  look(handshake: Handshake): Looking {
    const socket = this.socket(handshake);
    return new Looking(socket);
  }

  /** Looks as the screen it was enrolled as. */
  watch(): Looking {
    return this.look({ page: 'screen', deviceId: this.deviceId ?? '' });
  }

  socket(auth: object, namespace = '/'): Socket {
    const socket = io(`${this.url}${namespace}`, {
      auth,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: this.#cookieHeader() },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.#sockets.push(socket);
    return socket;
  }

  close(): void {
    for (const socket of this.#sockets) socket.close();
    this.#sockets = [];
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
