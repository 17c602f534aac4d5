import { describe, expect, it, vi } from 'vitest';
import type { CommandReply } from '#libs/contracts/socket';
import { createTaking } from './taking.js';

const A017 = {
  ticketId: 't17',
  number: 'A017',
  queueName: '户籍',
  queueNameEn: 'Residence',
  zoneName: '一区',
  zoneNameEn: 'Zone 1',
  stops: [{ name: '二区', nameEn: 'Zone 2' }],
  ahead: 3,
  issuedAt: '2026-03-02T01:05:00.000Z',
  followUrl: 'https://hall.example/t/abc',
  slipJobId: 'j17',
};

/** A kiosk whose server answers when the test lets it. */
function kiosk() {
  const sent: { order: unknown; requestId: string; answer: (reply: CommandReply) => void }[] = [];
  let made = 0;
  const taking = createTaking(
    (order, requestId) => new Promise((answer) => sent.push({ order, requestId, answer })),
    () => `request-${(made += 1)}`,
  );
  return { taking, sent };
}

describe('taking a number', () => {
  it('takes two taps', async () => {
    const { taking, sent } = kiosk();
    taking.choose('q1');
    const taken = taking.take('m1', 'r1');
    sent[0]?.answer({ ok: true, answer: A017 });
    await taken;
    expect(sent[0]?.order).toEqual({ queueId: 'q1', matterId: 'm1', routeId: 'r1' });
    expect(taking.step.value).toEqual({ at: 'issued', ticket: A017 });
  });

  it('asks for the receipt where something is collected, and goes on without', async () => {
    const { taking, sent } = kiosk();
    taking.choose('q1', true);
    void taking.take('m1');
    expect([taking.step.value.at, sent]).toEqual(['receipt', []]);
    taking.withReceipt('SL-17');
    void taking.take('m1');
    sent[0]?.answer({ ok: true, answer: A017 });
    await vi.waitFor(() => expect(taking.step.value.at).toBe('issued'));
    taking.home();
    taking.choose('q1', true);
    taking.withReceipt(null);
    void taking.take(null);
    expect(sent.map(({ order }) => order)).toEqual([
      { queueId: 'q1', matterId: 'm1', routeId: null, receipt: 'SL-17' },
      { queueId: 'q1', matterId: null, routeId: null },
    ]);
  });

  it('sends once however often the matter is tapped', () => {
    const { taking, sent } = kiosk();
    taking.choose('q1');
    void taking.take('m1');
    void taking.take('m1');
    void taking.take(null);
    expect(sent).toHaveLength(1);
    expect(taking.pending.value).toBe(true);
  });

  it('asks for a lost answer again under the same requestId and with the same order', async () => {
    const { taking, sent } = kiosk();
    taking.choose('q1');
    const lost = taking.take(null);
    sent[0]?.answer({ ok: false, incident: 'offline' });
    await lost;
    expect(taking.step.value.at).toBe('failed');
    void taking.retry();
    expect(sent.map(({ order, requestId }) => ({ order, requestId }))).toEqual([
      { order: { queueId: 'q1', matterId: null, routeId: null }, requestId: 'request-1' },
      { order: { queueId: 'q1', matterId: null, routeId: null }, requestId: 'request-1' },
    ]);
  });

  it('does not try a refusal again', async () => {
    const { taking, sent } = kiosk();
    taking.choose('q1');
    const refused = taking.take(null);
    sent[0]?.answer({ ok: false, refusal: { code: 'queue-closed', params: {} } });
    await refused;
    await taking.retry();
    expect(sent).toHaveLength(1);
    expect(taking.step.value.at).toBe('failed');
  });

  it('gives the next visitor a requestId of their own', () => {
    const { taking, sent } = kiosk();
    taking.choose('q1');
    taking.home();
    taking.choose('q2');
    void taking.take(null);
    expect(sent[0]?.requestId).toBe('request-2');
  });

  it('stays while the number is being taken', () => {
    const { taking } = kiosk();
    taking.choose('q1');
    void taking.take(null);
    taking.home();
    expect(taking.step.value.at).toBe('issuing');
  });

  it('shows no half ticket', async () => {
    const { taking, sent } = kiosk();
    taking.choose('q1');
    const taken = taking.take(null);
    sent[0]?.answer({ ok: true, answer: { ...A017, number: 17 } });
    await taken;
    expect(taking.step.value).toMatchObject({ at: 'failed', reply: { incident: 'answer' } });
  });
});

describe('what the reader says', () => {
  const card = {
    ...{ kind: 'card' as const, cardId: 'c1', name: '张**', group: null, tickets: [], bookings: [] },
  };
  const booking = {
    ...{ day: '2026-03-02', from: '09:30', to: '10:00', open: true, queueName: '户籍', queueNameEn: '' },
  };

  it('goes with the number of whoever laid the card, and with nobody’s after', async () => {
    const { taking, sent } = kiosk();
    taking.lay(card);
    taking.choose('q1');
    void taking.take('m1');
    expect(sent[0]?.order).toEqual({
      ...{ queueId: 'q1', matterId: 'm1', routeId: null, visitor: { cardId: 'c1' } },
    });
    taking.lay({ ...card, cardId: 'c2' });
    expect(taking.card.value?.cardId).toBe('c1');
  });

  it('shows whoever has a booking the way to it, and lets go on to another number', async () => {
    const { taking, sent } = kiosk();
    taking.lay({ ...card, bookings: [booking] });
    expect(taking.step.value.at).toBe('known');
    taking.goOn();
    expect(taking.step.value.at).toBe('start');
    taking.lay({ ...card, bookings: [booking] });
    void taking.checkIn({ visitor: { cardId: 'c1' } });
    expect(sent[0]?.order).toEqual({ visitor: { cardId: 'c1' } });
  });

  it('disturbs nobody who is choosing: the card is kept for the number', () => {
    const { taking } = kiosk();
    taking.choose('q1');
    taking.lay({ ...card, bookings: [booking] });
    expect([taking.step.value.at, taking.card.value?.cardId]).toEqual(['choosing', 'c1']);
  });

  it('checks a scanned booking in from anywhere, and takes a receipt where one is asked for', () => {
    const { taking, sent } = kiosk();
    void taking.scan('ABCD-2345');
    expect(sent[0]?.order).toEqual({ pass: 'ABCD-2345' });
    const other = kiosk();
    other.taking.choose('q1', true);
    void other.taking.scan('SL-17');
    expect(other.taking.step.value).toEqual({ at: 'choosing', queueId: 'q1', receipt: 'SL-17' });
  });
});
