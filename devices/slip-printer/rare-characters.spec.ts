import fs from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeDocument } from './escpos.codec.js';
import { GlyphFont, lazyFont, openFont, type GlyphSource } from './glyph-font.js';
import { PrinterBench } from './printer.fixture.js';
import { printerModel } from './printer-models.js';
import { rasterLine } from './raster-line.js';
import { slipOf } from './slip.fixture.js';

const ESCPOS = printerModel('escpos');
const LOOK = { width: 1, height: 1, bold: false, align: 'left' } as const;

const FILE = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
);

let font: GlyphSource;
beforeAll(() => {
  font = openFont(FILE);
});
/** So much of each table can be read. */
let cutAt = Infinity;

/** The dots of a line, as a person sees them. */
function drawn(text: string, look = {}): string[] {
  const { bytesPerRow, rows, data } = rasterLine({ text, ...LOOK, ...look }, ESCPOS.paper, font).bitmap;
  return Array.from({ length: rows }, (_none, row) =>
    [...data.subarray(row * bytesPerRow, (row + 1) * bytesPerRow)]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .replaceAll('0', ' ')
      .replaceAll('1', '#'),
  );
}
const blackIn = (rows: string[], from: number, to: number): number =>
  rows.reduce((sum, row) => sum + [...row.slice(from, to)].filter((dot) => dot === '#').length, 0);

describe('the font', () => {
  it.each(['䶮', '㛃', '𬭊', '𫖮', '𬱟', '張', 'A', '〓'])('has %s', (character) => {
    expect(font.glyph(character)?.contours.length).toBeGreaterThan(0);
  });

  it.each(['𠮷', '\u{1F600}'])('lacks %s', (character) => {
    expect(font.glyph(character)).toBeNull();
  });

  it('is found where it was installed, without a complaint', () => {
    const said: string[] = [];
    expect(lazyFont((line) => said.push(line))()?.glyph('㛃')).not.toBeNull();
    expect(said).toEqual([]);
  });

  it('that is no font is an error, and a damaged glyph is one that is lacking', () => {
    expect(() => new GlyphFont(() => Buffer.alloc(2))).toThrow();
    const bytes = fs.readFileSync(FILE);
    const whole = new GlyphFont((offset, length) => bytes.subarray(offset, offset + length));
    const cut = new GlyphFont((offset, length) => bytes.subarray(offset, offset + Math.min(length, cutAt)));
    cutAt = 20;
    expect(whole.glyph('㛃')?.advance).toBe(1000);
    expect(cut.glyph('㛃')).toBeNull();
  });
});

describe('a drawn line', () => {
  it('draws a shape as it is: one bar, two bars, a frame', () => {
    const bars = (text: string): number => drawn(text).filter((row) => /#{12}/.test(row.slice(0, 24))).length;
    expect(bars('一')).toBeGreaterThan(0);
    expect(bars('二')).toBeGreaterThan(bars('一'));
    const frame = drawn('口');
    expect(blackIn(frame.slice(10, 14), 9, 15)).toBe(0);
    expect(blackIn(frame, 2, 22)).toBeGreaterThan(60);
  });

  it('puts each character into the cell the printer would have used', () => {
    const rows = drawn('A䶮');
    expect(blackIn(rows, 0, 12)).toBeGreaterThan(20);
    expect(blackIn(rows, 12, 36)).toBeGreaterThan(100);
    expect(blackIn(rows, 36, 576)).toBe(0);
  });

  it('is as large and where the line says', () => {
    const rows = drawn('䶮', { width: 2, height: 3, align: 'right' });
    expect(rows).toHaveLength(72);
    expect(blackIn(rows, 0, 576 - 48)).toBe(0);
    expect(blackIn(rows, 576 - 48, 576)).toBeGreaterThan(600);
  });

  it('is blacker when it is bold', () => {
    expect(blackIn(drawn('䶮', { bold: true }), 0, 576)).toBeGreaterThan(blackIn(drawn('䶮'), 0, 576));
  });

  it('shows 〓 for what the font lacks, and says how many', () => {
    const { missing } = rasterLine({ text: '𠮷田', ...LOOK }, ESCPOS.paper, font);
    expect(missing).toBe(1);
    expect(drawn('𠮷').join()).toBe(drawn('〓').join());
  });
});

describe('a paper with a rare character', () => {
  const encoded = (queue: string, source: (() => GlyphSource | null) | null) => {
    const { bytes, missing } = encodeDocument(slipOf({ queue }), ESCPOS, source);
    const hex = Buffer.from(bytes).toString('hex');
    return {
      missing,
      rasters: hex.split('1d7630004800').length - 1,
      geta: hex.includes('a1fe'.toLowerCase()),
    };
  };

  it('draws that line and no other', () => {
    expect(encoded('王㛃', () => font)).toMatchObject({ missing: 0, rasters: 1 });
    expect(encoded('王堃', () => font)).toMatchObject({ missing: 0, rasters: 0 });
  });

  it('prints 〓 where the wire is too slow to draw, or the font is not there', () => {
    expect(encoded('王㛃', null)).toMatchObject({ missing: 1, rasters: 0, geta: true });
    expect(encoded('王㛃', () => null)).toMatchObject({ missing: 1, rasters: 0, geta: true });
  });
});

describe('a printed rare character', () => {
  let bench: PrinterBench;
  afterEach(() => bench.close());

  it('hangs out of the printer as dots; one that nobody can print is told as a number, never by its name', async () => {
    bench = await PrinterBench.open('escpos', () => font);
    await expect(bench.driver.work(slipOf({ queue: '王㛃𠮷' }))).resolves.toBe('printed');
    expect(bench.missing).toBe(1);
    expect(bench.simulator.slips()[0]?.picture()).toContain('v1h-');
  });
});
