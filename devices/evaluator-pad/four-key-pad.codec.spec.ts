import { describe, expect, it } from 'vitest';
import { encodeFrame } from '../contract/caller-bus.js';
import { acknowledgeKey, keyFrame, keyOf, startEvaluation } from './four-key-pad.codec.js';

/** Vectors marked [C] in hardware.md 4.a. */
describe('a frame of the four-key pad', () => {
  it.each([
    ['of key 2', keyFrame(3, 2), 'ff680303680311021616'],
    ['that acknowledges key 2', acknowledgeKey(keyFrame(3, 2)), 'ff680303680301020616'],
    ['that asks for a rating', startEvaluation(3), 'ff6803036803010b0f16'],
  ])('%s is the one of the reference host', (_, frame, text) => {
    expect(Buffer.from(encodeFrame(frame)).toString('hex')).toBe(text);
  });

  it('tells its key', () => {
    expect([0, 1, 2, 3].map((key) => keyOf(keyFrame(3, key)))).toEqual([0, 1, 2, 3]);
  });

  it.each([
    { address: 3, command: 1, data: [2] },
    { address: 3, command: 0x11, data: [] },
    { address: 3, command: 0x11, data: [2, 2] },
  ])('is no key unless it says so: %j', (frame) => {
    expect(keyOf(frame)).toBeNull();
  });
});
