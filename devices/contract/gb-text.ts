import iconv from 'iconv-lite';

/** What a device's font holds: GB2312-80, or every two-byte character of GBK as well. */
export type Repertoire = 'gb2312' | 'gbk';

/** Shown for a character the font does not have: the geta mark every Chinese set holds. */
export const MISSING = '〓';

export interface FittedText {
  text: string;
  /** Characters that had to give way to 〓. */
  replaced: number;
}

/**
 * Text as a font can show it. Control characters go first: ESC p inside a name once opened a cash drawer
 * (device-packages.md). Four-byte GB18030 (rare name characters) is in no font.
 */
export function fitToFont(text: string, repertoire: Repertoire): FittedText {
  let fitted = '';
  let replaced = 0;
  for (const character of text.replace(/[\u0000-\u001F\u007F]/g, '')) {
    const inFont = holds(repertoire, toGb18030(character));
    fitted += inFont ? character : MISSING;
    if (!inFont) replaced += 1;
  }
  return { text: fitted, replaced };
}

export const toGb18030 = (text: string): Buffer => iconv.encode(text, 'gb18030');

/** Of bytes a simulated device was sent; what is no character becomes U+FFFD. */
export const fromGb18030 = (bytes: Uint8Array): string => iconv.decode(bytes, 'gb18030');

/** Half-width columns: whatever takes two bytes is drawn as wide as it is high. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

export const isWide = (character: string): boolean => toGb18030(character).length > 1;

function holds(repertoire: Repertoire, bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if (bytes.length === 1) return first < 0x80;
  if (bytes.length !== 2) return false;
  return repertoire === 'gbk' || inGb2312(first, second);
}

/** Rows that are not filled from A1 to FE. iconv-lite's own 'gb2312' is in truth GBK (device-packages.md). */
const PARTLY_FILLED: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  0xa2: [
    [0xb1, 0xe2],
    [0xe5, 0xee],
    [0xf1, 0xfc],
  ],
  0xa4: [[0xa1, 0xf3]],
  0xa5: [[0xa1, 0xf6]],
  0xa6: [
    [0xa1, 0xb8],
    [0xc1, 0xd8],
  ],
  0xa7: [
    [0xa1, 0xc1],
    [0xd1, 0xf1],
  ],
  0xa8: [
    [0xa1, 0xba],
    [0xc5, 0xe9],
  ],
  0xa9: [[0xa4, 0xef]],
  0xd7: [[0xa1, 0xf9]],
};

/** The 7,445 characters of GB2312-80: rows 1–9 and 16–87 (first byte A1–A9, B0–F7). */
function inGb2312(first: number, second: number): boolean {
  if (first < 0xa1 || first > 0xf7 || (first > 0xa9 && first < 0xb0)) return false;
  const filled = PARTLY_FILLED[first] ?? [[0xa1, 0xfe]];
  return filled.some(([from = 0, to = 0]) => second >= from && second <= to);
}
