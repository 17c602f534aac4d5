import iconv from 'iconv-lite';
import { CONTROLS } from '#libs/fleet/paper-text';
import type { PrinterModel } from './printer-models.js';

type Charset = PrinterModel['charset'];

/** Printed for a character that the printer's ROM does not have: the geta mark every Chinese set holds. */
export const MISSING = '〓';

/** Control characters go first: ESC p inside a name once opened a cash drawer (device-packages.md). */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '');

/** Text as the printer's own characters can print it. */
export const printable = (text: string, charset: Charset): string =>
  [...withoutControls(text)].map((character) => (isInRom(character, charset) ? character : MISSING)).join('');

/** What the ROM does not have; four-byte GB18030 (rare name characters) is in none. */
export const rareIn = (text: string, charset: Charset): string[] =>
  [...withoutControls(text)].filter((character) => !isInRom(character, charset));

export const encode = (text: string): Buffer => iconv.encode(text, 'gb18030');

function isInRom(character: string, charset: Charset): boolean {
  const bytes = encode(character);
  const [first = 0, second = 0] = bytes;
  if (bytes.length === 1) return first < 0x80;
  if (bytes.length !== 2) return false;
  if (charset === 'gb2312') return first >= 0xa1 && first <= 0xf7 && second >= 0xa1;
  return charset === 'gb18030' || iconv.encode(character, 'gbk').equals(bytes);
}
