import { CRC16_START, crc16Bytes } from './crc16.js';

/** Checksums of home-made bars; of a CRC the low byte goes first. */
export const CHECKSUMS = {
  none: () => [],
  sum8: (bytes) => [bytes.reduce((sum, byte) => sum + byte, 0) & 0xff],
  xor8: (bytes) => [bytes.reduce((sum, byte) => sum ^ byte, 0)],
  'crc16-arc': (bytes) => crc16Bytes(bytes, CRC16_START.arc),
  'crc16-modbus': (bytes) => crc16Bytes(bytes, CRC16_START.modbus),
} as const satisfies Record<string, (bytes: readonly number[]) => number[]>;

export type ChecksumKind = keyof typeof CHECKSUMS;

export const isChecksum = (name: string): name is ChecksumKind => Object.hasOwn(CHECKSUMS, name);
