import type { Asking, Attachment, BookingPass } from '#libs/hall/decision';
import type { Actor } from '#libs/hall/actor';
import type pg from 'pg';
import type { PrismaClient } from '#prisma/client/client';
import type { Clock } from '../clock.js';

/** A command on its way to its rule. */
export interface Asked<State, Fact> {
  name: string;
  requestId: string;
  actor: Actor;
  body: unknown;
  decide(
    state: State,
    body: unknown,
    asking: Asking,
  ): { facts: Fact[]; answer: object; attachment?: Attachment };
}

/** What a line of commands needs from its surroundings. */
export interface LineServices {
  prisma: PrismaClient;
  pool: pg.Pool;
  clock: Clock;
  newId(): string;
  followUrl(hallId: string, ticketId: string): string;
  bookingPass(hallId: string, bookingId: string): BookingPass;
  isStaff(hallId: string, personId: string): boolean;
}
