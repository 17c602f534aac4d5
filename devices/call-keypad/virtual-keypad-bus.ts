import type { Timers } from '../contract/timers.js';
import { VirtualBus } from '../contract/virtual-bus.js';
import { VirtualKeypad } from './virtual-keypad.js';

/** A bus with keypads on it, each asked for by its address. */
export class VirtualKeypadBus extends VirtualBus {
  readonly #keypads: ReadonlyMap<number, VirtualKeypad>;

  constructor(addresses: readonly number[], timers: Timers, send: (bytes: Uint8Array) => void) {
    super(timers, send);
    this.#keypads = new Map(
      addresses.map((address) => [address, this.plugIn(new VirtualKeypad(address, this))] as const),
    );
  }

  keypad(address: number): VirtualKeypad {
    const keypad = this.#keypads.get(address);
    if (!keypad) throw new Error(`no keypad with address ${address} on this bus`);
    return keypad;
  }
}
