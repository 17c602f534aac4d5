import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Socket } from 'socket.io-client';
import type { CommandReply } from '#libs/contracts/socket';
import type { Client } from '../support/client.js';
import { entered, press } from '../support/counter-desk.js';
import type { FurnishedHall } from '../support/furnished-hall.js';
import { clerkWork, kioskWork, padWork, type Work } from './crash-work.js';

interface Worker {
  client: Client;
  work: Work;
  socket: Socket | null;
  waits: boolean;
}

/** What somebody handed in, and what came back. Without a reply it is in doubt: the server fell before it answered. */
export interface Asked {
  by: Worker;
  requestId: string;
  name: string;
  body: object;
  reply: CommandReply | null;
}

/** Kiosks, clerks and pads that never rest, and remember what they were told. */
export class Crowd {
  readonly asked: Asked[] = [];
  readonly #workers: Worker[];
  #working = false;
  /** Told of every answer. */
  #answered: () => void = () => undefined;

  constructor({ kiosks, clerks, pads }: FurnishedHall) {
    const hire = (clients: Client[], work: () => Work) =>
      clients.map((client): Worker => ({ client, work: work(), socket: null, waits: false }));
    this.#workers = [...hire(kiosks, kioskWork), ...hire(clerks, clerkWork), ...hire(pads, padWork)];
  }

  async enter(url: string): Promise<void> {
    await Promise.all(
      this.#workers.map(async (worker) => {
        const { client } = worker;
        client.url = url;
        const { deviceId } = client;
        const socket = client.socket(deviceId === null ? { page: 'counter' } : { page: 'screen', deviceId });
        worker.socket = socket;
        worker.waits = false;
        socket.on('snapshot', (message: unknown) => {
          worker.work.see(message);
          this.#go(worker);
        });
        await entered(socket);
      }),
    );
  }

  leave(): void {
    this.#working = false;
    for (const { client } of this.#workers) client.close();
  }

  /** Everyone works until so many answers have come. It goes on after that: only a fall or `leave` ends it. */
  work(answers: number): Promise<void> {
    this.#working = true;
    let left = answers;
    const enough = new Promise<void>((resolve) => {
      this.#answered = () => --left === 0 && resolve();
    });
    for (const worker of this.#workers) this.#go(worker);
    return enough;
  }

  /** Hands in again, twice, what was in doubt. Answers how many there were, and which got two different answers. */
  async repeatDoubts(): Promise<{ doubts: number; differing: Asked[] }> {
    const doubts = this.asked.filter(({ reply }) => reply === null);
    const differing: Asked[] = [];
    for (const asked of doubts) {
      const [reply, again] = await Promise.all([this.#hand(asked), this.#hand(asked)]);
      if (!isDeepStrictEqual(reply, again)) differing.push(asked);
      asked.reply = reply;
      asked.by.work.hear(asked.name, reply);
    }
    return { doubts: doubts.length, differing };
  }

  /** Hands in again what was answered last. Answers which ones are answered otherwise now. */
  async repeatAnswered(last: number): Promise<Asked[]> {
    const answered = this.asked.filter(({ reply }) => reply !== null).slice(-last);
    const again = await Promise.all(answered.map((asked) => this.#hand(asked)));
    return answered.filter(({ reply }, place) => !isDeepStrictEqual(reply, again[place]));
  }

  #go(worker: Worker): void {
    const wish = this.#working && !worker.waits ? worker.work.wish() : null;
    if (!wish) return;
    const asked: Asked = { by: worker, requestId: randomUUID(), ...wish, reply: null };
    this.asked.push(asked);
    worker.waits = true;
    const answered = (reply: CommandReply) => {
      asked.reply = reply;
      worker.waits = false;
      worker.work.hear(asked.name, reply);
      this.#answered();
      this.#go(worker);
    };
    this.#hand(asked).then(answered, () => undefined); // the server fell: in doubt until it is asked again
  }

  #hand({ by, name, body, requestId }: Asked): Promise<CommandReply> {
    if (!by.socket) throw new Error('not in the hall');
    return press(by.socket, name, body, requestId);
  }
}
