import iconv from 'iconv-lite';
import type { PaperProfile } from './paper.js';

/** Printed for a character that the printer's ROM does not have: the geta mark every Chinese set holds. */
const MISSING = '〓';

/**
 * Text as this printer can print it. Control characters go first: ESC p inside a name once opened a cash drawer
 * (device-packages.md). Four-byte GB18030 (rare name characters) is in no ROM.
 */
export function printable(text: string, paper: PaperProfile): string {
  return [...text.replace(/[\u0000-\u001F\u007F]/g, '')]
    .map((character) => (inRom(encode(character), paper) ? character : MISSING))
    .join('');
}

export const encode = (text: string): Buffer => iconv.encode(text, 'gb18030');

function inRom(bytes: Buffer, paper: PaperProfile): boolean {
  const [first = 0, second = 0] = bytes;
  if (bytes.length === 1) return first < 0x80;
  if (bytes.length !== 2) return false;
  return paper.beyondGb2312 || (first >= 0xa1 && first <= 0xf7 && second >= 0xa1);
}

/** Half-width columns: whatever takes two bytes is drawn as wide as it is high. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

export const isWide = (character: string): boolean => encode(character).length > 1;

/** These never begin a line. */
const CLOSING = new Set('，。、；：？！）】》」』”’…,.;:?!)');

/** These never end one. */
const OPENING = new Set('（【《「『“‘([');

/** Breaks text into lines of at most so many columns, between Chinese characters or between words. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, columns)) {
    if (columnsOf(line) + columnsOf(piece) <= columns) line += piece;
    else {
      if (line.trim() !== '') lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What may not be broken: a word, or a Chinese character with the marks that cling to it. */
function pieces(text: string, columns: number): string[] {
  const found: string[] = [];
  for (const character of text) {
    const before = found.at(-1);
    if (before !== undefined && clings(before, character) && columnsOf(before + character) <= columns)
      found[found.length - 1] = before + character;
    else found.push(character);
  }
  return found;
}

const clings = (before: string, character: string): boolean =>
  CLOSING.has(character) || OPENING.has([...before].at(-1) ?? '') || (inWord(before) && inWord(character));

const inWord = (text: string): boolean => /^[!-~]+$/.test(text);

/** A label and its value in two columns by display width; a long value goes on under itself. */
export function tableRow(label: string, value: string, columns: number, labelColumns: number): string[] {
  const valueLines = wrap(value, columns - labelColumns);
  return valueLines.map((line, row) => {
    const head = row === 0 ? label : '';
    return head + ' '.repeat(Math.max(0, labelColumns - columnsOf(head))) + line;
  });
}
