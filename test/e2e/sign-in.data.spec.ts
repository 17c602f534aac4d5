import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandReply } from '#libs/contracts/socket';
import { me } from '#libs/contracts/rest';
import { PASSWORD, TestHall } from '../support/test-hall.js';

let hall: TestHall;
beforeAll(async () => {
  hall = await TestHall.start();
  for (const username of ['li', 'wang', 'zhao']) await hall.hire(username, ['clerk']);
});
afterAll(() => hall.stop());

const refusalOf = async (answer: Response) => {
  const reply = commandReply.parse(await answer.json());
  return !reply.ok && 'refusal' in reply ? reply.refusal : null;
};
const tries = (username: string, password: string) => hall.nobody().signIn(username, password, null);

it('a wrong password and an unknown name are told apart by nobody', async () => {
  const [wrong, unknown] = [await tries('li', 'wrong'), await tries('nobody', 'wrong')];
  expect([wrong.status, await refusalOf(wrong)]).toEqual([unknown.status, await refusalOf(unknown)]);
});

it('after five wrong passwords in a row the account rests for a minute, for the right one too', async () => {
  for (let i = 0; i < 5; i++)
    expect(await refusalOf(await tries('wang', 'wrong'))).toMatchObject({ code: 'account-unknown' });
  const throttled = await refusalOf(await tries('wang', PASSWORD));
  expect(throttled?.code).toBe('too-many-tries');
  expect(Number(throttled?.params['seconds'])).toBeGreaterThan(0);
  expect((await tries('zhao', PASSWORD)).status).toBe(201);
  hall.clock.moveBy(61_000);
  expect((await tries('wang', PASSWORD)).status).toBe(201);
});

it('so does a name that nobody has', async () => {
  for (let i = 0; i < 5; i++) await tries('ghost', 'wrong');
  expect((await refusalOf(await tries('ghost', 'wrong')))?.code).toBe('too-many-tries');
});

it('signing in anew ends the session before: its page is closed, its cookie is worth nothing', async () => {
  const before = hall.nobody();
  await before.signIn('li', PASSWORD, 'hall-counter-1');
  const page = before.look({ page: 'counter' });
  await page.sees('counter');
  const ended = new Promise((resolve) => page.socket.once('disconnect', resolve));
  const after = hall.nobody();
  const answer = await after.signIn('li', PASSWORD, 'hall-counter-2');
  expect(me.parse(await answer.json())).toMatchObject({ counterId: 'hall-counter-2', roles: ['clerk'] });
  expect(await ended).toBe('io server disconnect');
  expect((await before.rest('GET', '/api/sessions/current')).status).toBe(401);
  expect(await before.refused('next', { seen: null, confirmed: false })).toBe('not-allowed');
  before.close();
});

it('secrets travel in cookies that no script reads, and stand in the database as hashes only', async () => {
  const client = hall.nobody();
  const answer = await client.signIn('li', PASSWORD, null);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^tingxu_session=[\w-]{43}; .*HttpOnly.*SameSite=Strict/);
  const token = /=([\w-]{43})/.exec(cookie)?.[1] ?? '';
  const { rows } = await hall.server.database.pool.query('SELECT * FROM staff_session, person, event');
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(PASSWORD);
});
