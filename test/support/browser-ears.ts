import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

interface HeardClip {
  clip: string;
  /** Seconds on the page's audio clock. */
  from: number;
  until: number;
}

export const EARS = readFileSync(join(import.meta.dirname, 'browser-ears.page.js'), 'utf8');

/** What was begun on this page's loudspeaker so far. */
export const heardOn = (page: Page): Promise<HeardClip[]> => page.evaluate<HeardClip[]>('window.heard');

/** The readings in it: `chime qing letter-a …`; each begins with 请, the first of a call with the chime. */
export function readingsOf(heard: readonly HeardClip[]): string[] {
  const readings: string[][] = [];
  for (const { clip } of heard) {
    const last = readings.at(-1);
    const begins = clip === 'chime' || (clip === 'qing' && last?.at(-1) !== 'chime');
    if (begins || !last) readings.push([clip]);
    else last.push(clip);
  }
  return readings.map((clips) => clips.join(' '));
}
