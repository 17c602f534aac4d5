type Answer = Record<string, unknown>;

/** Gives a command over the line, answers whether it was done and says how it ended, when it was done by the sentence made of its answer. */
export type Give = (
  name: string,
  body: Record<string, unknown>,
  sentence?: (answer: Answer) => string,
) => Promise<boolean>;
