import { FrameParser } from '../contract/framing.js';
import type { Timers } from '../contract/timers.js';
import { Watched } from '../contract/watched.js';
import { BUS_FRAME, COMMANDS, decodeFrame, encodeFrame, type BusFrame } from './four-key-pad.codec.js';

const GAP_MS = 100;
/** Recalled from the field as 200 to 500 ms, three times (hardware.md 4.b). */
const RESEND_MS = 300;
const SENDS = 4;
/** A demonstration runs for weeks. */
const REMEMBERED = 1_000;

interface Pad {
  lit: boolean;
  told: BusFrame[];
  /** The key waiting for its acknowledgement. */
  waiting: { key: number; forget: () => void } | null;
}

/** Four-key pads on one bus, without a wire: bytes in, bytes out. */
export class VirtualPadBus extends Watched {
  readonly #pads: ReadonlyMap<number, Pad>;
  readonly #parser: FrameParser;
  #deaf = false;
  /** Key frames sent, resent ones too. */
  sent = 0;
  /** Bytes from the host, heard or not. */
  received = 0;

  constructor(
    addresses: readonly number[],
    private readonly timers: Timers,
    private readonly send: (bytes: Uint8Array) => void,
  ) {
    super();
    this.#pads = new Map(addresses.map((address) => [address, { lit: false, told: [], waiting: null }]));
    this.#parser = new FrameParser(BUS_FRAME, GAP_MS, timers, (frame) => this.#hear(decodeFrame(frame)));
  }

  receive(chunk: Uint8Array): void {
    this.received += chunk.length;
    if (!this.#deaf) this.#parser.push(chunk);
    this.changed();
  }

  /** A key goes down; the pad sends it until it is acknowledged or it has tried often enough. */
  press(address: number, key: number): void {
    const pad = this.#pad(address);
    pad.waiting?.forget();
    this.#transmit(address, pad, key, SENDS);
    this.changed();
  }

  /** Asks for a rating, so far as this pad knows. */
  lit(address: number): boolean {
    return this.#pad(address).lit;
  }

  /** Frames for this pad, oldest first. */
  told(address: number): readonly BusFrame[] {
    return this.#pad(address).told;
  }

  acknowledged(address: number): boolean {
    return this.#pad(address).waiting === null;
  }

  /** Lightning, a bad plug: bytes that mean nothing. */
  noise(bytes: Uint8Array): void {
    this.send(bytes);
  }

  goDeaf(): void {
    this.#deaf = true;
  }

  hear(): void {
    this.#deaf = false;
  }

  /** The power is cut: nothing is lit, nothing waits. */
  restart(): void {
    this.#parser.reset();
    for (const pad of this.#pads.values()) {
      pad.waiting?.forget();
      pad.waiting = null;
      pad.lit = false;
    }
    this.changed();
  }

  #pad(address: number): Pad {
    const pad = this.#pads.get(address);
    if (!pad) throw new Error(`no pad with address ${address} on this bus`);
    return pad;
  }

  #transmit(address: number, pad: Pad, key: number, sends: number): void {
    this.send(encodeFrame({ address, command: COMMANDS.key, data: [key] }));
    this.sent += 1;
    const forget = this.timers.after(RESEND_MS, () => {
      pad.waiting = null;
      if (sends > 1) this.#transmit(address, pad, key, sends - 1);
      this.changed();
    });
    pad.waiting = { key, forget };
  }

  #hear(frame: BusFrame): void {
    const pad = this.#pads.get(frame.address);
    if (!pad) return;
    pad.told.push(frame);
    if (pad.told.length > REMEMBERED) pad.told.shift();
    if (frame.command !== COMMANDS.evaluate) return;
    if (pad.waiting && frame.data[0] === pad.waiting.key) {
      pad.waiting.forget();
      pad.waiting = null;
      pad.lit = false;
    } else pad.lit = true;
  }
}
