import { ROLES, type Role } from '#libs/hall/actor';
import type { OrganisationState } from '#libs/hall/organisation';
import type { PrismaClient } from '#prisma/client/client';

/** An organisation's staff, roles and matters, from their rows. */
export async function loadOrganisation(
  prisma: PrismaClient,
  organisationId: string,
  sequence: number,
): Promise<OrganisationState> {
  const people = await prisma.person.findMany({
    where: { organisationId, active: true },
    select: { id: true, username: true, name: true, staffNumber: true, photoSeed: true },
  });
  const grants = await prisma.roleGrant.findMany({ where: { personId: { in: people.map(({ id }) => id) } } });
  const matters = await prisma.matter.findMany({
    where: { organisationId },
    select: { id: true, code: true, name: true, nameEn: true },
  });
  return {
    organisationId,
    sequence,
    configVersion: 0,
    people: new Map(people.map((person) => [person.id, person])),
    roles: rolesOf(grants),
    matters: new Map(matters.map((matter) => [matter.id, matter])),
  };
}

function rolesOf(
  grants: { personId: string; hallId: string; role: string }[],
): Map<string, Map<string, Role[]>> {
  const roles = new Map<string, Map<string, Role[]>>();
  for (const { personId, hallId, role } of grants) {
    const known = ROLES.find((name) => name === role);
    if (!known) continue;
    const byHall = roles.get(personId) ?? new Map<string, Role[]>();
    roles.set(personId, byHall.set(hallId, [...(byHall.get(hallId) ?? []), known]));
  }
  return roles;
}
