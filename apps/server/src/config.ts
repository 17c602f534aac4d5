import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** What every QR code begins with; by default the address the server listens on. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  /** A PostgreSQL server; without it the embedded database in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** A folder of the hall's own recordings, in place of the built-in clips. */
  VOICE_DIR: z.string().min(1).optional(),
});

export interface Settings {
  port: number;
  host: string;
  publicUrl: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  voiceDir: string | undefined;
}

/** A setting that cannot be used. Its message names every bad one and never prints a value. */
export class BadSettings extends Error {}

/** Reads the settings once, from the environment. Empty counts as absent. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const bad = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new BadSettings(`cannot start, bad settings: ${bad.join('; ')}`);
  }
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, VOICE_DIR } = read.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL?.replace(/\/$/, ''),
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    voiceDir: VOICE_DIR,
  };
}
