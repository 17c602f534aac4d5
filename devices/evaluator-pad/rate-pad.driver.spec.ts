import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RATE_SILENCE_MS, rateGreeter } from './rate-greeter.js';
import { DOCUMENT_NAMES } from './rate-message.codec.js';
import { RATE_PAD } from './rate-pad-models.js';
import { RatePadDriver } from './rate-pad.driver.js';
import { RatePadSimulator } from './rate-pad.simulator.js';
import { TabletBench } from './tablet.fixture.js';

let bench: TabletBench<RatePadSimulator>;
beforeEach(async () => {
  bench = await TabletBench.open({
    greeter: rateGreeter(DOCUMENT_NAMES),
    silenceMs: RATE_SILENCE_MS,
    place: '3',
    key: 'secret',
    driver: (ears) => new RatePadDriver({ ...ears, window: '3', model: RATE_PAD }),
    tablet: (url, timers) => new RatePadSimulator({ url: `${url}?key=secret`, window: '3', timers }),
  });
});
afterEach(() => bench.close());

const lit = async (invitationId: string): Promise<void> => {
  bench.light(invitationId);
  await bench.sees((tablet) => tablet.lit === invitationId);
};
/** The last `count` answers of the agent. */
const answers = (count: number): unknown[] =>
  bench.tablet.network.heard.slice(-count).map((text): unknown => JSON.parse(text));
const heardMore = async (act: () => void, count: number): Promise<unknown[]> => {
  const before = bench.tablet.network.heard.length;
  act();
  await bench.sees(({ network }) => network.heard.length === before + count);
  return answers(count);
};

describe('a RateQuest tablet', () => {
  it.each([5, 4, 3, 2, 1])('says level %i, of the invitation it was asked for', async (level) => {
    await lit('invitation-1');
    bench.tablet.press(String(level));
    await bench.sees((tablet) => tablet.lit === null);
    expect(bench.presses).toEqual([{ level, invitationId: 'invitation-1', pressedAt: bench.timers.now() }]);
  });

  it('gets the same answer to the same rating, and it counts once', async () => {
    await lit('invitation-1');
    const twice = (): void => {
      bench.tablet.submit('invitation-1', '5');
      bench.tablet.submit('invitation-1', '1');
    };
    expect(await heardMore(twice, 2)).toMatchObject([{ code: '0' }, { code: '0' }]);
    expect(bench.presses).toMatchObject([{ level: 5 }]);
  });

  it.each([
    ['nobody asked for', 'invitation-9', '5'],
    ['with a code no level stands for', 'invitation-1', '9'],
    ['with a name every object has', 'invitation-1', 'constructor'],
  ])('is told that a rating %s does not count', async (_, rateId, content) => {
    await lit('invitation-1');
    const answer = await heardMore(() => bench.tablet.submit(rateId, content), 1);
    expect(answer).toMatchObject([{ code: '1003', request: 'RateSubmit' }]);
    expect(bench.presses).toEqual([]);
  });

  it('does not rate a visit after its invitation has ended', async () => {
    await lit('invitation-1');
    bench.light(null);
    expect(await heardMore(() => bench.tablet.press('1'), 1)).toMatchObject([{ code: '1003' }]);
    expect(bench.presses).toEqual([]);
  });

  it('is answered its other questions', async () => {
    const ask = (): void => {
      bench.tablet.send({ method: 'GetWindowList' });
      bench.tablet.send({ method: 'HeartBeat' });
      bench.tablet.send({ method: 'Login', window: '3', user: null });
      bench.tablet.send({ method: 'Login', window: '4', user: null });
      bench.tablet.network.say('{"method":"Format"}');
    };
    expect(await heardMore(ask, 5)).toMatchObject([
      { code: '0', result: ['3'] },
      { code: '0', request: 'HeartBeat' },
      { code: '0', request: 'Login' },
      { code: '1002', request: 'Login' },
      { code: '999', request: 'Format' },
    ]);
  });
});

describe('a tablet that is gone', () => {
  it('is told with the cause, and asked again on its return', async () => {
    await lit('invitation-1');
    await bench.tablet.network.unplug();
    await bench.becomes('unreachable');
    bench.light('invitation-2');
    bench.tablet.network.plug();
    await bench.becomes('ready');
    await bench.sees((tablet) => tablet.lit === 'invitation-2');
    expect(bench.states).toEqual([
      ['ready', null],
      ['unreachable', 'ended by the other side'],
      ['ready', null],
    ]);
  });

  it('is not asked again for a visit that was rated', async () => {
    await lit('invitation-1');
    bench.tablet.press('4');
    await bench.sees((tablet) => tablet.lit === null);
    await bench.tablet.network.unplug();
    await bench.becomes('unreachable');
    bench.tablet.network.plug();
    await bench.becomes('ready');
    await bench.sees((tablet) => tablet.loggedIn);
    expect([bench.tablet.lit, bench.presses.length]).toEqual([null, 1]);
  });

  it('by hanging is noticed when its heartbeats stay away', async () => {
    bench.tablet.hang();
    await bench.becomes('unreachable');
    expect(bench.states.at(-1)).toEqual(['unreachable', 'no heartbeat']);
  });
});

it('hears a rating among texts that mean nothing, and those are never an exception', async () => {
  await lit('invitation-1');
  const noise = fc.sample(fc.oneof(fc.string(), fc.json()), 200);
  noise.forEach((text) => bench.tablet.network.say(text));
  bench.tablet.press('2');
  await bench.sees((tablet) => tablet.lit === null);
  expect(bench.presses).toMatchObject([{ level: 2 }]);
});
