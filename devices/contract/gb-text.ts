import iconv from 'iconv-lite';
import { CONTROLS } from '#libs/fleet/paper-text';

/** What a device's font holds: GB2312-80, GBK, or every two-byte character of GB18030. */
export type Repertoire = 'gb2312' | 'gbk' | 'gb18030';

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
  const fitted = [...withoutControls(text)].map((character) =>
    isInFont(character, repertoire) ? character : MISSING,
  );
  return { text: fitted.join(''), replaced: rareIn(text, repertoire).length };
}

export const toGb18030 = (text: string): Buffer => iconv.encode(text, 'gb18030');

/** Of bytes a simulated device was sent; what is no character becomes U+FFFD. */
export const fromGb18030 = (bytes: Uint8Array): string => iconv.decode(bytes, 'gb18030');

export const withoutControls = (text: string): string => text.replace(CONTROLS, '');

export function isInFont(character: string, repertoire: Repertoire): boolean {
  const bytes = toGb18030(character);
  const [first = 0, second = 0] = bytes;
  if (bytes.length === 1) return first < 0x80;
  if (bytes.length !== 2) return false;
  if (repertoire === 'gb2312') return inGb2312(first, second);
  return repertoire === 'gb18030' || iconv.encode(character, 'gbk').equals(bytes);
}

/** What the font does not have. */
export const rareIn = (text: string, repertoire: Repertoire): string[] =>
  [...withoutControls(text)].filter((character) => !isInFont(character, repertoire));

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
