import { realTimers, type Timers } from '../contract/timers.js';
import {
  decodeRateAnswer,
  encodeRateRequest,
  HEART_BEAT_MS,
  REPLY,
  type RateAnswer,
  type RateRequest,
} from './rate-message.codec.js';
import { RATE_PAD, type RatePadModel } from './rate-pad-models.js';
import { TabletNetwork } from './tablet-network.js';

export interface RatePadSimulatorOptions {
  /** `ws://host:port/`, with `?key=` where the place has a key. */
  url: string;
  window: string;
  model?: RatePadModel;
  timers?: Timers;
}

/** A tablet of the RateQuest dialect: logs in, asks when asked to, sends what is pressed until it is taken. */
export class RatePadSimulator {
  readonly network: TabletNetwork;
  readonly #options: RatePadSimulatorOptions;
  readonly #model: RatePadModel;
  readonly #timers: Timers;
  #lit: string | null = null;
  #loggedIn = false;
  #heartbeats = true;
  #forgetBeat = (): void => {};

  constructor(options: RatePadSimulatorOptions) {
    this.#options = options;
    this.#model = options.model ?? RATE_PAD;
    this.#timers = options.timers ?? realTimers;
    this.network = new TabletNetwork({
      url: options.url,
      timers: this.#timers,
      connected: () => this.#connected(),
      text: (text) => this.#hear(decodeRateAnswer(text, this.#model.names)),
    });
  }

  get loggedIn(): boolean {
    return this.#loggedIn && this.network.isConnected;
  }

  /** The rating it asks for. */
  get lit(): string | null {
    return this.#lit;
  }

  press(content: string): void {
    if (this.#lit !== null) this.submit(this.#lit, content);
  }

  submit(rateId: string, content: string): void {
    this.send({ method: 'RateSubmit', rateId, content });
  }

  send(request: RateRequest): void {
    this.network.say(encodeRateRequest(request, this.#model.names, this.#timers.now()));
  }

  /** The program hangs: no heartbeat any more. */
  hang(): void {
    this.#heartbeats = false;
  }

  close(): Promise<void> {
    this.#forgetBeat();
    return this.network.unplug();
  }

  #connected(): void {
    this.#loggedIn = false;
    this.send({ method: 'Login', window: this.#options.window, user: null });
    this.#forgetBeat();
    this.#beat();
  }

  #beat(): void {
    this.#forgetBeat = this.#timers.after(HEART_BEAT_MS, () => {
      if (this.#heartbeats) this.send({ method: 'HeartBeat' });
      this.#beat();
    });
  }

  #hear(answer: RateAnswer | null): void {
    if (answer?.kind === 'quest') this.#lit = answer.rateId;
    if (answer?.kind !== 'reply' || answer.code !== REPLY.done) return;
    if (answer.request === 'Login') this.#loggedIn = true;
    if (answer.request === 'RateSubmit') this.#lit = null;
  }
}
