import type { DaySize } from './day-config.js';
import { AFTER_HOURS, BOOKED, SLOT_S } from './day-services.js';

/** A booking of the day, in seconds since midnight. */
export interface BookingPlan {
  prefix: string;
  booksAt: number;
  /** When the slot begins, and when its visitor comes. */
  slot: number;
  comesAt: number;
  /** Shows link or code and has told no name; otherwise it is the phone he says. */
  byPass: boolean;
  /** Rings the guide desk; otherwise it is his own phone. */
  byDesk: boolean;
  then: 'comes' | 'forgets' | 'cancels';
}

/** Some book; a few of them for after the hall has closed. */
export function bookingOf(size: DaySize, arrives: number, random: () => number): BookingPlan | null {
  const { from, closes, dense } = size;
  const [late, slotted] = [random() < 0.01 * dense, random() < 0.085 * dense];
  if (!late && !slotted) return null;
  const first = Math.max(Math.ceil(arrives / SLOT_S) * SLOT_S, from + 2 * SLOT_S);
  const slot = late ? closes + Math.floor(random() * 6) * SLOT_S : first;
  if (!late && slot > closes - SLOT_S) return null;
  const lead = 600 + random() * 7_200;
  const then = random();
  return {
    prefix: late ? AFTER_HOURS : (BOOKED[Math.floor(random() * BOOKED.length)] ?? AFTER_HOURS),
    ...{ slot, booksAt: Math.max(from, slot - lead), comesAt: slot + Math.floor((random() - 0.5) * 1_200) },
    ...{ byPass: random() < 0.3, byDesk: random() < 0.5 },
    then: then < 0.1 ? 'forgets' : then < 0.17 ? 'cancels' : 'comes',
  };
}
