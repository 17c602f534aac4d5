import type { FrameShape } from './framing.js';

/** RS-485 bus of callers and pads (hardware.md 4.b): `FF 68 LEN LEN 68 ADDR CMD DATA… CS 16`, LEN from ADDR to the last DATA. */
export interface BusFrame {
  address: number;
  command: number;
  data: readonly number[];
}

const START = [0xff, 0x68] as const;
const MARK = 0x68;
const END = 0x16;
/** Bytes around ADDR…DATA: FF 68 LEN LEN 68 before, CS 16 behind. */
const AROUND = 7;
const SHORTEST = 2;
/** A display frame carries six data bytes. */
const LONGEST = 8;

export const BUS_FRAME: FrameShape = {
  start: START,
  maximumLength: LONGEST + AROUND,
  measure: (bytes) => {
    const [, , length, again, mark] = bytes;
    if (length === undefined) return 'more';
    if (length < SHORTEST || length > LONGEST) return 'bad';
    if ((again ?? length) !== length || (mark ?? MARK) !== MARK) return 'bad';
    return length + AROUND;
  },
  // The reference host does not look at the checksum; noise on a long bus is why it is there.
  valid: (frame) => frame.at(-1) === END && frame.at(-2) === checksum(frame.subarray(5, -2)),
};

/** At 9600 baud a frame takes 16 ms at most; what is not whole after this never will be. */
export const BUS_GAP_MS = 100;

/** `data`: six bytes at most. */
export function encodeFrame({ address, command, data }: BusFrame): Uint8Array {
  const body = [address, command, ...data];
  return Uint8Array.of(...START, body.length, body.length, MARK, ...body, checksum(body), END);
}

/** Of a frame that BUS_FRAME found valid. */
export function decodeFrame(frame: Uint8Array): BusFrame {
  const [address = 0, command = 0, ...data] = frame.subarray(5, -2);
  return { address, command, data };
}

export const sameFrame = (one: BusFrame, other: BusFrame): boolean =>
  one.address === other.address &&
  one.command === other.command &&
  one.data.length === other.data.length &&
  one.data.every((byte, at) => byte === other.data[at]);

const checksum = (body: Iterable<number>): number => {
  let sum = 0;
  for (const byte of body) sum += byte;
  return sum & 0xff;
};
