import { z } from 'zod';
import { SLIP_OUTCOMES } from '../fleet/fleet-event.js';

/** What a slip says: the agent's driver turns it into the printer's bytes. Texts are ready to print, in the hall's language. */
export const slipDocument = z.object({
  hallName: z.string(),
  /** Printed largest, e.g. A017. */
  number: z.string(),
  queueName: z.string(),
  matterName: z.string().nullable(),
  zoneName: z.string(),
  /** Queues that follow on the same number, in order; empty when this one is all. */
  stops: z.array(z.string()),
  /** People before this one when the ticket was issued. */
  ahead: z.number().int().nonnegative(),
  /** How long it may take, e.g. `预计等候 约 12–18 分钟`; null when nobody can tell. */
  wait: z.string().nullable(),
  /** Hall time, e.g. 2026-03-02 09:05. */
  issuedAt: z.string(),
  /** Absolute address in the QR code. */
  followUrl: z.string(),
  hints: z.array(z.string()),
  complaintPhone: z.string(),
  /** A second slip for the same ticket says so. */
  reprint: z.boolean(),
});
export type SlipDocument = z.infer<typeof slipDocument>;

/** How a print job ended. `unknown`: bytes left, the printer never confirmed; never printed again without a person's wish. */
export const slipOutcome = z.enum(SLIP_OUTCOMES);
export type SlipOutcome = z.infer<typeof slipOutcome>;

export const slipJob = z.object({
  jobId: z.string(),
  printerId: z.string(),
  document: slipDocument,
  /** A job not begun by then is dropped and reported as expired: no slip comes out of a printer minutes later. */
  expiresAt: z.iso.datetime(),
});
export type SlipJob = z.infer<typeof slipJob>;
