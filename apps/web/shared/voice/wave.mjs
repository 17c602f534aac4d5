/** Samples are floats in -1…1, one channel; files are 16-bit PCM. */
export const SAMPLE_RATE = 22_050;
const HEADER_BYTES = 44;
const SILENCE = 0.015;

/** The samples of a WAV that has the plain 44-byte header, as espeak-ng writes it. */
export function decodeWave(bytes) {
  if (bytes.readUInt32LE(24) !== SAMPLE_RATE || bytes.readUInt16LE(22) !== 1) {
    throw new Error('expected one channel at 22.05 kHz');
  }
  const count = Math.floor((bytes.length - HEADER_BYTES) / 2);
  return Float64Array.from({ length: count }, (_, i) => bytes.readInt16LE(HEADER_BYTES + i * 2) / 32_768);
}

export function encodeWave(samples) {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => data.writeInt16LE(Math.round(sample * 32_767), i * 2));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** Cuts the silence at both ends, leaving 8 ms so that no consonant loses its onset. */
export function trimmed(samples) {
  const margin = Math.round(SAMPLE_RATE * 0.008);
  const first = samples.findIndex((sample) => Math.abs(sample) > SILENCE);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > SILENCE);
  if (first < 0) throw new Error('the clip is silent');
  return samples.slice(Math.max(0, first - margin), last + margin);
}

export function equallyLoud(samples, rms) {
  const own = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  return samples.map((sample) => limited((sample * rms) / own));
}

/** Straight up to 0.7, then bent so that a loud vowel never clips. */
function limited(sample) {
  const size = Math.abs(sample);
  return size <= 0.7 ? sample : Math.sign(sample) * (0.7 + 0.28 * Math.tanh((size - 0.7) / 0.28));
}

/** 5 ms in and out: clips are played back to back and must not click; then silence of the wished length. */
export function softened(samples, pauseSeconds) {
  const ramp = Math.round(SAMPLE_RATE * 0.005);
  const pause = Math.round(SAMPLE_RATE * pauseSeconds);
  return Float64Array.from({ length: samples.length + pause }, (_, i) => {
    const edge = Math.min(i, samples.length - 1 - i, ramp) / ramp;
    return i < samples.length ? samples[i] * edge : 0;
  });
}

/** Two struck tones, E5 and C5, each with a soft octave above. */
export function chime() {
  const strike = (hertz, from) => (t) => {
    const age = t - from;
    if (age < 0) return 0;
    const body = Math.sin(2 * Math.PI * hertz * age) + 0.25 * Math.sin(4 * Math.PI * hertz * age);
    return body * Math.min(1, age / 0.006) * Math.exp(-age * 3.6);
  };
  const high = strike(659.26, 0);
  const low = strike(523.25, 0.42);
  return Float64Array.from({ length: SAMPLE_RATE * 1.35 }, (_, i) => {
    const t = i / SAMPLE_RATE;
    return 0.4 * (high(t) + low(t)) * Math.min(1, (1.35 - t) / 0.15);
  });
}
