import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEAT_MS } from './counter-sign.driver.js';
import { onbonBxK } from './onbon-bx-k.protocol.js';
import { BX_5K, BX_6K } from './sign-models.js';
import { CALL, IDLE, SignBench } from './sign.fixture.js';
import { bxCard } from './virtual-bx-card.js';

let bench: SignBench;
beforeEach(async () => {
  bench = await SignBench.open(onbonBxK(BX_6K), bxCard());
});
afterEach(() => bench.close());

const history = (): readonly string[] => bench.bar.history;

describe('a BX-K sign', () => {
  it.each([
    [{ kind: 'idle', text: '综合受理' }, '综合受理', 'green', false],
    [{ kind: 'call', text: 'A017' }, 'A017', 'red', false],
    [{ kind: 'paused', text: '暂停服务' }, '暂停服务', 'yellow', false],
    [{ kind: 'call', text: 'A017 请到3号窗口办理' }, 'A017 请到3号窗口办理', 'red', true],
    [{ kind: 'call', text: 'A\\C1\u001B镕' }, 'A＼C1〓', 'red', false],
  ] as const)('shows %j', async (wish, text, colour, moves) => {
    await bench.settles(wish, text);
    expect(bench.bar.face).toEqual({ on: true, text, colour, moves, page: null });
  });

  it('stands still as long as the text fits, and moves it by one more character', async () => {
    await bench.settles({ kind: 'idle', text: '一二三四五六七八' }, '一二三四五六七八');
    expect(bench.bar.face.moves).toBe(false);
    await bench.settles({ kind: 'idle', text: '一二三四五六七八9' }, '一二三四五六七八9');
    expect(bench.bar.face.moves).toBe(true);
  });

  it('goes off in the dark and comes back with the next wish', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.driver.show({ kind: 'dark' });
    await bench.reaches(() => !bench.bar.face.on);
    await bench.settles(CALL, 'A017 请到本窗口');
    expect(bench.bar.face.on).toBe(true);
  });

  it('is sent only the difference', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.driver.show({ ...IDLE });
    await bench.settles(CALL, 'A017 请到本窗口');
    expect(history()).toEqual(['on', '综合受理', 'A017 请到本窗口']);
  });

  it('is shown the newest of many wishes, never an older one after it', async () => {
    bench.driver.show(IDLE);
    for (let number = 1; number <= 30; number += 1) bench.driver.show({ kind: 'call', text: `A${number}` });
    await bench.shows('A30');
    await bench.healthy('ready');
    expect(history().length).toBeLessThan(5);
    expect(history().at(-1)).toBe('A30');
  });

  it('cannot be dimmed, and says so', async () => {
    expect(bench.driver.cannot).toEqual(['brightness']);
    await bench.settles({ ...IDLE, brightness: 3 }, '综合受理');
  });

  it('tells beforehand what it has no shape for', () => {
    expect(bench.driver.printable('朱镕基')).toEqual({ text: '朱〓基', replaced: 1 });
    expect(bench.driver.printable('号'.repeat(260))).toEqual({ text: '号'.repeat(250), replaced: 10 });
  });
});

describe('a BX-K card that was unplugged', () => {
  it('is told, and shows the whole state again on its return', async () => {
    await bench.settles(IDLE, '综合受理');
    await bench.simulator.unplug();
    await bench.healthy('unreachable');
    bench.bar.restart();
    bench.driver.show(CALL);
    await bench.simulator.plug();
    await bench.shows('A017 请到本窗口');
    await bench.healthy('ready');
    expect(history().slice(2)).toEqual(['on', 'A017 请到本窗口']);
    expect(bench.healths.map(({ state }) => state)).toEqual(['ready', 'unreachable', 'ready']);
  });

  it('is not called ready on its return before it has answered', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.bar.goDeaf();
    bench.timers.advance(BEAT_MS);
    await bench.healthy('unreachable');
    const seen = bench.bar.received;
    await bench.reaches(() => bench.bar.received > seen + 500);
    expect(bench.healths.at(-1)).toEqual({ state: 'unreachable' });
    bench.bar.hear();
    await bench.healthy('ready');
    await bench.shows('综合受理');
  });
});

describe('a BX-K card that falls silent', () => {
  it('is asked four times, then gets a new connection', async () => {
    await bench.settles(IDLE, '综合受理');
    const before = bench.bar.received;
    bench.bar.goDeaf();
    bench.driver.show({ kind: 'dark' });
    await bench.healthy('unreachable');
    const POWER_FRAME = 31;
    expect(bench.bar.received - before).toBe(4 * POWER_FRAME);
  });

  it('is found out by the beat alone', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.bar.goDeaf();
    await bench.healthy('unreachable');
  });

  it('is told again when only its answer was lost', async () => {
    bench.bar.swallow(1);
    await bench.settles(CALL, 'A017 请到本窗口');
    expect(history()).toEqual(['on', 'on', 'A017 请到本窗口']);
  });

  it('is heard when it answers late, and keeps its connection', async () => {
    bench.bar.answerAfter(1_100);
    await bench.settles(CALL, 'A017 请到本窗口');
    bench.timers.advance(5_000);
    expect(history()).toEqual(['on', 'A017 请到本窗口']);
    expect(bench.healths.map(({ state }) => state)).toEqual(['ready']);
  });

  it('is heard through noise', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.bar.noise(Uint8Array.of(0x00, 0xa5, 0xa5, 0x5b, 0xfe, 0xa0, 0x00, 0xa5));
    await bench.settles(CALL, 'A017 请到本窗口');
    expect(history()).toEqual(['on', '综合受理', 'A017 请到本窗口']);
  });

  it('is told everything again every five minutes: it may have lost its memory', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.bar.restart();
    for (let beat = 1; beat < 20; beat += 1) {
      bench.timers.advance(BEAT_MS);
      await bench.reaches(() => history().length >= 2 + beat);
    }
    expect(bench.bar.face.text).toBe('');
    await bench.shows('综合受理');
  });
});

