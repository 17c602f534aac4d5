import { CRC16_START, crc16Bytes } from './crc16.js';

/**
 * Onbon BX-5K/5MK/6K: `A5`×8, then header, data and CRC with every A5, A6, 5A and 5B escaped, then `5A`; two-byte values low byte
 * first (hardware.md 4.c).
 */
export interface BxFrame {
  /** Of the card; FFFE reaches any. */
  destination: number;
  /** Whether the dynamic area goes before the card's own programmes (recalled). */
  dynamicFirst: boolean;
  /** FE: any. */
  deviceType: number;
  data: readonly number[];
}

export const FRAME_START = 0xa5;
export const FRAME_END = 0x5a;
/** No command of ours and no answer of a card comes near it. Header, data and CRC, unescaped. */
export const LONGEST_BODY = 2_048;

const STARTS = 8;
const HEADER = 14;
const CRC = 2;
const HOST = 0x8000;
const VERSION = 0x02;

const ESCAPED: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xa5, [0xa6, 0x02]],
  [0xa6, [0xa6, 0x01]],
  [0x5a, [0x5b, 0x02]],
  [0x5b, [0x5b, 0x01]],
]);

export const isEscape = (byte: number): boolean => byte === 0xa6 || byte === 0x5b;

/** What an escape and the byte behind it stand for; null when they stand for nothing. */
export function unescaped(escape: number, byte: number): number | null {
  for (const [meant, [first, second]] of ESCAPED) if (first === escape && second === byte) return meant;
  return null;
}

export const low = (value: number): [number, number] => [value & 0xff, (value >>> 8) & 0xff];

/** Throws a RangeError when the data cannot go in one frame. */
export function encodeFrame({ destination, dynamicFirst, deviceType, data }: BxFrame): Uint8Array {
  const header = [
    ...low(destination),
    ...low(HOST),
    ...[0, 0, 0],
    ...[0, 0],
    dynamicFirst ? 1 : 0,
    deviceType,
    VERSION,
    ...low(data.length),
  ];
  const body = [...header, ...data];
  if (body.length + CRC > LONGEST_BODY)
    throw new RangeError(`${data.length} bytes are too many for one frame`);
  body.push(...crc16Bytes(body, CRC16_START.arc));
  const starts = Array.from({ length: STARTS }, () => FRAME_START);
  return Uint8Array.of(...starts, ...body.flatMap((byte) => ESCAPED.get(byte) ?? [byte]), FRAME_END);
}

/** Of an unescaped body; null when its length or its CRC is not right. */
export function decodeBody(body: Uint8Array): BxFrame | null {
  const dataEnd = body.length - CRC;
  if (dataEnd < HEADER) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  if (view.getUint16(HEADER - 2, true) !== dataEnd - HEADER) return null;
  const [first, second] = crc16Bytes(body.subarray(0, dataEnd), CRC16_START.arc);
  if (body[dataEnd] !== first || body[dataEnd + 1] !== second) return null;
  return {
    destination: view.getUint16(0, true),
    dynamicFirst: view.getUint8(9) === 1,
    deviceType: view.getUint8(10),
    data: [...body.subarray(HEADER, dataEnd)],
  };
}
