import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CardReaderBench } from './card-reader.fixture.js';
import { DEMO_PERSONS, DEMO_TROUBLES } from './demo-documents.js';

let bench: CardReaderBench;
beforeEach(async () => {
  bench = await CardReaderBench.open();
  await bench.health('ready');
});
afterEach(() => bench.close());

const FIRST = DEMO_PERSONS.first.idNumber;
const SECOND = DEMO_PERSONS.second.idNumber;
const numbers = (): string[] => bench.cards.map((card) => card.idNumber);

async function readOnce(): Promise<void> {
  const before = bench.told;
  await bench.passes(() => bench.told > before);
}

describe('a card on the reader', () => {
  it('is read', async () => {
    bench.lay('first');
    await readOnce();
    expect(bench.cards).toMatchObject([{ name: '演示甲', idNumber: FIRST, birthDate: '1990-01-01' }]);
    expect(Object.keys(bench.cards[0] ?? {}).toSorted()).toEqual([
      'birthDate',
      'idNumber',
      'name',
      'nation',
      'sex',
      'validFrom',
      'validTo',
    ]);
  });

  it.each([false, true])(
    'is read once for as long as it lies there, found again or not: %s',
    async (again) => {
      bench.reader.findsReadCards(again);
      bench.lay('first');
      await readOnce();
      await bench.looks(6);
      expect(numbers()).toEqual([FIRST]);
      expect(bench.reader.asked('read')).toBe(1);
    },
  );

  it.each([false, true])(
    'is read again once it was taken away, and so is the next one: %s',
    async (again) => {
      bench.reader.findsReadCards(again);
      for (const person of ['first', 'first', 'second'] as const) {
        bench.lay(person);
        await readOnce();
        bench.reader.takeAway();
        await bench.looks(3);
      }
      expect(numbers()).toEqual([FIRST, FIRST, SECOND]);
      expect(bench.unreadable).toEqual([]);
    },
  );

  it('that is lost for one look only is not read twice', async () => {
    bench.reader.findsReadCards(true);
    bench.lay('first');
    await readOnce();
    bench.reader.takeAway();
    await bench.looks(1);
    bench.lay('first');
    await bench.looks(4);
    expect(numbers()).toEqual([FIRST]);
  });

  it('is read from an answer that comes in small pieces', async () => {
    bench.reader.answerInPieces(64, 20);
    bench.lay('second');
    await readOnce();
    expect(numbers()).toEqual([SECOND]);
  });

  it('is read through noise and half an answer', async () => {
    bench.reader.noise(Uint8Array.of(0xaa, 0xaa, 0x96, 0x69, 0x05, 0x08, 0x00));
    bench.reader.sendHalfReply();
    bench.lay('first');
    await readOnce();
    expect(numbers()).toEqual([FIRST]);
  });

  it('is read at the second attempt when the answer was spoilt', async () => {
    bench.reader.corrupt(1, 'read');
    bench.lay('first');
    await readOnce();
    expect(numbers()).toEqual([FIRST]);
    expect(bench.unreadable).toEqual([]);
    expect(bench.reader.asked('read')).toBe(2);
  });
});

describe('a document that gives no card', () => {
  it.each([
    ['broken', 'read-failed'],
    ['unauthenticated', 'read-failed'],
    ['otherChip', 'not-a-resident-card'],
    ['wrongCheck', 'check-digit'],
    ['nameless', 'read-failed'],
    ['foreigner', 'not-a-resident-card'],
    ['hongKong', 'not-a-resident-card'],
  ] as const)('is told once, with the reason: %s', async (document, reason) => {
    bench.reader.findsReadCards(true);
    bench.reader.lay(DEMO_TROUBLES[document]);
    await readOnce();
    await bench.looks(4);
    expect(bench.unreadable).toEqual([reason]);
    expect(bench.cards).toEqual([]);
    expect(bench.driver.health()).toEqual({ state: 'ready' });
  });

  it('does not keep the next card from being read', async () => {
    bench.reader.lay(DEMO_TROUBLES.broken);
    await readOnce();
    bench.reader.takeAway();
    await bench.looks(3);
    bench.lay('second');
    await readOnce();
    expect(numbers()).toEqual([SECOND]);
  });

  it('is also one that was taken away too soon', async () => {
    const reads = bench.simulator.until(() => bench.reader.asked('select') === 1);
    bench.reader.goDeaf('select');
    bench.lay('first');
    await bench.timers.whilePassing(reads);
    bench.reader.takeAway();
    bench.reader.hear();
    await readOnce();
    expect([bench.cards, bench.unreadable]).toEqual([[], ['read-failed']]);
  });

  it('is also one whose answers are all spoilt; then the reader is reset', async () => {
    bench.reader.corrupt(3, 'select');
    bench.lay('first');
    await readOnce();
    expect(bench.unreadable).toEqual(['read-failed']);
    expect(bench.reader.asked('select')).toBe(3);
    expect(bench.reader.asked('reset')).toBe(1);
    expect(bench.driver.health()).toEqual({ state: 'ready' });
  });
});

