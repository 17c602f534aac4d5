/** Letters of a booking code: none can be taken for another. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;
/** A scanner types the whole address of a booking's page. */
const LONGEST = 300;

/** What was typed and one more key; a code takes no more than its letters, an address does. */
export function withKey(typed: string, key: string): string {
  if (key === 'Backspace') return typed.slice(0, -1);
  return [...key].length === 1 && typed.length < LONGEST ? typed + key : typed;
}

export const isCode = (typed: string): boolean => /^[a-z0-9]*$/i.test(typed) && typed.length <= CODE_LENGTH;

/** The places of a code as shown, an empty one where nothing is typed yet. */
export const places = (typed: string): string[] =>
  Array.from({ length: CODE_LENGTH }, (_none, place) => (typed[place] ?? '').toUpperCase());

/** May it be asked for: a whole code, or what a scanner typed. */
export const isWhole = (typed: string): boolean => typed.length >= CODE_LENGTH;
