import type { PluggedInMessage } from '#libs/contracts/agent';
import type { PluggedIn } from '#devices/contract/plugged-in';
import type { Timers } from '#devices/contract/timers';
import type { Send } from './channel.js';

/** Somebody who plugs a device in looks at the office page within this time; a listing costs some milliseconds. */
const LOOK_MS = 10_000;

export interface PlugWatchOptions {
  look(): Promise<PluggedIn>;
  send: Send;
  timers: Timers;
}

/** Tells the server what is plugged into this computer: after each connect, and when it has changed. */
export class PlugWatch {
  /** What the server has acknowledged. */
  #told = '';
  #busy = false;
  #stopped = false;
  #forgetNext = (): void => {};

  constructor(private readonly options: PlugWatchOptions) {}

  /** The server may know nothing. */
  connected(): void {
    this.#told = '';
    this.#now();
  }

  stop(): void {
    this.#stopped = true;
    this.#forgetNext();
  }

  #now(): void {
    this.#forgetNext();
    if (this.#busy || this.#stopped) return;
    this.#busy = true;
    void this.#tell().finally(() => {
      this.#busy = false;
      if (!this.#stopped) this.#forgetNext = this.options.timers.after(LOOK_MS, () => this.#now());
    });
  }

  /** What cannot be told now is told after the next look. */
  async #tell(): Promise<void> {
    const message = messageOf(await this.options.look());
    const text = JSON.stringify(message);
    if (text === this.#told) return;
    await this.options.send('plugged-in', message).then(
      () => (this.#told = text),
      () => {},
    );
  }
}

const SHORT = 200;
const short = (text: string | null): string | null => text?.slice(0, SHORT) ?? null;

/** As the contract has it: a maker's name may be as long as it likes. */
const messageOf = ({ serial, hid, problems }: PluggedIn): PluggedInMessage => ({
  serial: serial.slice(0, 100).map(({ path, stablePath, maker, serialNumber, ...ids }) => ({
    ...{ ...ids, path, stablePath, maker: short(maker), serialNumber: short(serialNumber) },
  })),
  hid: hid.slice(0, 300).map(({ maker, product, serialNumber, ...ids }) => ({
    ...{ ...ids, maker: short(maker), product: short(product), serialNumber: short(serialNumber) },
  })),
  problems: problems.slice(0, 10).map((problem) => problem.slice(0, 500)),
});
