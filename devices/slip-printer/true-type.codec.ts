/** A corner or a control point of an outline, in font units. */
export interface OutlinePoint {
  x: number;
  y: number;
  onCurve: boolean;
}
export type Contour = OutlinePoint[];

/** Bytes of the font file. Shorter, or empty, where the file ends. */
export type ReadFont = (offset: number, length: number) => Buffer;

interface Table {
  offset: number;
  length: number;
}

export interface FontHead {
  tables: ReadonlyMap<string, Table>;
  unitsPerEm: number;
  longOffsets: boolean;
  glyphs: number;
  wideMetrics: number;
}

/** The table directory and what the other tables need to be read. Throws when the bytes are no TrueType font. */
export function readHead(read: ReadFont): FontHead {
  const count = read(4, 2).readUInt16BE(0);
  const directory = read(12, 16 * count);
  const tables = new Map<string, Table>();
  for (let at = 0; at < directory.length; at += 16)
    tables.set(directory.toString('latin1', at, at + 4), {
      offset: directory.readUInt32BE(at + 8),
      length: directory.readUInt32BE(at + 12),
    });
  const start = (name: string): number => {
    const table = tables.get(name);
    if (!table) throw new Error(`the font has no table ${name}`);
    return table.offset;
  };
  return {
    tables,
    unitsPerEm: read(start('head') + 18, 2).readUInt16BE(0),
    longOffsets: read(start('head') + 50, 2).readInt16BE(0) === 1,
    glyphs: read(start('maxp') + 4, 2).readUInt16BE(0),
    wideMetrics: read(start('hhea') + 34, 2).readUInt16BE(0),
  };
}

const FULL_UNICODE = 12;
const GROUP_BYTES = 12;

/** Groups of `first, last, glyph of first` from the `cmap` subtable of format 12, sorted by character. */
export function characterGroups(cmap: Buffer): Buffer {
  const count = cmap.readUInt16BE(2);
  for (let table = 0; table < count; table += 1) {
    const at = cmap.readUInt32BE(4 + 8 * table + 4);
    if (cmap.readUInt16BE(at) !== FULL_UNICODE) continue;
    const groups = at + 16;
    return cmap.subarray(groups, groups + GROUP_BYTES * cmap.readUInt32BE(at + 12));
  }
  throw new Error('the font has no full Unicode character map');
}

/** The glyph of a code point; 0 when the font lacks it. */
export function glyphOf(groups: Buffer, codePoint: number): number {
  let low = 0;
  let high = groups.length / GROUP_BYTES - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = middle * GROUP_BYTES;
    if (codePoint < groups.readUInt32BE(at)) high = middle - 1;
    else if (codePoint > groups.readUInt32BE(at + 4)) low = middle + 1;
    else return groups.readUInt32BE(at + 8) + codePoint - groups.readUInt32BE(at);
  }
  return 0;
}

const ON_CURVE = 0x01;
const SHORT = { x: 0x02, y: 0x04 } as const;
const REPEAT = 0x08;
const SAME_OR_POSITIVE = { x: 0x10, y: 0x20 } as const;

/** The closed contours of a simple glyph; null for one that is put together from others. */
export function readOutline(glyph: Buffer): Contour[] | null {
  if (glyph.length === 0) return [];
  const contours = glyph.readInt16BE(0);
  if (contours < 0) return null;
  const ends = Array.from({ length: contours }, (_none, place) => glyph.readUInt16BE(10 + 2 * place));
  const points = (ends[ends.length - 1] ?? -1) + 1;
  const instructions = 10 + 2 * contours;
  const flags = readFlags(glyph, instructions + 2 + glyph.readUInt16BE(instructions), points);
  const xs = readCoordinates(glyph, flags.next, flags.values, 'x');
  const ys = readCoordinates(glyph, xs.next, flags.values, 'y');
  const all = flags.values.map((flag, place) => ({
    ...{ x: xs.values[place] ?? 0, y: ys.values[place] ?? 0, onCurve: (flag & ON_CURVE) !== 0 },
  }));
  return ends.map((end, place) => all.slice((ends[place - 1] ?? -1) + 1, end + 1));
}

function readFlags(glyph: Buffer, start: number, points: number): { values: number[]; next: number } {
  const values: number[] = [];
  let at = start;
  while (values.length < points) {
    const flag = glyph.readUInt8(at++);
    const times = flag & REPEAT ? glyph.readUInt8(at++) + 1 : 1;
    for (let i = 0; i < times; i += 1) values.push(flag);
  }
  return { values, next: at };
}

function readCoordinates(
  glyph: Buffer,
  start: number,
  flags: readonly number[],
  axis: 'x' | 'y',
): { values: number[]; next: number } {
  let at = start;
  let value = 0;
  const values = flags.map((flag) => {
    const same = (flag & SAME_OR_POSITIVE[axis]) !== 0;
    if (flag & SHORT[axis]) value += same ? glyph.readUInt8(at++) : -glyph.readUInt8(at++);
    else if (!same) {
      value += glyph.readInt16BE(at);
      at += 2;
    }
    return value;
  });
  return { values, next: at };
}
