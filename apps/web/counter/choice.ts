/** One line of a list a clerk chooses from with the keyboard. */
export interface Choice {
  id: string;
  /** What is typed to choose it: a digit, a letter or a counter's number. */
  key: string;
  label: string;
  note?: string | undefined;
}

export const choicesOf = (
  digits: Readonly<Record<string, string>>,
  label: (id: string) => string,
): Choice[] => Object.entries(digits).map(([id, key]) => ({ id, key, label: label(id) }));
