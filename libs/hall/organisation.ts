import { Refusal } from '../refusal.js';
import type { Role } from './actor.js';
import type { Attachment } from './decision.js';
import type { Matter, Person } from './person.js';

/** What belongs to the organisation, not to one of its halls: staff and matters. Names stand in rows, not in the chain. */
export type OrganisationFact =
  | { type: 'person-registered'; personId: string }
  | { type: 'roles-granted'; personId: string; hallId: string; roles: Role[] }
  | { type: 'matters-registered'; matterIds: string[]; documentHash: string };

export interface OrganisationState {
  organisationId: string;
  sequence: number;
  configVersion: number;
  people: Map<string, Person>;
  /** Roles by person, then by hall. */
  roles: Map<string, Map<string, Role[]>>;
  matters: Map<string, Matter>;
}

interface OrganisationDecision {
  facts: OrganisationFact[];
  answer: object;
  attachment?: Attachment;
}

/** Requirement 157: an account is one person's. */
export function registerPerson(
  state: OrganisationState,
  { passwordHash, ...person }: Person & { passwordHash: string },
): OrganisationDecision {
  for (const { username } of state.people.values())
    if (username === person.username) throw new Refusal('username-taken', { username });
  return {
    facts: [{ type: 'person-registered', personId: person.id }],
    answer: { personId: person.id },
    attachment: { kind: 'person', person, passwordHash },
  };
}

/** Adds roles to those a person holds in a hall. */
export function grantRoles(
  state: OrganisationState,
  body: { personId: string; hallId: string; roles: Role[] },
): OrganisationDecision {
  if (!state.people.has(body.personId)) throw new Refusal('account-unknown');
  return { facts: [{ type: 'roles-granted', ...body }], answer: {} };
}

export function registerMatters(
  _state: OrganisationState,
  body: { matters: Matter[]; documentHash: string },
): OrganisationDecision {
  const matterIds = body.matters.map(({ id }) => id);
  return {
    facts: [{ type: 'matters-registered', matterIds, documentHash: body.documentHash }],
    answer: {},
    attachment: { kind: 'matters', matters: body.matters },
  };
}

export function applyOrganisation(
  state: OrganisationState,
  event: { sequence: number; fact: OrganisationFact },
  attachment: Attachment | undefined,
): void {
  state.sequence = event.sequence;
  const { fact } = event;
  switch (fact.type) {
    case 'person-registered':
      if (attachment?.kind === 'person') state.people.set(fact.personId, attachment.person);
      return;
    case 'roles-granted': {
      const byHall = state.roles.get(fact.personId) ?? new Map<string, Role[]>();
      const held = new Set([...(byHall.get(fact.hallId) ?? []), ...fact.roles]);
      state.roles.set(fact.personId, byHall.set(fact.hallId, [...held]));
      return;
    }
    case 'matters-registered':
      if (attachment?.kind === 'matters')
        for (const matter of attachment.matters) state.matters.set(matter.id, matter);
      return;
  }
}
