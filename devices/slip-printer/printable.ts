import { columnsOf, fitToFont } from '../contract/gb-text.js';
import type { PaperProfile } from './paper.js';

/** Text as this printer can print it. */
export const printable = (text: string, paper: PaperProfile): string =>
  fitToFont(text, paper.beyondGb2312 ? 'gbk' : 'gb2312').text;

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
