import type { FrameShape } from '../contract/framing.js';

/**
 * SAM_V reader (hardware.md 4.e): `AA AA AA 96 69 LenHi LenLo … CHK`, both ways. Len counts what follows it, CHK too; CHK is the
 * XOR of all bytes between preamble and CHK.
 */
const START = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const;
/** Preamble and length. */
const HEAD = 7;
/** CMD PARA CHK. */
const SHORTEST = 3;

/** `maximumLength`: text, photo and two fingerprints. */
export const SAM_FRAME: FrameShape = {
  start: START,
  maximumLength: 2321,
  measure: (bytes) => {
    const [high, low] = bytes.subarray(START.length, HEAD);
    if (high === undefined || low === undefined) return 'more';
    const length = high * 256 + low;
    return length < SHORTEST ? 'bad' : HEAD + length;
  },
  valid: (frame) => frame.at(-1) === checksum(frame.subarray(START.length, -1)),
};

/** The third status byte of a reply. */
const WORDS = [
  [0x90, 'ok'],
  [0x9f, 'found'],
  [0x10, 'checksum-error'],
  [0x11, 'length-error'],
  [0x21, 'bad-command'],
  [0x24, 'unknown-error'],
  [0x31, 'card-authentication-failed'],
  [0x32, 'reader-authentication-failed'],
  [0x33, 'verification-failed'],
  [0x40, 'wrong-card'],
  [0x41, 'read-failed'],
  [0x47, 'random-number-failed'],
  [0x60, 'self-test-failed'],
  [0x66, 'unauthorised'],
  [0x80, 'no-card'],
  [0x81, 'select-failed'],
  // Recalled.
  [0x91, 'no-content'],
] as const;

export type SamWord = (typeof WORDS)[number][1];

const WORD_OF: ReadonlyMap<number, SamWord> = new Map(WORDS);
const CODE_OF: ReadonlyMap<SamWord, number> = new Map(WORDS.map(([code, word]) => [word, code]));

export interface SamRequest {
  command: number;
  parameter: number;
  data: Uint8Array;
}

export interface SamReply {
  /** `unlisted`: a word nobody has written down. */
  word: SamWord | 'unlisted';
  /** A view of the frame: gone when the frame is wiped. */
  data: Uint8Array;
}

export const encodeRequest = (command: number, parameter: number, data: Iterable<number> = []): Uint8Array =>
  encode([command, parameter, ...data]);

export const encodeReply = (word: SamWord, data: Iterable<number> = []): Uint8Array =>
  encode([0, 0, CODE_OF.get(word) ?? 0, ...data]);

/** Of a frame that SAM_FRAME found valid. */
export function decodeRequest(frame: Uint8Array): SamRequest {
  const [command = 0, parameter = 0] = frame.subarray(HEAD, -1);
  return { command, parameter, data: frame.subarray(HEAD + 2, -1) };
}

/** Of a frame that SAM_FRAME found valid. */
export function decodeReply(frame: Uint8Array): SamReply {
  const [first, second, third = 0] = frame.subarray(HEAD, -1);
  const word = first === 0 && second === 0 ? WORD_OF.get(third) : undefined;
  return { word: word ?? 'unlisted', data: frame.subarray(HEAD + 3, -1) };
}

function encode(body: readonly number[]): Uint8Array {
  const length = body.length + 1;
  const counted = Uint8Array.of(length >> 8, length & 0xff, ...body);
  return Uint8Array.of(...START, ...counted, checksum(counted));
}

const checksum = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);
