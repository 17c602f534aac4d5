import type { DeviceWish } from '#libs/contracts/agent';
import type { CommandReply } from '#libs/contracts/socket';
import { CallKeypadDriver, type KeypadPress } from '#devices/call-keypad/call-keypad.driver';
import { addressOf, type Attach, type Attached, type Input, type Surroundings } from './attached.js';

/** So long the same key counts as the answer to “once more?”. */
const CONFIRM_MS = 8_000;

type KeypadWish = Extract<DeviceWish, { kind: 'call-keypad' }>;
type KeyInput = Extract<Input, { kind: 'key' }>;

const sameKey = (one: KeyInput, other: KeyInput): boolean =>
  one.action === other.action && one.target === other.target && one.shown === other.shown;

/** A keypad cannot say why the server said no: it beeps. Where the server asks once more, the same key again says yes. */
class Keypad implements Attached {
  readonly #driver: CallKeypadDriver;
  #wish: KeypadWish | null = null;
  #beeps = 0;
  #asked: KeyInput | null = null;
  #forgetAsked = (): void => {};

  constructor(
    address: number,
    private readonly around: Surroundings,
  ) {
    const { line, timers, onHealth } = around;
    this.#driver = new CallKeypadDriver({
      ...{ line, timers, address, onHealth },
      onPress: (press) => this.#pressed(press),
    });
  }

  start(): void {
    this.#driver.start();
  }

  async stop(): Promise<void> {
    this.#forgetAsked();
    await this.#driver.stop();
  }

  show(wish: DeviceWish): void {
    if (wish.kind !== 'call-keypad') return;
    this.#wish = wish;
    this.#draw();
  }

  answered(input: Input, reply: CommandReply): void {
    if (input.kind !== 'key' || reply.ok) return;
    this.beep();
    if (!('refusal' in reply) || reply.refusal.code !== 'confirm-quick-finish') return;
    this.#asked = input;
    this.#forgetAsked();
    this.#forgetAsked = this.around.timers.after(CONFIRM_MS, () => {
      this.#asked = null;
    });
  }

  beep(): void {
    this.#beeps += 1;
    this.#draw();
  }

  #draw(): void {
    const { ticket, waiting } = this.#wish ?? { ticket: null, waiting: null };
    this.#driver.show({ ticket, waiting, ring: this.#beeps });
  }

  #pressed({ action, target, shown, pressedAt }: KeypadPress): void {
    const at = { pressedAt: pressedAt.toISOString() };
    const key: KeyInput = {
      ...{ kind: 'key', action, target, shown: shown?.ticketId ?? null, confirmed: false, ...at },
    };
    const confirmed = this.#asked !== null && sameKey(this.#asked, key);
    this.#asked = null;
    this.around.onInput({ ...key, confirmed });
  }
}

export const keypads: Readonly<Record<string, Attach>> = {
  'call-keypad': (device, around) => new Keypad(addressOf(device), around),
};
