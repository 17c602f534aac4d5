import type { Attachment } from '#libs/hall/decision';
import type { OrganisationFact, OrganisationState } from '#libs/hall/organisation';
import type { RowWrite } from '../ledger/row-writes.js';

export function projectPeople(
  state: OrganisationState,
  { fact }: { fact: OrganisationFact },
  attachment: Attachment | undefined,
): RowWrite[] {
  const { organisationId } = state;
  switch (fact.type) {
    case 'person-registered': {
      if (attachment?.kind !== 'person') return [];
      const { person, passwordHash } = attachment;
      return [
        { table: 'person', write: 'insert', row: { ...person, organisationId, passwordHash, active: true } },
      ];
    }
    case 'roles-granted':
      return fact.roles.map((role) => ({
        table: 'role_grant',
        write: 'put',
        row: { personId: fact.personId, hallId: fact.hallId, role },
      }));
    case 'matters-registered':
      if (attachment?.kind !== 'matters') return [];
      return attachment.matters.map((matter) => ({
        table: 'matter',
        write: 'put',
        row: { ...matter, organisationId },
      }));
  }
}
