import type { BusFrame } from '../contract/caller-bus.js';
import type { Timers } from '../contract/timers.js';
import { VirtualBus } from '../contract/virtual-bus.js';
import { VirtualPad } from './virtual-pad.js';

/** A bus with four-key pads on it, each asked for by its address. */
export class VirtualPadBus extends VirtualBus {
  readonly #pads: ReadonlyMap<number, VirtualPad>;

  constructor(addresses: readonly number[], timers: Timers, send: (bytes: Uint8Array) => void) {
    super(timers, send);
    this.#pads = new Map(
      addresses.map((address) => [address, this.plugIn(new VirtualPad(address, this))] as const),
    );
  }

  press(address: number, key: number): void {
    this.#pad(address).press(key);
  }

  lit(address: number): boolean {
    return this.#pad(address).lit;
  }

  told(address: number): readonly BusFrame[] {
    return this.#pad(address).told;
  }

  acknowledged(address: number): boolean {
    return this.#pad(address).acknowledged;
  }

  #pad(address: number): VirtualPad {
    const pad = this.#pads.get(address);
    if (!pad) throw new Error(`no pad with address ${address} on this bus`);
    return pad;
  }
}
