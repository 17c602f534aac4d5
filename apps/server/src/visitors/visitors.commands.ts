import { revealVisitorBody } from '#libs/contracts/commands';
import { revealVisitor } from '#libs/persons/reveal';
import { hallCommand } from '../ledger/command-row.js';

/** `inside`: given by the door that then shows the visitor, so that nobody sees what is not written down. */
export const visitorsCommands = {
  'reveal-visitor': hallCommand({ permission: 'inside', schema: revealVisitorBody, decide: revealVisitor }),
};
