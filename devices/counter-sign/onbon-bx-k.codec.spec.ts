import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualTimers } from '../contract/manual-timers.js';
import { toGb18030 } from '../contract/gb-text.js';
import { decodeMessage, encodeMessage, type BxArea, type BxMessage } from './onbon-bx-k.codec.js';
import { BxFrameReader } from './onbon-frame-reader.js';
import { encodeFrame, type BxFrame } from './onbon-frame.codec.js';

const START = 'a5'.repeat(8);
const ANY = { destination: 0xfffe, dynamicFirst: false, deviceType: 0xfe };
const CARD_1 = { ...ANY, destination: 1 };

const A001: BxArea = {
  ...{ x: 0, y: 0, width: 128, height: 16, id: 0, lineSpace: 0, runMode: 0, timeout: 5 },
  ...{ align: 0, lines: 2, newLine: 1, displayMode: 2, exitMode: 0, speed: 0, hold: 8 },
  text: [...toGb18030('A001')],
};
const WELCOME: BxArea = {
  ...{ x: 0x8000, y: 0, width: 0x8080, height: 32, id: 0, lineSpace: 0, runMode: 0, timeout: 10 },
  ...{ align: 0, lines: 2, newLine: 1, displayMode: 1, exitMode: 0, speed: 2, hold: 10 },
  text: [...toGb18030('欢迎光临')],
};

type Sent = Exclude<BxMessage, { kind: 'unknown' }>;

/** Marked [C] in hardware.md 4.c, but the last two: published with their CRC (README, wire notes). */
const VECTORS: [string, Omit<BxFrame, 'data'>, Sent, string][] = [
  ['on', ANY, { kind: 'power', on: true }, 'feff0080000000000000fe020600a30001000001 5df1'],
  ['off', ANY, { kind: 'power', on: false }, 'feff0080000000000000fe020600a30001000002 1df0'],
  ['acknowledged', ANY, { kind: 'acknowledged' }, 'feff0080000000000000fe020500a000000000 64dc'],
  [
    'A001 on a bar of 128 by 16',
    ANY,
    { kind: 'areas', removed: [], areas: [A001] },
    'feff0080000000000000fe022800a306010000 0001 1f00 00000000008000100000 00000500000000 02010200000804000000 41303031 3d35',
  ],
  [
    '欢迎光临 on a 6K3 of 128 by 32',
    ANY,
    { kind: 'areas', removed: [], areas: [WELCOME] },
    'feff0080000000000000fe022c00a306010000 0001 2300 00008000008080200000 00000a00000000 02010100020a08000000 bbb6d3adb9e2c1d9 3c49',
  ],
  ['clear card 1', CARD_1, { kind: 'clear' }, '01000080000000000000fe020500a310010000 51f8'],
];

function heard(bytes: Uint8Array): BxFrame[] {
  const frames: BxFrame[] = [];
  new BxFrameReader(200, new ManualTimers(), (frame) => frames.push(frame)).push(bytes);
  return frames;
}

describe('the words of a BX-K card', () => {
  it.each(VECTORS)('%s is written', (_, header, message, hex) => {
    const bytes = encodeFrame({ ...header, data: encodeMessage(message) });
    expect(Buffer.from(bytes).toString('hex')).toBe(`${START}${hex.replaceAll(' ', '')}5a`);
  });

  it.each(VECTORS)('%s is read', (_, header, message, hex) => {
    const [frame, ...more] = heard(Buffer.from(`${START}${hex.replaceAll(' ', '')}5a`, 'hex'));
    expect(more).toEqual([]);
    expect(frame).toMatchObject(header);
    expect(decodeMessage(frame?.data ?? [])).toEqual(message);
  });

  it('say what was wrong with a command', () => {
    const data = encodeMessage({ kind: 'refused', code: 12 });
    expect(data).toEqual([0xa0, 0x01, 12, 0, 0]);
    expect(decodeMessage(data)).toEqual({ kind: 'refused', code: 12 });
  });

  it.each([
    ['too short to be any', [0xa3, 0x00]],
    ['power that is neither on nor off', [0xa3, 0, 1, 0, 0, 9]],
    ['a clock, which is not for us', [0xa2, 3, 1, 0, 0]],
    ['an area that ends early', encodeMessage({ kind: 'areas', removed: [], areas: [A001] }).slice(0, -1)],
    ['more areas than there are', [0xa3, 6, 1, 0, 0, 0, 9]],
  ])('are unknown when they are %s', (_, data) => {
    expect(decodeMessage(data).kind).toBe('unknown');
  });

  it('never throw, whatever the data', () => {
    const begin = fc.constantFrom([0xa3, 6, 1, 0, 0], [0xa3, 0, 1, 0, 0], [0xa0, 1], []);
    const rest = fc.array(fc.oneof(fc.constantFrom(0, 1, 0x1f), fc.integer({ min: 0, max: 255 })), {
      maxLength: 80,
    });
    fc.assert(fc.property(begin, rest, (first, more) => void decodeMessage([...first, ...more])));
  });
});
