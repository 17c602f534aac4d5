import jsqr from 'jsqr';
import { inflateSync } from 'node:zlib';
import type { Locator } from 'playwright-core';

interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** What a phone held before that place of the screen reads; null when it reads nothing. */
export async function readQr(place: Locator): Promise<string | null> {
  const { data, width, height } = pixelsOf(await place.screenshot());
  return jsqr.default(data, width, height)?.data ?? null;
}

/** Of a screenshot: a PNG with eight bits a channel, not interlaced. */
function pixelsOf(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png.readUInt8(25) === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(chunksOf(png, 'IDAT')));
  const rows = unfiltered(raw, width * channels, height, channels);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    data.set(rows.subarray(pixel * channels, pixel * channels + 3), pixel * 4);
  return { data, width, height };
}

function chunksOf(png: Buffer, kind: string): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === kind)
      chunks.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return chunks;
}

/** PNG, 9.2: every row says how its bytes lean on the ones to the left and above. */
function unfiltered(raw: Buffer, length: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(length * height);
  for (let row = 0; row < height; row += 1) {
    const lean = LEANS[raw[row * (length + 1)] ?? 0] ?? (() => 0);
    for (let column = 0; column < length; column += 1) {
      const at = row * length + column;
      const left = column < channels ? 0 : (rows[at - channels] ?? 0);
      const above = row === 0 ? 0 : (rows[at - length] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (rows[at - length - channels] ?? 0);
      rows[at] = (raw[at + row + 1] ?? 0) + lean(left, above, corner);
    }
  }
  return rows;
}

type Lean = (left: number, above: number, corner: number) => number;

const LEANS: readonly Lean[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const guess = left + above - corner;
    const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
    if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0;
    if (byLeft <= byAbove && byLeft <= byCorner) return left;
    return byAbove <= byCorner ? above : corner;
  },
];
