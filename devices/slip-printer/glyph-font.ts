import fs from 'node:fs';
import { createRequire } from 'node:module';
import {
  characterGroups,
  glyphOf,
  readHead,
  readOutline,
  type Contour,
  type FontHead,
  type ReadFont,
} from './true-type.codec.js';

export interface Glyph {
  contours: Contour[];
  /** In font units. */
  advance: number;
}

/** Where the outlines of characters come from that no printer's ROM has. */
export interface GlyphSource {
  readonly unitsPerEm: number;
  /** Null when the font lacks the character. */
  glyph(character: string): Glyph | null;
}

/** Noto Sans SC: all of Extension A, and of the rest what the General Standard names use. OFL. */
const FONT = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

/** Opened with the first rare character and then kept; null where the font cannot be read, which is told once. */
export function lazyFont(log: (line: string) => void): () => GlyphSource | null {
  let font: GlyphSource | null | undefined;
  return () => {
    if (font !== undefined) return font;
    try {
      font = openFont(createRequire(import.meta.url).resolve(FONT));
    } catch (error) {
      log(`rare characters cannot be drawn: ${error instanceof Error ? error.message : String(error)}`);
      font = null;
    }
    return font;
  };
}

/** Reads what a glyph needs and keeps the character map only: ten megabytes of font stay on disk. */
export function openFont(file: string): GlyphSource {
  const descriptor = fs.openSync(file, 'r');
  const read: ReadFont = (offset, length) => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, fs.readSync(descriptor, bytes, 0, length, offset));
  };
  return new GlyphFont(read);
}

export class GlyphFont implements GlyphSource {
  readonly #head: FontHead;
  readonly #groups: Buffer;

  constructor(private readonly read: ReadFont) {
    this.#head = readHead(read);
    const { offset, length } = this.#table('cmap');
    this.#groups = Buffer.from(characterGroups(read(offset, length)));
  }

  get unitsPerEm(): number {
    return this.#head.unitsPerEm;
  }

  glyph(character: string): Glyph | null {
    const index = glyphOf(this.#groups, character.codePointAt(0) ?? 0);
    if (index === 0 || index >= this.#head.glyphs) return null;
    try {
      const contours = readOutline(this.#data(index));
      return contours && { contours, advance: this.#advance(index) };
    } catch {
      // A damaged glyph is a glyph that the font lacks: the slip comes out all the same.
      return null;
    }
  }

  #data(index: number): Buffer {
    const { longOffsets } = this.#head;
    const width = longOffsets ? 4 : 2;
    const pair = this.read(this.#table('loca').offset + index * width, 2 * width);
    const place = (at: number): number => (longOffsets ? pair.readUInt32BE(at) : pair.readUInt16BE(at) * 2);
    const [from, to] = [place(0), place(width)];
    return this.read(this.#table('glyf').offset + from, to - from);
  }

  #advance(index: number): number {
    const row = Math.min(index, this.#head.wideMetrics - 1);
    return this.read(this.#table('hmtx').offset + 4 * row, 2).readUInt16BE(0);
  }

  #table(name: string): { offset: number; length: number } {
    const table = this.#head.tables.get(name);
    if (!table) throw new Error(`the font has no table ${name}`);
    return table;
  }
}
