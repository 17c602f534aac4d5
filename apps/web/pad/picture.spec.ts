import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture.js';

const now = new Date('2026-03-02T01:05:00Z');
const later = (seconds: number): string => new Date(now.getTime() + seconds * 1_000).toISOString();
const invitation = (id: string, endsIn: number) => ({
  id,
  ticketNumber: 'A017',
  openedAt: later(-1),
  endsAt: later(endsIn),
});
const reasons = (invitationId: string, endsIn: number) => ({
  invitationId,
  level: 2 as const,
  endsAt: later(endsIn),
});
const thanked = (invitationId: string, seconds: number) => ({
  invitationId,
  until: new Date(now.getTime() + seconds * 1_000),
});

describe('the picture of a pad', () => {
  it('rests when nobody is asked', () => {
    expect(pictureOf({ invitation: null, reasons: null }, null, now)).toEqual({ at: 'rest' });
  });

  it('lights while an invitation runs and rests by itself at its end', () => {
    expect(pictureOf({ invitation: invitation('i1', 1), reasons: null }, null, now).at).toBe('lit');
    expect(pictureOf({ invitation: invitation('i1', 0), reasons: null }, null, now).at).toBe('rest');
  });

  it('offers reasons after a level, until their end', () => {
    expect(pictureOf({ invitation: null, reasons: reasons('i1', 5) }, null, now).at).toBe('reasons');
    expect(pictureOf({ invitation: null, reasons: reasons('i1', 0) }, null, now).at).toBe('rest');
  });

  it('asks no more once it has thanked, whatever the last snapshot says', () => {
    const late = { invitation: invitation('i1', 20), reasons: reasons('i1', 20) };
    expect(pictureOf(late, thanked('i1', 6), now)).toEqual({ at: 'thanks', invitationId: 'i1' });
    expect(pictureOf(late, thanked('i1', 0), now)).toEqual({ at: 'rest' });
  });

  it('turns to the next visitor at once, thanks or reasons of the one before aside', () => {
    const next = { invitation: invitation('i2', 30), reasons: reasons('i1', 20) };
    expect(pictureOf(next, thanked('i1', 6), now)).toMatchObject({ at: 'lit', invitation: { id: 'i2' } });
    expect(pictureOf(next, null, now)).toMatchObject({ at: 'lit', invitation: { id: 'i2' } });
  });
});
