import type { Account, SetUp } from '../apps/server/src/halls/set-up.js';
import type { DemoPorts } from './seed/demo-devices.js';
import { demoGuides } from './seed/demo-guides.js';
import { demoHall, townHall } from './seed/demo-hall.js';
import { demoMatters } from './seed/demo-matters.js';
import { seedPublications } from './seed/demo-publications.js';
import { COUNTY, demoPeople, TOWN, type DemoPerson } from './seed/demo-people.js';

const ORGANISATION = 'org-shili';

/** A demonstration account, told once. */
export interface DemoAccount extends DemoPerson {
  password: string;
}

/** Sets up the demonstration: one organisation, its county hall and a small second one. Everything in it is invented. */
export async function seedDemonstration(
  setUp: SetUp,
  ports: DemoPorts,
  newPassword: () => string,
): Promise<DemoAccount[]> {
  await setUp.organisation(ORGANISATION, demoMatters);
  await setUp.hall(COUNTY, ORGANISATION, demoHall(ports));
  await setUp.hall(TOWN, ORGANISATION, townHall(ports));
  await setUp.guides(COUNTY, demoGuides);
  const accounts = demoPeople.map((person) => ({ ...person, password: newPassword() }));
  for (const [place, account] of accounts.entries())
    await setUp.account(ORGANISATION, accountOf(account, place));
  await seedPublications(setUp);
  return accounts;
}

const accountOf = ({ username, name, password, roles }: DemoAccount, place: number): Account => ({
  id: `person-${place + 1}`,
  staffNumber: String(1001 + place),
  photoSeed: username,
  ...{ username, name, password, roles },
});
