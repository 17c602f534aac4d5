import { expect, it } from 'vitest';
import type { Attachment } from './decision.js';
import {
  applyOrganisation,
  grantRoles,
  registerMatters,
  registerPerson,
  type OrganisationFact,
  type OrganisationState,
} from './organisation.js';
import { Refusal } from '../refusal.js';

const empty = (): OrganisationState => ({
  ...{ organisationId: 'org', sequence: 0, configVersion: 0 },
  ...{ people: new Map(), roles: new Map(), matters: new Map() },
});

function bring(state: OrganisationState, decision: { facts: OrganisationFact[]; attachment?: Attachment }) {
  for (const fact of decision.facts)
    applyOrganisation(state, { sequence: state.sequence + 1, fact }, decision.attachment);
  return decision;
}

const li = {
  id: 'p-li',
  username: 'li',
  name: '李明',
  staffNumber: '001',
  photoSeed: 'li',
  passwordHash: 'x',
};

it('an account is one person’s (requirement 157): a username is taken once', () => {
  const state = empty();
  bring(state, registerPerson(state, li));
  expect(() => registerPerson(state, { ...li, id: 'p-other' })).toThrow(Refusal);
});

it('names and passwords stand in rows, not in the chain', () => {
  const { facts, attachment } = registerPerson(empty(), li);
  expect(facts).toEqual([{ type: 'person-registered', personId: 'p-li' }]);
  expect(attachment).toMatchObject({ person: { name: '李明' }, passwordHash: 'x' });
  const matters = [{ id: 'm', code: 'T', name: '换证', nameEn: 'Renewal' }];
  const registered = bring(empty(), registerMatters(empty(), { matters, documentHash: 'hash' }));
  expect(registered.facts).toEqual([{ type: 'matters-registered', matterIds: ['m'], documentHash: 'hash' }]);
});

it('roles are held by hall, and a later grant adds to an earlier one', () => {
  const state = empty();
  expect(() => grantRoles(state, { personId: 'p-li', hallId: 'hall', roles: ['clerk'] })).toThrow(
    new Refusal('account-unknown'),
  );
  bring(state, registerPerson(state, li));
  bring(state, grantRoles(state, { personId: 'p-li', hallId: 'hall', roles: ['clerk'] }));
  bring(state, grantRoles(state, { personId: 'p-li', hallId: 'hall', roles: ['guide', 'clerk'] }));
  bring(state, grantRoles(state, { personId: 'p-li', hallId: 'other', roles: ['reviewer'] }));
  expect(state.roles.get('p-li')).toEqual(
    new Map([
      ['hall', ['clerk', 'guide']],
      ['other', ['reviewer']],
    ]),
  );
});
