/** What systems say when a port cannot be had, and the key of a sentence that people understand. */
const CAUSES: readonly (readonly [said: RegExp, key: string])[] = [
  [/ECONNREFUSED/, 'refused'],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|no answer/, 'silent'],
  [/ENOTFOUND|EAI_AGAIN/, 'host'],
  [/ENOENT|ENXIO|ENODEV|no such file|not found|not plugged/i, 'unplugged'],
  [/EACCES|EPERM|permission denied|access denied/i, 'forbidden'],
  [/EBUSY|cannot lock|temporarily unavailable/i, 'busy'],
  [/ECONNRESET|EPIPE|ended by the other side/, 'ended'],
];

/** Null where nobody has put it in words: then it is shown as it was said. */
export const causeKey = (cause: string): string | null =>
  CAUSES.find(([said]) => said.test(cause))?.[1] ?? null;
