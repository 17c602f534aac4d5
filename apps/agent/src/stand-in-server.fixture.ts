import http from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { AttachedDevice, HealthMessage, InputMessage, OutcomeMessage } from '#libs/contracts/agent';
import type { CommandReply } from '#libs/contracts/socket';
import { Watched } from '#devices/contract/watched';

export const CODE = 'ONE-TIME-CODE';
const TOKEN = 'token-of-the-agent';

/** Speaks the server's side of libs/contracts/agent.ts over a real socket, so that the agent is tested on its wire. */
export class StandInServer extends Watched {
  readonly inputs: InputMessage[] = [];
  readonly outcomes: OutcomeMessage[] = [];
  readonly healths: HealthMessage[] = [];
  connections = 0;
  devices: AttachedDevice[] = [];
  /** The hall's clock. */
  now = '2026-03-02T01:05:00.000Z';
  /** What an input is answered; null: nothing at all. */
  reply: (input: InputMessage) => CommandReply | null = () => ({ ok: true, answer: {} });
  #port = 0;
  #http: http.Server | null = null;
  #io: Server | null = null;
  #codeUsed = false;

  async start(): Promise<void> {
    const server = http.createServer((request, response) => this.#enrol(request, response));
    this.#http = server;
    this.#io = new Server(server);
    const room = this.#io.of('/agent');
    room.use((socket, next) =>
      next(socket.handshake.auth['token'] === TOKEN ? undefined : new Error('not-enrolled')),
    );
    room.on('connection', (socket) => this.#welcome(socket));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) this.#port = address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Gone, with every connection; what it knew it keeps. */
  async stop(): Promise<void> {
    await this.#io?.close();
    this.#http?.closeAllConnections();
    this.#io = null;
  }

  tell(event: 'devices' | 'desired' | 'print' | 'time', message: unknown): void {
    this.#io?.of('/agent').emit(event, message);
  }

  /** Sends the agent away, as a server does that shuts down. */
  dismiss(): void {
    this.#io?.of('/agent').disconnectSockets(true);
  }

  list(devices: AttachedDevice[]): void {
    this.devices = devices;
    this.tell('devices', { devices, at: this.now });
  }

  state(deviceId: string): string | undefined {
    return this.healths.findLast((health) => health.deviceId === deviceId)?.state;
  }

  outcome(jobId: string): string[] {
    return this.outcomes.filter((message) => message.jobId === jobId).map((message) => message.outcome);
  }

  #welcome(socket: Socket): void {
    this.connections += 1;
    const collect = <Message>(event: string, into: Message[]): void =>
      void socket.on(event, (message: Message, acknowledge: (reply: unknown) => void) => {
        into.push(message);
        acknowledge({ ok: true, answer: {} });
        this.changed();
      });
    collect('health', this.healths);
    collect('outcome', this.outcomes);
    socket.on('input', (message: InputMessage, acknowledge: (reply: unknown) => void) => {
      this.inputs.push(message);
      const reply = this.reply(message);
      if (reply) acknowledge(reply);
      this.changed();
    });
    socket.on('disconnect', () => this.changed());
    socket.emit('time', { at: this.now });
    socket.emit('devices', { devices: this.devices, at: this.now });
    this.changed();
  }

  #enrol(request: http.IncomingMessage, response: http.ServerResponse): void {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const good =
        request.url === '/api/devices/enrol' && body === JSON.stringify({ code: CODE }) && !this.#codeUsed;
      this.#codeUsed ||= good;
      response.writeHead(good ? 201 : 409, { 'content-type': 'application/json' });
      const answer = { deviceId: 'agent-1', kind: 'agent', name: '一楼设备代理', token: TOKEN };
      response.end(JSON.stringify(good ? answer : { code: 'code-unknown', params: {} }));
    });
  }
}
