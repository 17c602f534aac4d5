import { z } from 'zod';

const settings = z.object({
  SERVER_URL: z.url({
    protocol: /^https?$/,
    error: 'must be the address of the server, e.g. http://192.168.1.10:3000',
  }),
  AGENT_DATA_DIR: z.string().min(1).default('./data/agent'),
  ENROL_CODE: z.string().min(6).max(40).optional(),
});

export interface AgentSettings {
  serverUrl: string;
  dataDir: string;
  enrolCode?: string;
}

/** Names every bad setting in one line; values are not repeated, a code is a secret. */
export class BadSettings extends Error {}

export function readSettings(environment: Record<string, string | undefined>): AgentSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success)
    throw new BadSettings(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  const { SERVER_URL, AGENT_DATA_DIR, ENROL_CODE } = parsed.data;
  return { serverUrl: SERVER_URL, dataDir: AGENT_DATA_DIR, ...(ENROL_CODE ? { enrolCode: ENROL_CODE } : {}) };
}
