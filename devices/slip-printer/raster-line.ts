import { CHARACTER_DOTS, COLUMN_DOTS, type Paper } from '#libs/fleet/paper';
import { columnsOf, isWide } from '#libs/fleet/paper-text';
import type { Look } from '#libs/fleet/print-document';
import { edgesOf, spansAt } from './fill-outline.js';
import type { Glyph, GlyphSource } from './glyph-font.js';
import { MISSING, withoutControls } from '../contract/gb-text.js';

/** Black dots, most significant bit first; each row fills whole bytes. */
export interface Bitmap {
  bytesPerRow: number;
  rows: number;
  data: Uint8Array;
}

/** Above the baseline, of the character's height. */
const ASCENT = 0.88;
/** A dot is looked at in so many places each way; it is black from this many hits on. */
const LOOKS = 3;
const BLACK_FROM = 4;

/** A whole line drawn dot by dot, in the cells in which the printer would have set it. `missing`: characters the font lacks. */
export function rasterLine(
  raw: { text: string } & Look,
  { dots }: Paper,
  font: GlyphSource,
): { bitmap: Bitmap; missing: number } {
  const line = { ...raw, text: withoutControls(raw.text) };
  const rows = CHARACTER_DOTS * line.height;
  const bitmap: Bitmap = { bytesPerRow: dots / 8, rows, data: new Uint8Array((dots / 8) * rows) };
  const free = dots - columnsOf(line.text) * COLUMN_DOTS * line.width;
  let left = { left: 0, centre: Math.floor(free / 2), right: free }[line.align];
  let missing = 0;
  for (const character of line.text) {
    const width = COLUMN_DOTS * (isWide(character) ? 2 : 1) * line.width;
    const glyph = font.glyph(character);
    if (!glyph) missing += 1;
    const drawn = glyph ?? font.glyph(MISSING);
    if (drawn) drawGlyph(bitmap, drawn, font.unitsPerEm, { left, width, look: line });
    left += width;
  }
  return { bitmap, missing };
}

interface Cell {
  left: number;
  width: number;
  look: Look;
}

/** In the middle of its cell; a Latin letter wider than half a character is squeezed into its column. */
function drawGlyph(bitmap: Bitmap, { contours, advance }: Glyph, unitsPerEm: number, cell: Cell): void {
  const { left, width, look } = cell;
  const up = (CHARACTER_DOTS * look.height) / unitsPerEm;
  const across = Math.min((CHARACTER_DOTS * look.width) / unitsPerEm, width / advance);
  const indent = left + (width - advance * across) / 2;
  const edges = edgesOf(contours, ({ x, y }) => ({
    x: indent + x * across,
    y: bitmap.rows * ASCENT - y * up,
  }));
  const bold = look.bold ? look.width : 0;
  for (let row = 0; row < bitmap.rows; row += 1) {
    const hits = new Map<number, number>();
    for (let i = 0; i < LOOKS; i += 1)
      for (const span of spansAt(edges, row + (i + 0.5) / LOOKS)) countHits(hits, span, bold);
    for (const [dot, count] of hits) if (count >= BLACK_FROM) blacken(bitmap, row, dot);
  }
}

function countHits(hits: Map<number, number>, [from, to]: [number, number], bold: number): void {
  const first = Math.ceil(from * LOOKS - 0.5);
  for (let place = first; (place + 0.5) / LOOKS < to + bold; place += 1) {
    const dot = Math.floor(place / LOOKS);
    hits.set(dot, (hits.get(dot) ?? 0) + 1);
  }
}

function blacken({ bytesPerRow, data }: Bitmap, row: number, dot: number): void {
  if (dot < 0 || dot >= bytesPerRow * 8) return;
  const at = row * bytesPerRow + (dot >> 3);
  data[at] = (data[at] ?? 0) | (0x80 >> (dot & 7));
}
