import { randomUUID } from 'node:crypto';
import { enrolAnswer } from '#libs/contracts/rest';
import { ROLES, type Role } from '#libs/hall/actor';
import type { Device, EnrolledKind } from '#libs/hall/config';
import { Enrolment } from '../../apps/server/src/access/enrolment.js';
import { screenCookie } from '../../apps/server/src/access/identity.js';
import { BookingLinks } from '../../apps/server/src/access/secrets.js';
import { SetUp } from '../../apps/server/src/halls/set-up.js';
import { PASSWORD, type TestHall } from '../support/test-hall.js';

/** Who may stand before a door: a role, a kind of device, the visitor with a slip's link, the holder of a booking's, or nobody. */
export type Standing = Role | EnrolledKind | 'visitor' | 'booker' | 'nobody';

/** Someone of a hall, with all they have to show. */
export interface Persona {
  standing: Standing;
  hallId: string;
  headers: Readonly<Record<string, string>>;
  /** How they open a page's socket, and an agent its own. */
  page: object;
  /** Of a device; empty for a person. */
  token: string;
}

/** What `TestHall` furnishes, and an agent; each hall has one of each kind. */
export const withAgent: Device[] = [{ id: 'hall-agent', kind: 'agent', name: '代理' }];
const DEVICES: readonly EnrolledKind[] = ['kiosk', 'board', 'sign', 'pad', 'agent'];

const placeOf = (hallId: string, kind: EnrolledKind): string =>
  kind === 'sign' || kind === 'pad' ? `${hallId}-${kind}-1` : `${hallId}-${kind}`;

/** Everyone of the hall, everyone of the other hall, and nobody. */
export async function everyone(hall: TestHall): Promise<Persona[]> {
  const personas: Persona[] = [
    { standing: 'nobody', hallId: '', headers: {}, page: { page: 'duty' }, token: '' },
  ];
  for (const hallId of ['hall', 'other']) {
    for (const role of ROLES) personas.push(await person(hall, hallId, role));
    for (const kind of DEVICES)
      if (kind !== 'agent' || hallId === 'hall') personas.push(await device(hall, hallId, kind));
    personas.push(booker(hall, hallId));
  }
  return personas;
}

/** One person with one role; the clerk sits at counter 1, the others at desks. */
async function person(hall: TestHall, hallId: string, role: Role): Promise<Persona> {
  const username = `${hallId}-${role}`;
  await hall.server.app.get(SetUp).account('org', {
    ...{ id: `p-${username}`, username, name: role, staffNumber: role, photoSeed: role, password: PASSWORD },
    roles: { [hallId]: [role] },
  });
  return signedIn(hall, hallId, role);
}

/** With the link of a booking, as its phone page shows it. */
function booker(hall: TestHall, hallId: string): Persona {
  const headers = { 'x-tingxu-booking': hall.server.app.get(BookingLinks).token(hallId, 'none') };
  return { standing: 'booker', hallId, headers, page: { page: 'duty' }, token: '' };
}

async function signedIn(hall: TestHall, hallId: string, role: Role): Promise<Persona> {
  const counterId = role === 'clerk' ? `${hallId}-counter-1` : null;
  const answer = await post(hall, '/api/sessions', {
    ...{ hallId, counterId, username: `${hallId}-${role}`, password: PASSWORD },
  });
  const headers = { cookie: cookiesOf(answer) };
  const page = { page: role === 'clerk' ? 'counter' : 'duty' };
  return { standing: role, hallId, headers, page, token: '' };
}

async function device(hall: TestHall, hallId: string, kind: EnrolledKind): Promise<Persona> {
  const deviceId = placeOf(hallId, kind);
  const { code } = await hall.server.app.get(Enrolment).offer(hallId, deviceId);
  const answer = await post(hall, '/api/devices/enrol', { code });
  const { token = '' } = enrolAnswer.parse(await answer.json());
  const cookie = token ? `${screenCookie(deviceId)}=${token}` : cookiesOf(answer);
  const headers = { cookie, 'x-tingxu-screen': deviceId };
  return {
    standing: kind,
    hallId,
    headers,
    page: { page: 'screen', deviceId },
    token: cookie.split('=')[1] ?? '',
  };
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const post = (hall: TestHall, path: string, body: object): Promise<Response> =>
  ask(hall, { method: 'POST', path, body, headers: {} });

export function ask(
  hall: TestHall,
  { method, path, body, headers }: { method: string; path: string; body?: object; headers: object },
): Promise<Response> {
  return fetch(`${hall.server.url}${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** A command of a hall's address, in a shape that none asks for: permission is looked at before the shape. */
export const commandAt = (hallId: string, name: string) => ({
  method: 'POST',
  path: `/api/halls/${hallId}/commands/${name}`,
  body: { requestId: randomUUID(), body: {} },
});
