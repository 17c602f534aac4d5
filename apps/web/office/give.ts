/** Gives a command over the line and says how it ended; true when it was done. */
export type Give = (name: string, body: Record<string, unknown>, done?: string) => Promise<boolean>;
