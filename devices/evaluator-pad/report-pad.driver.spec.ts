import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HidPadBench } from './hid-pad.fixture.js';
import { OWN_REPORT_PAD, type ReportPadModel } from './report-pad-models.js';
import { ReportPadDriver } from './report-pad.driver.js';
import { VirtualReportPad } from './virtual-report-pad.js';

const [LIGHT, DARK] = [
  [0, 1],
  [0, 0],
];

let pad: VirtualReportPad;
let bench: HidPadBench;
async function plugged(model: ReportPadModel = OWN_REPORT_PAD): Promise<void> {
  pad = new VirtualReportPad(model);
  bench = await new HidPadBench(pad.device, (ears) => new ReportPadDriver({ ...ears, model })).ready();
}
beforeEach(() => plugged());
afterEach(() => bench.close());

describe('a pad with reports of its own', () => {
  it('is lit for an invitation and goes dark with the press, alike at every level', () => {
    for (const level of [1, 5]) {
      bench.light(`invitation-${level}`);
      expect(pad.lit).toBe(true);
      pad.press(level);
      expect(pad.lit).toBe(false);
    }
    expect(bench.levels()).toEqual([1, 5]);
    expect(pad.device.written).toEqual([DARK, LIGHT, DARK, LIGHT, DARK]);
  });

  it('goes dark when the invitation ends without a press, and is told nothing twice', () => {
    bench.light('invitation-1');
    bench.light('invitation-2');
    bench.light(null);
    bench.light(null);
    expect(pad.device.written).toEqual([DARK, LIGHT, DARK]);
  });

  it('is left dark', async () => {
    bench.light('invitation-1');
    await bench.close();
    expect([pad.lit, pad.device.isOpen]).toEqual([false, false]);
  });

  it('may have no light', async () => {
    await bench.close();
    await plugged({ ...OWN_REPORT_PAD, lamp: null });
    bench.light('invitation-1');
    pad.press(3);
    expect([bench.levels(), pad.device.written]).toEqual([[3], []]);
  });
});

describe('a press', () => {
  it('at rest, damaged, or of a key without a level counts for nothing', () => {
    pad.press(5);
    bench.timers.advance(1_000);
    bench.light('invitation-1');
    pad.garble(5);
    pad.press(9);
    expect(bench.presses).toEqual([]);
  });

  it('that is sent again is one press, however late and whoever is invited by then', () => {
    bench.light('invitation-1');
    pad.press(5);
    bench.light('invitation-2');
    bench.timers.advance(60_000);
    pad.sendAgain(5);
    expect(bench.presses).toMatchObject([{ level: 5, invitationId: 'invitation-1' }]);
  });

  it('soon after the same one does not rate the next visit; later it does', () => {
    bench.light('invitation-1');
    pad.press(5);
    bench.light('invitation-2');
    pad.press(5);
    expect(bench.presses).toHaveLength(1);
    bench.timers.advance(600);
    pad.press(5);
    expect(bench.presses.map(({ invitationId }) => invitationId)).toEqual(['invitation-1', 'invitation-2']);
  });

  it('after the first one of an invitation changes nothing', () => {
    bench.light('invitation-1');
    pad.press(5);
    pad.press(1);
    expect(bench.levels()).toEqual([5]);
  });
});

describe('an unplugged pad', () => {
  it('is lit again on its return, and its count may start anew', async () => {
    bench.light('invitation-1');
    pad.press(4);
    bench.light('invitation-2');
    bench.system.unplug(pad.device);
    await bench.becomes('unreachable');
    pad.device.written.length = 0;
    bench.system.plug(pad.device);
    await bench.becomes('ready');
    expect(pad.device.written).toEqual([LIGHT]);
    bench.timers.advance(600);
    pad.sendAgain(4);
    expect(bench.levels()).toEqual([4, 4]);
  });
});
