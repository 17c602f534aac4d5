import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#libs/hall/actor';
import { Doors } from '../../apps/server/src/access/doors.js';
import { commands } from '../../apps/server/src/commands.js';
import { TestHall } from '../support/test-hall.js';
import { COMMANDS, DOORS, INSIDE, PUBLIC } from './access-matrix.fixture.js';
import { ask, commandAt, everyone, withAgent, type Persona } from './personas.fixture.js';

let hall: TestHall;
let personas: Persona[];
beforeAll(async () => {
  hall = await TestHall.start({ devices: withAgent });
  personas = await everyone(hall);
});
afterAll(() => hall.stop());

/** What the door said, of the three things it may say of who asks. */
const verdict = (status: number): string =>
  status === 401 ? 'not signed in' : status === 403 ? 'not allowed' : 'allowed';

const right = (allowed: boolean, { standing }: Persona): string =>
  allowed ? 'allowed' : standing === 'nobody' ? 'not signed in' : 'not allowed';

const nameOf = ({ standing, hallId }: Persona): string => `${standing} of ${hallId}`;

/** Everyone's verdict at one door, and the one that is right. */
async function walk(
  door: { method: string; path: string; body?: object },
  allowed: (persona: Persona) => boolean,
): Promise<[said: Record<string, string>, rightly: Record<string, string>]> {
  const said: Record<string, string> = {};
  const rightly: Record<string, string> = {};
  for (const persona of personas) {
    const { status } = await ask(hall, { ...door, headers: persona.headers });
    said[nameOf(persona)] = verdict(status);
    rightly[nameOf(persona)] = right(allowed(persona), persona);
  }
  return [said, rightly];
}

describe('every door has its row, and every row its door', () => {
  it('of the server', () => {
    const doors = hall.server.app.get(Doors).list();
    expect(doors.map(({ name }) => name).sort()).toEqual(Object.keys(DOORS).sort());
  });

  it('of the table of commands', () => {
    expect(Object.keys(commands).sort()).toEqual([...Object.keys(COMMANDS), ...INSIDE].sort());
  });
});

/** A door that ends the session of whoever goes through comes last. */
const LAST = 'DELETE /api/sessions/current';
const rest = Object.entries(DOORS).flatMap(([name, holders]) =>
  name.includes('/api/') && holders !== 'by-command' && name !== LAST ? [{ name, holders }] : [],
);

const concrete = (name: string): { method: string; path: string; body?: object } => {
  const [method = '', path = ''] = name.split(' ');
  const names = { hallId: 'hall', deviceId: 'hall-board', personId: 'p-hall-guide', ticketId: 'none' };
  const filled = Object.entries(names).reduce((text, [key, value]) => text.replace(`:${key}`, value), path);
  const query = name.endsWith('/tickets') ? '?day=2026-03-02' : '';
  return { method, path: `${filled}${query}`, ...(method === 'POST' ? { body: {} } : {}) };
};

describe.each(rest)('$name', ({ name, holders }) => {
  it('lets in whom the matrix names, of this hall alone where it is a hall’s', async () => {
    const halls = name.includes(':hallId') && holders !== PUBLIC ? ['hall', ''] : ['hall', 'other', ''];
    const [said, rightly] = await walk(
      concrete(name),
      ({ standing, hallId }) => holders.includes(standing) && halls.includes(hallId),
    );
    expect(said).toEqual(rightly);
  });
});

/** Nobody is of no hall, and of none in particular. */
const isOf = (hall: string, hallId: string): boolean => [hall, ''].includes(hallId);
const isStaff = ({ standing }: Persona): boolean => ROLES.some((role) => role === standing);

const orderly = Object.entries(COMMANDS).sort(
  ([a], [b]) => Number(a === 'close-session') - Number(b === 'close-session'),
);

describe('commands', () => {
  it.each([...INSIDE, 'no-such-command', 'constructor'])('%s comes in by no door', async (name) => {
    const [said, rightly] = await walk(commandAt('hall', name), () => false);
    expect(said).toEqual(rightly);
  });

  it('given to another hall are refused to everyone of this one', async () => {
    for (const [name, holders] of orderly.slice(0, -1)) {
      const [said, rightly] = await walk(
        commandAt('other', name),
        ({ standing, hallId }) => isOf('other', hallId) && holders.includes(standing),
      );
      expect([name, said]).toEqual([name, rightly]);
    }
  });

  it.each(orderly)('%s is for whom the matrix names', async (name, holders) => {
    const [said, rightly] = await walk(
      commandAt('hall', name),
      ({ standing, hallId }) => isOf('hall', hallId) && holders.includes(standing),
    );
    expect(said).toEqual(rightly);
  });
});

it('whoever signed out is nobody: at every door, with the same cookie', async () => {
  const gone = personas.filter((persona) => persona.hallId === 'hall' && isStaff(persona));
  expect(gone.length).toBeGreaterThan(7);
  for (const persona of gone)
    for (const name of ['GET /api/sessions/current', LAST, 'GET /api/halls/:hallId/tickets'])
      expect((await ask(hall, { ...concrete(name), headers: persona.headers })).status).toBe(401);
});

it(`${LAST} is for the staff of any hall`, async () => {
  const others = personas.filter(({ hallId }) => hallId === 'other');
  for (const persona of others) {
    const { status } = await ask(hall, { ...concrete(LAST), headers: persona.headers });
    expect([persona.standing, status]).toEqual([persona.standing, isStaff(persona) ? 204 : 403]);
  }
});
