import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrismaClient } from '#prisma/client/client';
import type { Feed } from './feed.js';

export interface DayHead {
  day: string;
  sequence: number;
  hash: string;
}

const fileOf = (dataDir: string, hallId: string): string => join(dataDir, 'heads', `${hallId}.log`);

/**
 * Each closed day's head, written outside the database too: whoever changes the chain afterwards would have to change this
 * file as well. One line a day: day, sequence, hash.
 */
export class DayHeads {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly dataDir: string,
    feed: Feed,
  ) {
    feed.onHall((hallId, events) => {
      if (events.some(({ fact }) => fact.type === 'day-closed'))
        void this.write(hallId).catch(() => undefined); // the next start writes it
    });
  }

  /** Writes the heads of all closed days that are not written yet. */
  async write(hallId: string): Promise<void> {
    const written = new Set(readDayHeads(this.dataDir, hallId).map(({ sequence }) => sequence));
    const closings = await this.prisma.event.findMany({
      where: { ledgerId: hallId, type: 'day-closed' },
      orderBy: { sequence: 'asc' },
      select: { sequence: true, hash: true, at: true, record: true },
    });
    const missing = closings.filter(({ sequence }) => !written.has(sequence));
    if (missing.length === 0) return;
    mkdirSync(join(this.dataDir, 'heads'), { recursive: true, mode: 0o700 });
    const lines = missing.map(({ sequence, hash, record }) => `${dayOf(record)} ${sequence} ${hash}\n`);
    appendFileSync(fileOf(this.dataDir, hallId), lines.join(''), { mode: 0o600, flush: true });
  }
}

const dayOf = (record: string): string => {
  const { fact } = JSON.parse(record);
  return String(fact.day);
};

/** Halls whose days have been closed here once. */
export function hallsWithDayHeads(dataDir: string): string[] {
  const folder = join(dataDir, 'heads');
  return existsSync(folder) ? readdirSync(folder).flatMap((name) => /^(.+)\.log$/.exec(name)?.[1] ?? []) : [];
}

export function readDayHeads(dataDir: string, hallId: string): DayHead[] {
  try {
    const lines = readFileSync(fileOf(dataDir, hallId), 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const [day = '', sequence = '', hash = ''] = line.split(' ');
      return { day, sequence: Number(sequence), hash };
    });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
