import { z } from 'zod';
import { hallConfig } from '#libs/contracts/hall-config';
import { configureHall } from '#libs/hall/configure';
import { sha256 } from '../ledger/chain.js';
import { hallCommand } from '../ledger/command-row.js';

/** The halls' rows of the table of commands. */
export const hallsCommands = {
  'configure-hall': hallCommand({
    permission: 'hall.configure',
    schema: z
      .object({ document: hallConfig, basedOn: z.number().int().min(0).optional() })
      .meta({ id: 'ConfigureHall' }),
    decide: (state, { document, basedOn }, asking) =>
      configureHall(state, { document, documentHash: sha256(JSON.stringify(document)), basedOn }, asking),
  }),
};
