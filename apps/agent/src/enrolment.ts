import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { enrolAnswer } from '#libs/contracts/rest';
import type { Timers } from '#devices/contract/timers';

const identity = z.object({ deviceId: z.string(), token: z.string() });
export type Identity = z.infer<typeof identity>;

/** Said to the person at the keyboard, in one line. */
export class EnrolmentFailed extends Error {}

const RETRY_MS = 1_000;
const ANSWER_MS = 10_000;

export interface EnrolmentOptions {
  serverUrl: string;
  dataDir: string;
  enrolCode?: string | undefined;
  timers: Timers;
  log(line: string): void;
}

/** Who this agent is: by the token kept from last time, else by the one-time code, waiting for the server if need be. */
export async function enrolled(options: EnrolmentOptions): Promise<Identity> {
  const file = path.join(options.dataDir, 'agent-identity.json');
  const known = await readIdentity(file);
  if (known) return known;
  if (!options.enrolCode)
    throw new EnrolmentFailed(
      'this agent is not enrolled yet: set ENROL_CODE to a one-time code from the office',
    );
  const fresh = await enrol(options.enrolCode, options);
  await keep(file, fresh);
  return fresh;
}

async function readIdentity(file: string): Promise<Identity | null> {
  const text = await fs.readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return identity.parse(JSON.parse(text));
  } catch {
    throw new EnrolmentFailed(`${file} is damaged: remove it and enrol again with ENROL_CODE`);
  }
}

async function enrol(code: string, { serverUrl, timers, log }: EnrolmentOptions): Promise<Identity> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await post(new URL('/api/devices/enrol', serverUrl), { code });
    if (response?.ok) return agentIdentity(await response.json());
    if (response && response.status < 500 && response.status !== 429)
      throw new EnrolmentFailed('the server refused the enrolment code: ask the office for a new one');
    if (attempt === 0) log(`waiting for the server at ${serverUrl}`);
    await new Promise<void>((resolve) => timers.after(RETRY_MS, resolve));
  }
}

function agentIdentity(body: unknown): Identity {
  const answer = enrolAnswer.safeParse(body);
  if (!answer.success) throw new EnrolmentFailed('the server answered the enrolment with something else');
  const { kind, deviceId, token } = answer.data;
  if (kind !== 'agent' || !token)
    throw new EnrolmentFailed(`the enrolment code is for a ${kind}, not for an agent`);
  return { deviceId, token };
}

/** null: no server there. */
async function post(url: URL, body: unknown): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  } catch {
    return null;
  }
}

/** The token is this agent's key: nobody else on the machine reads it, and a crash leaves it whole or not there. */
async function keep(file: string, mine: Identity): Promise<void> {
  const next = `${file}.next`;
  const handle = await fs.open(next, 'w', 0o600);
  await handle.writeFile(JSON.stringify(mine));
  await handle.sync();
  await handle.close();
  await fs.rename(next, file);
}
