/** Takes no room on paper and must never reach a printer: U+0000–001F and 007F (device-packages.md). */
export const CONTROLS = /[\u0000-\u001F\u007F]/g;

/** Whatever is not ASCII is drawn as wide as it is high. */
export const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x7f;

/** Half-width columns. */
export function columnsOf(text: string): number {
  return [...text.replace(CONTROLS, '')].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

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
    const before = found[found.length - 1];
    if (before !== undefined && clings(before, character) && columnsOf(before + character) <= columns)
      found[found.length - 1] = before + character;
    else found.push(character);
  }
  return found;
}

const clings = (before: string, character: string): boolean => {
  const last = [...before].pop() ?? '';
  return CLOSING.has(character) || OPENING.has(last) || (inWord(before) && inWord(character));
};

const inWord = (text: string): boolean => /^[!-~]+$/.test(text);

/** A label and its value in two columns by display width; a long value goes on under itself. */
export function tableRow(label: string, value: string, columns: number, labelColumns: number): string[] {
  const valueLines = wrap(value, columns - labelColumns);
  return valueLines.map((line, row) => {
    const head = row === 0 ? label : '';
    return head + ' '.repeat(Math.max(0, labelColumns - columnsOf(head))) + line;
  });
}
