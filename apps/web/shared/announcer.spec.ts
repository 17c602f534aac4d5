import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paper, SilentHall } from './voice/silent-hall.fixture.js';

describe('the announcer', () => {
  it('chimes once and says a call twice', async () => {
    const hall = new SilentHall();
    hall.hear(hall.call(1));
    expect(hall.shown).toBe('A1');
    expect(await hall.readAll()).toEqual(['♪ A 一', 'A 一']);
    expect(hall.shown).toBeNull();
  });

  it('says each call once, in order, while others wait, and the last one twice', async () => {
    const hall = new SilentHall();
    hall.hear(hall.call(3), hall.call(2), hall.call(1));
    expect(await hall.readAll()).toEqual(['♪ A 一', '♪ A 二', '♪ A 三', 'A 三']);
  });

  it('leaves out the second reading when a call arrives during the first, and cuts nothing', async () => {
    const hall = new SilentHall();
    const first = hall.call(1);
    hall.hear(first);
    hall.hear(hall.call(2), first);
    expect(hall.heard).toEqual(['♪ A 一']);
    expect(await hall.readAll()).toEqual(['♪ A 一', '♪ A 二', 'A 二']);
  });

  it('says nothing again when the same picture comes again', async () => {
    const hall = new SilentHall();
    const call = hall.call(1);
    hall.hear(call);
    await hall.readAll();
    hall.hear(call);
    expect(hall.speaking).toBe(false);
  });

  it('says a recalled ticket again, under its new announcement', async () => {
    const hall = new SilentHall();
    hall.hear(hall.call(1));
    await hall.readAll();
    hall.hear(hall.call(2, { number: 'A1', ticketId: 'ticket-1', round: 2 }));
    expect(await hall.readAll()).toEqual(['♪ A 一', 'A 一', '♪ A 一', 'A 一']);
  });

  it('speaks on when a reading fails', async () => {
    const hall = new SilentHall();
    hall.hear(hall.call(2), hall.call(1));
    await hall.readToEnd(new Error('no loudspeaker'));
    expect(await hall.readAll()).toEqual(['♪ A 一', '♪ A 二', 'A 二']);
  });
});

describe('what says nothing new', () => {
  it('is not spoken: the visitor is already there', () => {
    const hall = new SilentHall();
    hall.hear(hall.call(1, { over: true }));
    expect(hall.speaking).toBe(false);
  });

  it.each([
    ['it became over', 0, true],
    ['it expired', 61, false],
  ])('is not spoken: %s while another call was read', async (_, seconds, over) => {
    const hall = new SilentHall();
    const calls = [hall.call(3), hall.call(2), hall.call(1)];
    hall.hear(...calls);
    hall.pass(seconds);
    hall.hear(...calls.map((call) => ({ ...call, over })));
    expect(await hall.readAll()).toEqual(['♪ A 一']);
  });

  it('is not repeated: it became over during the first reading', async () => {
    const hall = new SilentHall();
    const call = hall.call(1);
    hall.hear(call);
    hall.hear({ ...call, over: true });
    expect(await hall.readAll()).toEqual(['♪ A 一']);
  });

  it('is not repeated: the board is no longer the announcer', async () => {
    const hall = new SilentHall();
    hall.hear(hall.call(2), hall.call(1));
    hall.hear();
    expect(await hall.readAll()).toEqual(['♪ A 一']);
  });

  it('is not spoken after a reload: what was begun before it, nor what expired meanwhile', async () => {
    const keepsake = paper();
    const before = new SilentHall(keepsake);
    const calls = [before.call(2), before.call(1)];
    before.hear(...calls);
    const after = new SilentHall(keepsake);
    after.hear(...calls);
    expect(await after.readAll()).toEqual(['♪ A 二', 'A 二']);
    const later = new SilentHall(keepsake);
    later.pass(61);
    later.hear(...calls);
    expect(later.speaking).toBe(false);
  });

  it('is told apart from a new database that counts from one again', async () => {
    const keepsake = paper();
    const before = new SilentHall(keepsake);
    before.hear(before.call(1));
    const anew = new SilentHall(keepsake);
    anew.hear(anew.call(1, { ticketId: 'another' }));
    expect(await anew.readAll()).toEqual(['♪ A 一', 'A 一']);
  });
});

describe('a full list', () => {
  it('still speaks the calls it pushed off, but not a ticket called again since', async () => {
    const hall = new SilentHall();
    const calls = Array.from({ length: 14 }, (_, i) => hall.call(14 - i));
    const again = { ...hall.call(15), number: 'A2', ticketId: 'ticket-2' };
    hall.hear(...calls.slice(2));
    hall.hear(again, ...calls.slice(0, 11));
    await hall.readAll();
    expect(hall.announced).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });
});

describe('any afternoon', () => {
  it('speaks every live call once, in order, and never two at a time', async () => {
    const step = fc.record({ arrivals: fc.nat(2), leaves: fc.boolean(), readings: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const hall = new SilentHall();
        const gone = new Set<number>();
        let calls = [hall.call(1)];
        for (const { arrivals, leaves, readings } of steps) {
          for (let i = 0; i < arrivals; i += 1) calls = [hall.call(calls.length + 1), ...calls];
          if (leaves) gone.add(calls.length);
          calls = calls.map((call) => ({ ...call, over: gone.has(call.announcement) }));
          hall.hear(...calls.slice(0, 12));
          for (let i = 0; i < readings; i += 1) await hall.readToEnd();
        }
        hall.hear(...calls.slice(0, 12));
        await hall.readAll();
        const live = calls.filter((call) => !call.over).map((call) => call.announcement);
        expect(hall.announced).toEqual([...new Set(hall.announced)].sort((a, b) => a - b));
        expect(hall.announced).toEqual(expect.arrayContaining(live));
        expect(hall.overlapped).toBe(false);
      }),
    );
  });
});
