/** A mobile number of the mainland. */
export const PHONE_DIGITS = 11;
const HEAD = 3;
const TAIL = 4;

/** What was typed and one more key: digits alone, and no more than a number has. */
export function withDigit(typed: string, key: string): string {
  if (key === 'Backspace') return typed.slice(0, -1);
  return /^\d$/.test(key) && typed.length < PHONE_DIGITS ? typed + key : typed;
}

export const isPhone = (typed: string): boolean => /^1[3-9]\d{9}$/.test(typed);

/** The places as shown: the middle is hidden but for the digit typed last, an empty one where nothing is typed yet. */
export const shownPhone = (typed: string): string[] =>
  Array.from({ length: PHONE_DIGITS }, (_none, place) => {
    const digit = typed[place] ?? '';
    const open = place < HEAD || place >= PHONE_DIGITS - TAIL || place === typed.length - 1;
    return digit === '' || open ? digit : '•';
  });
