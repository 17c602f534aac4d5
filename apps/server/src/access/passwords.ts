import { argon2id, argon2Verify } from 'hash-wasm';
import { randomBytes, randomInt } from 'node:crypto';

/** argon2id, 19 MiB, two passes, one lane: the smallest setting that OWASP's password cheat sheet names. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...COST, password, salt: randomBytes(16), outputType: 'encoded' });

/** Compared with a hash that nobody's password has, when the account is unknown: both answers take as long. */
let nobody: Promise<string> | null = null;

export async function passwordMatches(hash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await argon2Verify({ password, hash: hash ?? (await nobody) });
  return matches && hash !== undefined;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for a demonstration account: made at first start, printed once. */
export const newPassword = (): string =>
  Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
