import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAGE_SILENCE_MS, pageGreeter } from './page-greeter.js';
import { PAGE_PAD, PagePadDriver } from './page-pad.driver.js';
import { PagePadSimulator } from './page-pad.simulator.js';
import { TabletBench } from './tablet.fixture.js';

const REST = 'https://hall.example/rest';
const pageOf = (invitationId: string): string => `https://hall.example/rate/${invitationId}`;

let bench: TabletBench<PagePadSimulator>;
const opened = async (restPage: string | null): Promise<void> => {
  bench = await TabletBench.open({
    greeter: pageGreeter,
    silenceMs: PAGE_SILENCE_MS,
    place: '10086',
    key: '123456',
    driver: (ears) => new PagePadDriver({ ...ears, pageOf, restPage }),
    tablet: (url, timers) => new PagePadSimulator({ url, workNumber: '10086', key: '123456', timers }),
  });
};
beforeEach(() => opened(REST));
afterEach(() => bench.close());

const shows = (page: string): Promise<void> => bench.sees(({ pages }) => pages.at(-1) === page);

describe('a tablet of the page link', () => {
  it('opens the page of the visit, and the page of rest when the invitation ends', async () => {
    await shows(REST);
    bench.light('1');
    bench.light('1');
    await shows(pageOf('1'));
    bench.light(null);
    await bench.sees(({ pages }) => pages.length === 3);
    expect(bench.tablet.pages).toEqual([REST, pageOf('1'), REST]);
  });

  it('keeps the page where there is none for rest', async () => {
    await bench.close();
    await opened(null);
    bench.light('1');
    bench.light(null);
    bench.light('2');
    await shows(pageOf('2'));
    expect(bench.tablet.pages).toEqual([pageOf('1'), pageOf('2')]);
  });

  it('declares that it can say no level', () => {
    expect([...PAGE_PAD.cannotSay].toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is answered its beats, its second login, and what nobody understands', async () => {
    await shows(REST);
    const before = bench.tablet.network.heard.length;
    for (const text of [
      '{"code":40000,"data":1}',
      '{"code":40001,"data":{"work_no":"10086"}}',
      '{"code":7}',
      '7',
    ])
      bench.tablet.network.say(text);
    await bench.sees(({ network }) => network.heard.length >= before + 4);
    const codes = bench.tablet.network.heard.slice(before).map((text): unknown => JSON.parse(text));
    expect(codes).toMatchObject([
      { code: 40000, state: 1, data: bench.timers.now().getTime() },
      { code: 40001, state: 1 },
      { code: 50000, state: 0 },
      { code: 40002, state: 0 },
    ]);
  });

  it('is kept by its heartbeats, which the agent answers', async () => {
    const beaten = bench.sees(
      ({ network }) => network.heard.filter((text) => text.includes('40000')).length === 4,
    );
    await bench.timers.whilePassing(beaten);
    expect(bench.states).toEqual([['ready', null]]);
  });

  it('shows the page again after it was gone', async () => {
    bench.light('1');
    await shows(pageOf('1'));
    await bench.tablet.network.unplug();
    await bench.becomes('unreachable');
    bench.tablet.network.plug();
    await bench.becomes('ready');
    await bench.sees(({ pages }) => pages.filter((page) => page === pageOf('1')).length === 2);
    expect(bench.tablet.loggedIn).toBe(true);
  });

  it('with a wrong key gets no place', async () => {
    await bench.tablet.close();
    await bench.becomes('unreachable');
    const { url, timers } = bench;
    const stranger = new PagePadSimulator({ url, workNumber: '10086', key: 'guess', timers });
    stranger.network.plug();
    await stranger.network.until(() => stranger.network.heard.length === 2);
    await stranger.close();
    expect(stranger.network.heard[1]).toContain('密钥错误');
    expect(bench.states.at(-1)?.[0]).toBe('unreachable');
  });
});
