import { BUS_FRAME, BUS_GAP_MS, decodeFrame, encodeFrame, type BusFrame } from './caller-bus.js';
import { FrameParser } from './framing.js';
import type { Timers } from './timers.js';
import { Watched } from './watched.js';

/** A device of any family that hangs on a virtual bus. It hears every frame of the host, and heeds those of its address. */
export interface BusDevice {
  hear(frame: BusFrame): void;
  /** The power is cut: what it showed and what it was about to send is gone. */
  restart(): void;
}

/** The RS-485 bus of callers and pads without a wire: the host's bytes in, the devices' bytes out. */
export class VirtualBus extends Watched {
  readonly #devices: BusDevice[] = [];
  readonly #parser: FrameParser;
  #deaf = false;
  #lateMs = 0;
  #colliding = false;
  /** The first frame of a collision. */
  #first: Uint8Array | null = null;
  /** Frames the devices have sent, resent ones too. */
  sent = 0;
  /** Bytes from the host, heard or not. */
  received = 0;

  constructor(
    readonly timers: Timers,
    private readonly send: (bytes: Uint8Array) => void,
  ) {
    super();
    this.#parser = new FrameParser(BUS_FRAME, BUS_GAP_MS, timers, (bytes) => this.#hear(decodeFrame(bytes)));
  }

  plugIn<Device extends BusDevice>(device: Device): Device {
    this.#devices.push(device);
    return device;
  }

  /** Bytes of the host. */
  receive(chunk: Uint8Array): void {
    this.received += chunk.length;
    if (!this.#deaf) this.#parser.push(chunk);
    this.changed();
  }

  /** A device sends. */
  transmit(frame: BusFrame): void {
    this.sent += 1;
    this.#onTheWire(encodeFrame(frame));
    this.changed();
  }

  /** Lightning, a bad plug: bytes that mean nothing. */
  noise(bytes: Uint8Array): void {
    this.send(bytes);
  }

  /** The host's frames do not reach the devices. */
  goDeaf(): void {
    this.#deaf = true;
  }

  hear(): void {
    this.#deaf = false;
  }

  /** The host's frames reach the devices that much later. */
  hearAfter(milliseconds: number): void {
    this.#lateMs = milliseconds;
  }

  /** The next two frames of the devices are on the bus at the same time: neither can be read. */
  collide(): void {
    this.#colliding = true;
  }

  /** The power is cut, for all devices. */
  restart(): void {
    this.#parser.reset();
    for (const device of this.#devices) device.restart();
    this.changed();
  }

  #hear(frame: BusFrame): void {
    const tell = (): void => {
      for (const device of this.#devices) device.hear(frame);
      this.changed();
    };
    if (this.#lateMs === 0) tell();
    else this.timers.after(this.#lateMs, tell);
  }

  #onTheWire(bytes: Uint8Array): void {
    const first = this.#first;
    if (first) {
      this.#first = null;
      this.#colliding = false;
      this.send(interleaved(first, bytes));
    } else if (this.#colliding) this.#first = bytes;
    else this.send(bytes);
  }
}

function interleaved(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < Math.max(one.length, other.length); at += 1)
    bytes.push(...one.subarray(at, at + 1), ...other.subarray(at, at + 1));
  return Uint8Array.from(bytes);
}
