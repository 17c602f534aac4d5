/** What a receipt's number is made of: its keys, in the order they stand on the glass. */
export const RECEIPT_KEYS = '1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-';
const LONGEST = 40;

/** A number and one more key, typed or from a scanner; what no receipt holds is left out. */
export function withReceiptKey(typed: string, key: string): string {
  if (key === 'Backspace') return typed.slice(0, -1);
  const letter = key.toUpperCase();
  const fits = letter.length === 1 && RECEIPT_KEYS.includes(letter) && typed.length < LONGEST;
  return fits ? typed + letter : typed;
}
