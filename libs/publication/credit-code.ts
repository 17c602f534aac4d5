/** Without I, O, S, V and Z (GB 32100, table of characters). */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31, for the first seventeen places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** 统一社会信用代码 (requirement 108): eighteen characters, the area six digits, and the check character right. */
export function isCreditCode(text: string): boolean {
  return SHAPE.test(text) && text[17] === creditCheck(text);
}

function creditCheck(text: string): string | undefined {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * CHARACTERS.indexOf(text[place] ?? ''),
    0,
  );
  return CHARACTERS[(31 - (sum % 31)) % 31];
}