describe('a BX-K card that says no', () => {
  const FONT_MISSING = 12;
  const BUSY = 3;

  it('is reported with its code, and not asked again and again', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.bar.refuse(FONT_MISSING);
    bench.driver.show(CALL);
    await bench.healthy('refusing');
    const received = bench.bar.received;
    expect(bench.driver.health()).toEqual({ state: 'refusing', code: FONT_MISSING });
    bench.timers.advance(5_000);
    expect(bench.bar.received).toBe(received);
  });

  it('is tried again with the next wish', async () => {
    bench.bar.refuse(FONT_MISSING);
    bench.driver.show(CALL);
    await bench.healthy('refusing');
    bench.bar.refuse(null);
    await bench.settles(IDLE, '综合受理');
  });

  it('need not be asked again before a newer wish is shown', async () => {
    bench.bar.refuse(FONT_MISSING);
    bench.bar.answerAfter(500);
    const began = bench.timers.now().getTime();
    const received = bench.bar.received;
    bench.driver.show(CALL);
    await bench.simulator.until(() => bench.bar.received > received);
    bench.bar.refuse(null);
    bench.driver.show(IDLE);
    await bench.shows('综合受理');
    await bench.healthy('ready');
    expect(bench.healths.map(({ state }) => state)).toEqual(['refusing', 'ready']);
    expect(bench.timers.now().getTime() - began).toBeLessThan(BEAT_MS);
    expect(history()).not.toContain('A017 请到本窗口');
  });

  it('is tried again with the next beat', async () => {
    bench.bar.refuse(FONT_MISSING);
    bench.driver.show(CALL);
    await bench.healthy('refusing');
    bench.bar.refuse(null);
    bench.timers.advance(BEAT_MS);
    await bench.shows('A017 请到本窗口');
    await bench.healthy('ready');
  });

  it('for the moment is waited for', async () => {
    bench.bar.refuse(BUSY);
    bench.driver.show(CALL);
    const FIRST = 31;
    await bench.reaches(() => bench.bar.received >= 2 * FIRST);
    bench.bar.refuse(null);
    await bench.shows('A017 请到本窗口');
    await bench.healthy('ready');
    expect(bench.healths.map(({ state }) => state)).toEqual(['ready']);
  });

  it('because it is busy for ever is reported', async () => {
    bench.bar.refuse(BUSY);
    bench.driver.show(CALL);
    await bench.healthy('refusing');
    expect(bench.driver.health()).toEqual({ state: 'refusing', code: BUSY });
  });
});

describe('a driver that stops', () => {
  it('leaves nothing behind and reports nothing more', async () => {
    await bench.settles(IDLE, '综合受理');
    bench.bar.goDeaf();
    bench.driver.show(CALL);
    await bench.driver.stop();
    const told = bench.healths.length;
    await bench.reaches(() => bench.timers.pending === 0);
    expect(bench.healths).toHaveLength(told);
  });
});

describe('the model of a BX-K sign', () => {
  it('counts in eights on a 5K and in marked pixels on a 6K', () => {
    const wireWidth = (model: typeof BX_6K): string => {
      const [, text] = onbonBxK(model).packets(IDLE, 0);
      return Buffer.from(text?.bytes ?? [])
        .subarray(36, 38)
        .toString('hex');
    };
    expect(wireWidth(BX_5K)).toBe('1000');
    expect(wireWidth(BX_6K)).toBe('8080');
    expect(wireWidth({ ...BX_6K, unit: 'pixels' })).toBe('8000');
  });

  it.each([
    [{ ...BX_5K, width: 100 }, 'steps of 8 pixels'],
    [{ ...BX_6K, width: 0 }, 'the bar has no size'],
    [{ ...BX_6K, x: -1 }, 'not in whole pixels'],
    [{ ...BX_6K, columnPixels: 0 }, 'the width of a character'],
    [{ ...BX_6K, speed: 25 }, 'the speed is not from 0 to 24'],
  ])('is refused in words', (model, reason) => {
    expect(() => onbonBxK(model)).toThrow(reason);
  });

  it('without colours says nothing of them', () => {
    const bar = onbonBxK({ ...BX_6K, colours: null });
    expect(bar.cannot).toEqual(['brightness', 'colour']);
    const [, text] = bar.packets(IDLE, 0);
    expect(Buffer.from(text?.bytes ?? []).includes('\\C')).toBe(false);
  });
});
