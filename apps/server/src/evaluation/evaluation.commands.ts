import { z } from 'zod';
import { declineBody, explainBody, rateBody } from '#libs/contracts/commands';
import { lapseInvitations } from '#libs/evaluation/invitation';
import { decline, explain, rate } from '#libs/evaluation/rate';
import { hallCommand } from '../ledger/command-row.js';

/** Evaluation's rows of the table of commands. */
export const evaluationCommands = {
  rate: hallCommand({ permission: 'evaluation.rate', schema: rateBody, decide: rate }),
  decline: hallCommand({ permission: 'evaluation.rate', schema: declineBody, decide: decline }),
  explain: hallCommand({ permission: 'evaluation.explain', schema: explainBody, decide: explain }),
  'lapse-invitations': hallCommand({ permission: 'inside', schema: z.object({}), decide: lapseInvitations }),
};
