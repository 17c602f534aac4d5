import type { CommandTable } from './access/command-door.js';
import { appointmentCommands } from './appointments/appointments.commands.js';
import { homeVisitCommands } from './appointments/home-visits.commands.js';
import { collectionsCommands } from './collections/collections.commands.js';
import { disclosureCommands } from './disclosure/disclosure.commands.js';
import { enquiriesCommands } from './enquiries/enquiries.commands.js';
import { evaluationCommands } from './evaluation/evaluation.commands.js';
import { fleetCommands } from './fleet/fleet.commands.js';
import { hallsCommands } from './halls/halls.commands.js';
import { peopleCommands } from './people/people.commands.js';
import { publicationCommands } from './publication/publication.commands.js';
import { queueingCommands } from './queueing/queueing.commands.js';
import { visitorsCommands } from './visitors/visitors.commands.js';

/** All commands: name, shape, permission, rule. OpenAPI, access, idempotency and audit follow from these rows. */
export const commands: CommandTable = {
  ...queueingCommands,
  ...appointmentCommands,
  ...homeVisitCommands,
  ...evaluationCommands,
  ...fleetCommands,
  ...hallsCommands,
  ...peopleCommands,
  ...visitorsCommands,
  ...enquiriesCommands,
  ...collectionsCommands,
  ...publicationCommands,
  ...disclosureCommands,
};
