import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandReply } from '#libs/contracts/socket';
import { CommandDoor } from '../../apps/server/src/access/command-door.js';
import type { Client } from '../support/client.js';
import { PASSWORD, TestHall } from '../support/test-hall.js';

let hall: TestHall;
let clerk: Client;
let kiosk: Client;
let chief: Client;
/** Of the other hall: a ticket, its follow link, the invitation of a finished visit. */
let other: { ticketId: string; token: string; invitationId: string };

beforeAll(async () => {
  hall = await TestHall.start();
  clerk = await hall.clerk(1);
  kiosk = await hall.kiosk();
  await hall.hire('chief', ['duty-chief', 'hall-administrator']);
  chief = await hall.signIn('chief', null);
  other = await visitElsewhere();
});
afterAll(() => hall.stop());

async function visitElsewhere(): Promise<typeof other> {
  const [there, far, pad] = [
    await hall.screen('other-kiosk', 'other'),
    await hall.clerk(1, 'other'),
    await hall.screen('other-pad-1', 'other'),
  ];
  const shown = pad.watch();
  const first = await there.do('issue', { queueId: 'other-queue-a', matterId: 'matter-a' });
  const { ticketId, followUrl } = await there.do('issue', { queueId: 'other-queue-a', matterId: null });
  await far.do('next', { seen: null, confirmed: false });
  await far.do('finish', {
    ...{ ticketId: first['ticketId'], outcome: 'completed', matterIds: ['matter-a'], confirmed: true },
  });
  const { invitation } = await shown.sees('pad', (picture) => picture.invitation !== null);
  pad.close();
  const token = String(followUrl).split('/').at(-1) ?? '';
  return { ticketId: String(ticketId), token, invitationId: invitation?.id ?? '' };
}

const codeOf = async (answer: Response): Promise<string> => {
  const reply = commandReply.parse(await answer.json());
  return !reply.ok && 'refusal' in reply ? reply.refusal.code : JSON.stringify(reply);
};

describe('staff and matters belong to the organisation, everything else to a hall', () => {
  it('a clerk of one hall cannot sign in at the other without a role there', async () => {
    const answer = await hall.nobody('other').signIn('chief', PASSWORD, null);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'account-unknown']);
  });

  it('with a role in both, a person sits in one of them at a time', async () => {
    await hall.hire('both', ['clerk']);
    const grant = { personId: 'person-both', hallId: 'other', roles: ['clerk'] };
    await hall.server.app.get(CommandDoor).inside('org', 'grant-roles', grant);
    await hall.signIn('both', 2);
    const answer = await hall.nobody('other').signIn('both', PASSWORD, null);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'signed-in-elsewhere']);
  });

  it('nobody signs in at a counter of the other hall', async () => {
    await hall.hire('lost', ['clerk']);
    const answer = await hall.nobody().rest('POST', '/api/sessions', {
      ...{ hallId: 'hall', counterId: 'other-counter-1', username: 'lost', password: PASSWORD },
    });
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'counter-unknown']);
  });
});

describe('a body that names something of the other hall is refused', () => {
  it.each<[string, () => Client, () => object, string]>([
    ['issue', () => kiosk, () => ({ queueId: 'other-queue-a', matterId: null }), 'queue-unknown'],
    ['begin', () => clerk, () => ({ ticketId: other.ticketId }), 'ticket-unknown'],
    ['rejoin', () => clerk, () => ({ ticketId: other.ticketId }), 'ticket-unknown'],
    ['reprint', () => clerk, () => ({ ticketId: other.ticketId }), 'ticket-unknown'],
    ['cancel', () => chief, () => ({ ticketId: other.ticketId, reason: 'visitor-left' }), 'ticket-unknown'],
    ['clear-help', () => chief, () => ({ counterId: 'other-counter-1' }), 'counter-unknown'],
    ['end-session', () => chief, () => ({ counterId: 'other-counter-1' }), 'counter-unknown'],
  ])('%s', async (name, client, body, code) => {
    expect(await client().refused(name, body())).toBe(code);
  });

  it.each([
    [{ kind: 'queue', queueId: 'other-queue-a' }, 'queue-unknown'],
    [{ kind: 'counter', counterId: 'other-counter-1' }, 'counter-unknown'],
  ])('transfer to %j', async (to, code) => {
    const { ticketId } = await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null });
    expect(await chief.refused('transfer', { ticketId, to, reason: 'specialist' })).toBe(code);
  });

  it('rate: a pad of this hall cannot rate a visit of the other', async () => {
    const pad = await hall.screen('hall-pad-1');
    expect(await pad.refused('rate', { invitationId: other.invitationId, level: 1 })).toBe(
      'invitation-unknown',
    );
  });

  it('a code for the other hall’s place is not given here', async () => {
    const answer = await chief.rest('POST', '/api/halls/hall/devices/other-board/code');
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'device-unknown']);
  });
});

describe('nobody sees across', () => {
  it('neither tickets nor their histories', async () => {
    expect((await chief.rest('GET', '/api/halls/other/tickets?day=2026-03-02')).status).toBe(403);
    const history = await chief.rest('GET', `/api/halls/hall/tickets/${other.ticketId}/history`);
    expect([history.status, await codeOf(history)]).toEqual([409, 'ticket-unknown']);
    const list = await (await chief.rest('GET', '/api/halls/hall/tickets?day=2026-03-02')).text();
    expect(list).not.toContain(other.ticketId);
  });

  it('a link that names this hall with the other’s ticket opens nothing', async () => {
    const token = other.token.replace('other.', 'hall.');
    const socket = hall.nobody().socket({ page: 'follow', token });
    const refusal = await new Promise((resolve) =>
      socket.once('connect_error', ({ message }) => resolve(message)),
    );
    socket.close();
    expect(refusal).toBe('ticket-unknown');
  });

  it('what happens in one hall changes no picture of the other', async () => {
    const board = await hall.screen('hall-board');
    const shown = board.watch();
    await shown.sees('board');
    const there = await hall.screen('other-kiosk', 'other');
    await there.do('issue', { queueId: 'other-queue-a', matterId: null });
    await kiosk.do('issue', { queueId: 'hall-queue-b', matterId: null });
    await shown.sees('board', ({ waiting }) =>
      waiting.some(({ prefix, waiting: n }) => prefix === 'B' && n === 1),
    );
    expect(JSON.stringify(shown.messages)).not.toContain('other-');
    board.close();
  });
});
