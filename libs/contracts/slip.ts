import { z } from 'zod';
import { SLIP_OUTCOMES } from '../fleet/fleet-event.js';
import { printDocument } from './print-document.js';

/** How a print job ended. `unknown`: bytes left, the printer never confirmed; never printed again without a person's wish. */
export const slipOutcome = z.enum(SLIP_OUTCOMES);
export type SlipOutcome = z.infer<typeof slipOutcome>;

export const slipJob = z.object({
  jobId: z.string(),
  printerId: z.string(),
  document: printDocument,
  /** A job not begun by then is dropped and reported as expired: no slip comes out of a printer minutes later. */
  expiresAt: z.iso.datetime(),
});
export type SlipJob = z.infer<typeof slipJob>;
