import { aheadSentence, aheadSentenceEn, REPRINT_MARK, waitSentence } from '#libs/fleet/slip-sentences';
import type { SlipValues } from '#libs/fleet/slip-template';
import type { HallConfig } from '#libs/hall/config';

/** A slip as this hall would print it now: its own names, and a visitor made up. */
export function slipSample(
  { name, queues, zones, slipHints, complaintPhone }: HallConfig,
  { again, matter }: { again: boolean; matter: string },
): SlipValues {
  const [queue, next] = queues;
  const number = String((queue?.firstNumber ?? 1) + 16).padStart(queue?.numberDigits ?? 3, '0');
  return {
    hall: name,
    number: (queue?.prefix ?? 'A') + number,
    queue: queue?.name ?? '',
    matter,
    zone: zones.find(({ id }) => id === queue?.zoneId)?.name ?? '',
    stops: next?.name ?? '',
    ahead: aheadSentence(12),
    aheadEn: aheadSentenceEn(12),
    wait: waitSentence({ medianMinutes: 12, boundMinutes: 18 }),
    issuedAt: '2026-03-02 09:05',
    followUrl: `${location.origin}/rate?t=Jk3v9QmXw72LpA5sZ0`,
    hints: slipHints,
    complaintPhone,
    reprint: again ? REPRINT_MARK : '',
  };
}
