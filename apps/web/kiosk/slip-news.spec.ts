import { describe, expect, it } from 'vitest';
import { isSlipOut, mayReprint, printerStop, slipNews, slipState } from './slip-news.js';

const ticket = { ticketId: 't17', slipJobId: 'j17' };
const slip = (state: 'queued' | 'printed' | 'paper-out' | 'unknown') => [
  { ticketId: 't18', number: 'A018', state: 'printed' as const },
  { ticketId: 't17', number: 'A017', state },
];
const ready = { printer: 'ready' as const, slips: slip('queued') };

describe('what a visitor hears of the slip', () => {
  it('is being printed until the printer says more', () => {
    const heard = {
      ticket,
      snapshot: { printer: 'ready' as const, slips: [] },
      before: null,
      lineCut: false,
    };
    expect(slipNews(heard)).toBe('queued');
  });

  it('follows its own slip, not another one', () => {
    const heard = { ticket, snapshot: { ...ready, slips: slip('paper-out') }, before: null, lineCut: false };
    expect(slipNews(heard)).toBe('paper-out');
  });

  it('is not known on a cut line', () => {
    expect(slipNews({ ticket, snapshot: ready, before: null, lineCut: true })).toBe('unheard');
  });

  it('warns of paper with the slip that still came out', () => {
    const snapshot = { printer: 'paper-low' as const, slips: slip('printed') };
    expect(slipNews({ ticket, snapshot, before: null, lineCut: false })).toBe('paper-low');
  });

  it('keeps the last news when the slip drops out of the list', () => {
    expect(slipState({ ticket, snapshot: { printer: 'ready', slips: [] }, before: 'unknown' })).toBe(
      'unknown',
    );
  });

  it('is none where no printer belongs to the kiosk', () => {
    const heard = { ticket: { ...ticket, slipJobId: null }, snapshot: ready, before: null, lineCut: false };
    expect(slipNews(heard)).toBe('none');
  });
});

it.each([
  ['printed', true, false],
  ['paper-low', true, false],
  ['queued', false, false],
  ['unheard', false, false],
  ['paper-out', false, true],
  ['cover-open', false, true],
  ['fault', false, true],
  ['unreachable', false, true],
  ['expired', false, true],
  ['unknown', false, true],
  ['none', false, false],
] as const)('%s: the number goes by itself %s, a reprint is offered %s', (news, goes, reprint) => {
  expect(isSlipOut(news)).toBe(goes);
  expect(mayReprint(news)).toBe(reprint);
});

it.each([
  ['ready', null],
  ['paper-low', null],
  ['paper-out', 'paper-out'],
  ['cover-open', 'cover-open'],
  ['fault', 'fault'],
  ['unreachable', 'unreachable'],
] as const)('a kiosk whose printer is %s stops for %s', (printer, stop) => {
  expect(printerStop(printer)).toBe(stop);
});
