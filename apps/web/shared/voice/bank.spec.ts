import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLIP_UNITS } from '#libs/queueing/phrase';
import { decodeWave, SAMPLE_RATE } from './wave.mjs';

const BANK = new URL('../../public/voice/', import.meta.url);
const recording = (unit: string) => readFileSync(new URL(`${unit}.wav`, BANK));

const rms = (samples: Float64Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe('the default clip bank', () => {
  it('has one recording for each thing that can be said, and no other', () => {
    const files = readdirSync(BANK).filter((name) => name.endsWith('.wav'));
    expect(files.sort()).toEqual(CLIP_UNITS.map((unit) => `${unit}.wav`).sort());
  });

  it('is small enough for a cheap board to keep', () => {
    const bytes = CLIP_UNITS.reduce((sum, unit) => sum + recording(unit).length, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  it.each(CLIP_UNITS)('%s is 16-bit, of sane length, starts at once and is as loud as the others', (unit) => {
    const bytes = recording(unit);
    expect(bytes.readUInt16LE(34)).toBe(16);
    expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44);
    const samples = decodeWave(bytes);
    const seconds = samples.length / SAMPLE_RATE;
    expect(seconds).toBeGreaterThan(0.2);
    expect(seconds).toBeLessThan(1.6);
    expect(samples.findIndex((sample) => Math.abs(sample) > 0.01)).toBeLessThan(SAMPLE_RATE * 0.05);
    const pause = [...samples].reverse().findIndex((sample) => sample !== 0);
    const sounding = samples.slice(0, samples.length - pause);
    expect(20 * Math.log10(rms(sounding) / 0.13)).toBeCloseTo(0, 0);
  });
});
