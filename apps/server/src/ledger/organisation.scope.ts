import { applyOrganisation, type OrganisationFact, type OrganisationState } from '#libs/hall/organisation';
import { projectPeople } from '../people/people.projection.js';
import { loadOrganisation } from '../state/load-organisation.js';
import type { Scope } from './scope.js';

export const organisationScope: Scope<OrganisationState, OrganisationFact> = {
  kind: 'organisation',
  load: loadOrganisation,
  apply: applyOrganisation,
  project: projectPeople,
  head: () => ({ configVersion: 0, day: '' }),
};
