import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import { TestHall } from '../support/test-hall.js';
import { CLOSING, Visits } from './visits.fixture.js';

let hall: TestHall;
let visits: Visits;
beforeAll(async () => {
  hall = await TestHall.start();
  visits = await Visits.open(hall);
  await hall.clerk(2);
});
afterAll(() => hall.stop());

const sql = (text: string) => hall.server.database.pool.query(text);
const prisma = () => hall.server.app.get(PrismaClient);
const evaluations = (ticketId: string) => prisma().evaluation.findMany({ where: { ticketId } });

describe('一次一评: one visit, one evaluation (requirement 6)', () => {
  it('of many presses at once one counts, the others are refused', async () => {
    const { ticketId, invitationId } = await visits.visit();
    const presses = [5, 4, 3, 2, 1, 5, 1].map((level) => visits.pad.ask('rate', { invitationId, level }));
    const replies = await Promise.all(presses);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies.filter(({ ok }) => !ok))
      expect(reply).toMatchObject({ refusal: { code: 'already-rated' } });
    expect(await evaluations(ticketId)).toHaveLength(1);
  });

  it('ticket, counter and person of it are the visit’s, whatever the pad may think (requirement 121)', async () => {
    const { ticketId, invitationId } = await visits.visit();
    await visits.pad.do('rate', { invitationId, level: 4, ticketId: 'x', counterId: 'y', personId: 'z' });
    expect(await evaluations(ticketId)).toMatchObject([
      { level: 4, counterId: 'hall-counter-1', personId: 'person-clerk-hall-1', deviceId: 'hall-pad-1' },
    ]);
  });

  it('the database holds it too: a second row for a visit or an invitation does not go in', async () => {
    const columns = (await sql('SELECT * FROM evaluation LIMIT 1')).fields.map(({ name }) => `"${name}"`);
    const copy = (change: Record<string, string>) =>
      sql(
        `INSERT INTO evaluation SELECT ${columns.map((column) => change[column] ?? column)} FROM evaluation LIMIT 1`,
      );
    const [id, invitation, visit] = [`'new'`, `'new'`, `'new'`];
    await expect(copy({ '"id"': id, '"invitationId"': invitation })).rejects.toThrow(
      'evaluation_visitId_key',
    );
    await expect(copy({ '"id"': id, '"visitId"': visit })).rejects.toThrow('evaluation_invitationId_key');
  });
});

describe('a press can never reach the next visitor’s visit', () => {
  it('late, doubled or replayed it is a refusal, and the next visit stays as it is', async () => {
    const old = await visits.visit();
    const next = await visits.visit();
    for (const level of [5, 1])
      expect(await visits.pad.refused('rate', { invitationId: old.invitationId, level })).toBe(
        'invitation-over',
      );
    expect(await evaluations(next.ticketId)).toEqual([]);
    await visits.pad.do('rate', { invitationId: next.invitationId, level: 5 });
    expect(await visits.pad.refused('rate', { invitationId: old.invitationId, level: 1 })).toBe(
      'invitation-over',
    );
    expect((await evaluations(next.ticketId)).map(({ level }) => level)).toEqual([5]);
    expect(await evaluations(old.ticketId)).toEqual([]);
  });

  it('not rating is an outcome of its own: the light goes out by itself', async () => {
    const { ticketId, invitationId } = await visits.visit();
    const shown = visits.pad.watch();
    await shown.sees('pad', ({ invitation }) => invitation?.id === invitationId);
    hall.clock.moveBy(32_000);
    await shown.sees('pad', ({ invitation }) => invitation === null);
    const [row] = await prisma().invitation.findMany({ where: { ticketId } });
    expect([row?.ending, await evaluations(ticketId)]).toEqual(['lapsed', []]);
    shown.socket.close();
  });

  it('another counter’s pad is not believed', async () => {
    const { invitationId } = await visits.visit();
    const stranger = await hall.screen('hall-pad-2');
    expect(await stranger.refused('rate', { invitationId, level: 1 })).toBe('not-allowed');
  });
});

describe('the last line of defence behind the rules', () => {
  it.each([
    [
      'one called or serving ticket a counter',
      `UPDATE ticket SET status = 'serving', "counterId" = 'hall-counter-1'`,
      'one_ticket_a_counter',
    ],
    [
      'one number by prefix and day',
      `UPDATE ticket SET serial = 1, prefix = 'A'`,
      'ticket_hallId_day_prefix_serial_key',
    ],
    [
      'one open visit a ticket',
      `UPDATE visit SET "endedAt" = NULL, "ticketId" = 'one'`,
      'one_open_visit_a_ticket',
    ],
    [
      'one live session a person',
      `UPDATE staff_session SET "closedAt" = NULL, "personId" = 'one', "counterId" = NULL`,
      'one_session_a_person',
    ],
    [
      'one person a counter',
      `UPDATE staff_session SET "closedAt" = NULL, "counterId" = 'hall-counter-1'`,
      'one_person_a_counter',
    ],
    [
      'one lit invitation a counter',
      `UPDATE invitation SET "closedAt" = NULL, "counterId" = 'hall-counter-1'`,
      'one_lit_invitation_a_counter',
    ],
  ])('%s', async (_what, tampering, constraint) => {
    await expect(sql(tampering)).rejects.toThrow(constraint);
  });

  it('a decision that the database does not take is an accident, not an answer, and changes nothing', async () => {
    const ticketId = await visits.take();
    await visits.clerk.do('next', { seen: null, confirmed: false });
    await sql(
      `ALTER TABLE invitation ADD CONSTRAINT none_today CHECK ("ticketId" <> '${ticketId}') NOT VALID`,
    );
    expect(await visits.clerk.ask('finish', { ticketId, ...CLOSING })).toMatchObject({
      ok: false,
      incident: expect.any(String),
    });
    await sql('ALTER TABLE invitation DROP CONSTRAINT none_today');
    expect(await visits.clerk.do('finish', { ticketId, ...CLOSING })).toEqual({});
  });
});
