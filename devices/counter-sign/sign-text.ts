import { fitToFont, type FittedText, type Repertoire } from '../contract/gb-text.js';
import { columnsOf } from '#libs/fleet/paper-text';

/** A text begins and ends with this many pictures standing still, so that its beginning can be read. */
const REST = 3;

/** Two bytes each: so much fits a packet of any protocol, and no name and no call comes near it. */
const LONGEST_TEXT = 250;

/** Text for a sign; what is beyond its end counts as replaced. */
export function fitToSign(text: string, font: Repertoire): FittedText {
  const characters = [...text];
  const fitted = fitToFont(characters.slice(0, LONGEST_TEXT).join(''), font);
  return { ...fitted, replaced: fitted.replaced + Math.max(0, characters.length - LONGEST_TEXT) };
}

/**
 * The pictures of a text on a bar of so many half-width columns, for bars that cannot move it by themselves: the whole text when
 * it fits, else its windows character by character from the beginning to the end.
 */
export function windows(text: string, columns: number): string[] {
  const characters = [...text];
  const found: string[] = [];
  for (let from = 0; from < characters.length; from += 1) {
    const rest = characters.slice(from);
    found.push(fitting(rest, columns));
    if (columnsOf(rest.join('')) <= columns) break;
  }
  const first = found[0] ?? '';
  if (found.length <= 1) return [first];
  const rest = Array.from({ length: REST - 1 });
  return [...rest.map(() => first), ...found, ...rest.map(() => found.at(-1) ?? '')];
}

function fitting(characters: readonly string[], columns: number): string {
  let text = '';
  let taken = 0;
  for (const character of characters) {
    taken += columnsOf(character);
    if (taken > columns) break;
    text += character;
  }
  return text;
}