describe('a late answer', () => {
  it('to the reading of one card is never taken for the next one', async () => {
    bench.reader.answerAfter(3_600, 'read');
    bench.lay('first');
    await bench.timers.whilePassing(bench.simulator.until(() => bench.reader.asked('read') === 1));
    bench.reader.answerAfter(0);
    bench.lay('second');
    await readOnce();
    expect(numbers()).toEqual([SECOND]);
  });

  it('of a slow reader is waited out', async () => {
    bench.reader.answerAfter(450);
    bench.lay('first');
    await readOnce();
    expect(numbers()).toEqual([FIRST]);
  });

  it('of a reader that is always too slow makes it unreachable', async () => {
    bench.reader.answerAfter(10_000);
    await bench.health('unreachable');
    bench.reader.answerAfter(0);
    await bench.health('ready');
  });
});

describe('a reader', () => {
  it('that falls silent is noticed within six seconds, and is ready when it speaks again', async () => {
    const from = bench.timers.now().getTime();
    bench.reader.goDeaf();
    await bench.health('unreachable');
    expect(bench.timers.now().getTime() - from).toBeLessThan(6_000);
    bench.reader.hear();
    await bench.health('ready');
    expect(bench.states.map(({ state }) => state)).toEqual(['ready', 'unreachable', 'ready']);
  });

  it('is reset after three errors in a row', async () => {
    const reset = bench.simulator.until(() => bench.reader.asked('reset') === 1);
    bench.reader.goDeaf('find');
    await bench.timers.whilePassing(reset);
    expect(bench.reader.asked('find')).toBe(3);
  });

  it.each(['self-test-failed', 'unauthorised', 'bad-command'] as const)(
    'says what is wrong with it, and is ready once a reset has helped: %s',
    async (word) => {
      bench.reader.fallIll(word);
      await bench.health('fault');
      expect(bench.driver.health()).toEqual({ state: 'fault', word });
      bench.reader.recover();
      await bench.health('ready');
      bench.lay('first');
      await readOnce();
      expect(numbers()).toEqual([FIRST]);
    },
  );

  it('that falls ill over a card says so, and the visitor hears that the card was not read', async () => {
    bench.reader.goDeaf('select');
    bench.lay('first');
    await bench.timers.whilePassing(bench.simulator.until(() => bench.reader.asked('select') === 1));
    bench.reader.fallIll('reader-authentication-failed');
    bench.reader.hear();
    await readOnce();
    expect(bench.unreadable).toEqual(['read-failed']);
    expect(bench.driver.health()).toEqual({ state: 'fault', word: 'reader-authentication-failed' });
  });

  it('that is unplugged is unreachable, and back again when it is plugged in', async () => {
    await bench.simulator.unplug();
    await bench.health('unreachable');
    await bench.simulator.plug();
    await bench.health('ready');
    bench.lay('first');
    await readOnce();
    expect(numbers()).toEqual([FIRST]);
  });

  it('that is unplugged over a card tells it as unreadable', async () => {
    bench.reader.goDeaf('read');
    bench.lay('first');
    await bench.timers.whilePassing(bench.simulator.until(() => bench.reader.asked('read') === 1));
    await bench.simulator.unplug();
    await readOnce();
    expect(bench.unreadable).toEqual(['read-failed']);
  });

  it('that comes back with the same card on it does not read it again', async () => {
    bench.lay('first');
    await readOnce();
    await bench.simulator.unplug();
    await bench.health('unreachable');
    await bench.simulator.plug();
    await bench.looks(3);
    expect(numbers()).toEqual([FIRST]);
  });

  it('is left in the middle of a reading without a word', async () => {
    bench.reader.goDeaf('read');
    bench.lay('first');
    await bench.timers.whilePassing(bench.simulator.until(() => bench.reader.asked('read') === 1));
    await bench.driver.stop();
    expect([bench.told, bench.states.at(-1)]).toEqual([0, { state: 'ready' }]);
    expect(bench.timers.pending).toBe(0);
  });

  it('says nothing of people in its health', async () => {
    bench.lay('first');
    await readOnce();
    bench.reader.fallIll('unauthorised');
    await bench.health('fault');
    const said = JSON.stringify(bench.states);
    for (const secret of [FIRST, DEMO_PERSONS.first.name, '1990']) expect(said).not.toContain(secret);
  });
});
