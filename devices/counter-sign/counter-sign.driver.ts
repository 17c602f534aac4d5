import type { ShowingDriver } from '../contract/driver.js';
import type { FittedText } from '../contract/gb-text.js';
import type { Line, LineUser } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { Exchange, type ExchangeOutcome } from './exchange.js';
import type { SignAnswer, SignListener, SignPacket, SignProtocol } from './sign-protocol.js';
import type { SignAbility, SignHealth, SignWish } from './sign-wish.js';

/** A sign says nothing by itself: this often it is told again what it should know, and so found silent or set right. */
export const BEAT_MS = 15_000;

export interface CounterSignOptions {
  /** A sign that answers wants a line of its own: its answers name nobody. */
  line: Line;
  protocol: SignProtocol;
  timers: Timers;
  onHealth(health: SignHealth): void;
}

export class CounterSignDriver implements ShowingDriver<SignHealth, SignWish> {
  readonly #options: CounterSignOptions;
  readonly #exchange: Exchange;
  readonly #listener: SignListener;
  #wish: SignWish | null = null;
  #step = 0;
  /** What the sign is known to show, by slot; nothing of it survives the connection. */
  readonly #shown = new Map<SignPacket['slot'], string>();
  #health: SignHealth = { state: 'unreachable' };
  #hasAnswered = false;
  #beats = 0;
  #forgetBeat = (): void => {};
  #forgetStep = (): void => {};
  #leave: (() => Promise<void>) | null = null;

  constructor(options: CounterSignOptions) {
    this.#options = options;
    this.#exchange = new Exchange(options.timers, (bytes) => this.#send(bytes));
    this.#listener = options.protocol.listen(options.timers, (answer) => this.#answer(answer));
  }

  get cannot(): readonly SignAbility[] {
    return this.#options.protocol.cannot;
  }

  start(): void {
    const user: LineUser = {
      opened: () => this.#opened(),
      bytes: (chunk) => this.#listener.push(chunk),
      lost: () => this.#lost(),
    };
    this.#leave = this.#options.line.join(user);
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#forgetBeat();
    this.#forgetStep();
    this.#exchange.abandon();
    this.#listener.reset();
    this.#health = { state: 'unreachable' };
    await leave?.();
  }

  health(): SignHealth {
    return this.#health;
  }

  /** The text as this sign shows it, and how many characters it has no shape for. */
  printable(text: string): FittedText {
    return this.#options.protocol.printable(text);
  }

  show(wish: SignWish): void {
    if (this.#wish && sameWish(this.#wish, wish)) return;
    this.#wish = wish;
    this.#step = 0;
    this.#forgetStep();
    const steps = this.#options.protocol.steps(wish);
    if (steps > 1) this.#walk(steps);
    this.#pump();
  }

  #opened(): void {
    this.#exchange.abandon();
    this.#listener.reset();
    this.#shown.clear();
    this.#beats = 0;
    this.#beat();
    if (!this.#wish || !this.#asks) this.#report({ state: 'ready' });
    this.#pump();
  }

  #lost(): void {
    this.#forgetBeat();
    this.#exchange.abandon();
    this.#report({ state: 'unreachable' });
  }

  /** Whether an answer is waited for. */
  get #asks(): boolean {
    const { answers } = this.#options.protocol;
    return answers === 'always' || (answers === 'learned' && this.#hasAnswered);
  }

  /** Sends the next packet that differs from what is shown; comes back here when it is settled. */
  #pump(): void {
    const wish = this.#wish;
    if (!this.#leave || !wish || !this.#options.line.isOpen || this.#exchange.isBusy) return;
    for (const packet of this.#options.protocol.packets(wish, this.#step)) {
      if (this.#shown.get(packet.slot) === keyOf(packet)) continue;
      if (this.#asks)
        return this.#exchange.start(packet.bytes, (outcome) => this.#settle(packet, wish, outcome));
      this.#send(packet.bytes);
      this.#shown.set(packet.slot, keyOf(packet));
    }
    this.#report({ state: 'ready' });
  }

  #settle(packet: SignPacket, wish: SignWish, outcome: ExchangeOutcome): void {
    if (outcome.kind === 'silent') return this.#options.line.drop('no answer from the sign');
    if (outcome.kind === 'refused') this.#report({ state: 'refusing', code: outcome.code });
    else this.#shown.set(packet.slot, keyOf(packet));
    // What was refused is tried again with the next beat; a newer wish need not wait for that.
    if (outcome.kind === 'taken' || wish !== this.#wish) this.#pump();
  }

  #answer(answer: SignAnswer): void {
    this.#hasAnswered = true;
    this.#exchange.hear(answer);
  }

  #beat(): void {
    this.#forgetBeat();
    this.#forgetBeat = this.#options.timers.after(BEAT_MS, () => {
      this.#beats += 1;
      const renews = this.#beats % this.#options.protocol.renewEvery === 0;
      if (renews || this.#health.state !== 'ready') this.#shown.clear();
      else this.#shown.delete('power');
      this.#beat();
      this.#pump();
    });
  }

  #walk(steps: number): void {
    this.#forgetStep = this.#options.timers.after(this.#options.protocol.stepMs, () => {
      this.#step = (this.#step + 1) % steps;
      this.#walk(steps);
      this.#pump();
    });
  }

  #send(bytes: Uint8Array): void {
    // A line that is down tells so by itself, and everything is sent anew when it is back.
    this.#options.line.write(bytes).catch(() => {});
  }

  #report(health: SignHealth): void {
    if (!this.#leave || sameHealth(this.#health, health)) return;
    this.#health = health;
    this.#options.onHealth(health);
  }
}

const keyOf = ({ bytes }: SignPacket): string => Buffer.from(bytes).toString('latin1');

const textOf = (wish: SignWish): string => (wish.kind === 'dark' ? '' : wish.text);

const sameWish = (one: SignWish, other: SignWish): boolean =>
  one.kind === other.kind && textOf(one) === textOf(other) && one.brightness === other.brightness;

const sameHealth = (one: SignHealth, other: SignHealth): boolean =>
  one.state === other.state && codeOf(one) === codeOf(other);

const codeOf = (health: SignHealth): number | null => (health.state === 'refusing' ? health.code : null);
