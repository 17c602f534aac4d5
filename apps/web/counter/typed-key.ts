/** Digits that follow each other this fast are one number: counter 12 is typed 1, 2. */
const TOGETHER_MS = 900;

export interface Typed {
  text: string;
  /** Milliseconds, of any clock that runs forward. */
  at: number;
}

/** Which of the keys is meant after one more character; a character that fits no key changes nothing. */
export function typeKey(
  keys: readonly string[],
  before: Typed | null,
  character: string,
  at: number,
): Typed | null {
  const added = character.toUpperCase();
  const joined = before && at - before.at <= TOGETHER_MS ? before.text + added : added;
  const text = [joined, added].find((candidate) => keys.includes(candidate));
  return text === undefined ? before : { text, at };
}
