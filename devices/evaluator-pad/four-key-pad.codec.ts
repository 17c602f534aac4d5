import type { BusFrame } from '../contract/caller-bus.js';

/** Pad → host with the key, 0 to 3. Callers on the same bus use other commands (hardware.md 4.a). */
const KEY = 0x11;
/** Host → pad with data 0B: please rate. Pad's key frames are acknowledged with the same command. */
const EVALUATE = 0x01;
const EVALUATE_DATA = 0x0b;

export const startEvaluation = (address: number): BusFrame => ({
  address,
  command: EVALUATE,
  data: [EVALUATE_DATA],
});

export const keyFrame = (address: number, key: number): BusFrame => ({ address, command: KEY, data: [key] });

/** The pad sends a key again until it sees this. */
export const acknowledgeKey = (key: BusFrame): BusFrame => ({ ...key, command: EVALUATE });

/** The key a frame tells of; null for any other frame. */
export const keyOf = ({ command, data }: BusFrame): number | null =>
  command === KEY && data.length === 1 ? (data[0] ?? null) : null;
