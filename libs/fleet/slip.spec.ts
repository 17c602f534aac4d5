import { describe, expect, it } from 'vitest';
import { AGENT, BARE_KIOSK, device, KIOSK, NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { next } from '../queueing/call.js';
import { issue } from '../queueing/issue.js';
import { reportDevice } from './device.js';
import { SLIP_OUTCOMES } from './fleet-event.js';
import { expireSlips, reportSlip, reprint, SLIP_LIFE_SECONDS } from './slip.js';

const A = { queueId: 'queue-a', matterId: null };

/** One ticket of the kiosk, its slip on the way. */
function issued() {
  const hall = new SmallHall();
  hall.give(reportDevice, { deviceId: 'printer', state: 'ready' }, AGENT);
  const { ticketId, slipJobId } = hall.give(issue, A, KIOSK);
  return { hall, ticketId: String(ticketId), jobId: String(slipJobId) };
}
const ends = (hall: SmallHall) =>
  hall.facts.flatMap((fact) => (fact.type === 'slip-ended' ? [fact.outcome] : []));

describe('a slip’s job', () => {
  it.each(SLIP_OUTCOMES)('ends as its agent says: %s; the first word counts', (outcome) => {
    const { hall, jobId } = issued();
    hall.give(reportSlip, { jobId, outcome }, AGENT);
    hall.give(reportSlip, { jobId, outcome: 'printed' }, AGENT);
    expect(ends(hall)).toEqual([outcome]);
    expect(hall.state.slips.get(jobId)?.outcome).toBe(outcome);
  });

  it('ends by its own printer’s agent alone', () => {
    const { hall, jobId } = issued();
    for (const actor of [device('agent-2', 'agent'), KIOSK, hall.sit('counter-1')])
      expect(hall.refused(reportSlip, { jobId, outcome: 'printed' }, actor)).toBe('not-allowed');
    expect(hall.refused(reportSlip, { jobId: 'strange', outcome: 'printed' }, AGENT)).toBe(
      'slip-job-unknown',
    );
  });

  it('whose agent never came back expires, so that no slip comes out minutes later', () => {
    const { hall, jobId } = issued();
    hall.pass(SLIP_LIFE_SECONDS + 4);
    hall.give(expireSlips, {}, SYSTEM);
    expect(ends(hall)).toEqual([]);
    hall.pass(1);
    hall.give(expireSlips, {}, SYSTEM);
    hall.give(reportSlip, { jobId, outcome: 'printed' }, AGENT);
    expect(ends(hall)).toEqual(['expired']);
  });
});

describe('a second slip', () => {
  it('comes only by wish, and says that it is one; the line is as it is now', () => {
    const { hall, ticketId } = issued();
    hall.give(issue, A, KIOSK);
    hall.give(next, NEXT, hall.sit('counter-1'));
    const second = [...hall.state.tickets.values()].find(({ number }) => number === 'A002');
    hall.give(reprint, { ticketId: second?.id ?? '' }, KIOSK);
    expect(hall.facts.at(-1)).toMatchObject({ number: 'A002', reprint: true, ahead: 0 });
    hall.give(reprint, { ticketId }, KIOSK);
    expect(hall.facts.at(-1)).toMatchObject({ number: 'A001', reprint: true, ahead: 0 });
  });

  it('is none where no slip was printed before, as at the guide desk; the one after it is', () => {
    const { hall } = issued();
    const guide = hall.sit(null, 'guide', ['guide']);
    const { ticketId } = hall.give(issue, A, guide);
    const print = () => hall.give(reprint, { ticketId: String(ticketId) }, guide);
    print();
    expect(hall.facts.at(-1)).toMatchObject({ ticketId, reprint: false });
    print();
    expect(hall.facts.at(-1)).toMatchObject({ ticketId, reprint: true });
  });

  it('is the issuing kiosk’s business, or that of staff, who get any printer that works', () => {
    const { hall, ticketId } = issued();
    expect(hall.refused(reprint, { ticketId }, BARE_KIOSK)).toBe('not-allowed');
    expect(hall.give(reprint, { ticketId }, hall.sit('counter-1'))).toMatchObject({ printerName: '打印机' });
  });

  it.each(['paper-out', 'cover-open', 'fault', 'unreachable'])(
    'needs a printer: not one that is %s',
    (state) => {
      const { hall, ticketId } = issued();
      hall.give(reportDevice, { deviceId: 'printer', state }, AGENT);
      expect(hall.refused(reprint, { ticketId }, KIOSK)).toBe('printer-unknown');
      expect(hall.refused(reprint, { ticketId }, hall.sit('counter-1'))).toBe('printer-unknown');
    },
  );

  it('of a ticket that is not in the hall cannot be had', () => {
    const { hall } = issued();
    expect(hall.refused(reprint, { ticketId: 'strange' }, KIOSK)).toBe('ticket-unknown');
  });
});

it('of ended jobs the newest two hundred are kept, and every one that waits', () => {
  const { hall, jobId } = issued();
  for (let i = 0; i < 300; i++) {
    const { slipJobId } = hall.give(issue, A, KIOSK);
    hall.give(reportSlip, { jobId: String(slipJobId), outcome: 'printed' }, AGENT);
  }
  expect(hall.state.slips.size).toBe(200);
  expect(hall.state.slips.get(jobId)?.outcome).toBeNull();
});
