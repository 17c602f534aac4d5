import { afterEach, describe, expect, it } from 'vitest';
import { asciiBar } from './ascii-bar.protocol.js';
import { BEAT_MS } from './counter-sign.driver.js';
import { ASCII_BAR } from './sign-models.js';
import { parseTemplate, type TemplateSettings } from './sign-template.js';
import { CALL, IDLE, SignBench } from './sign.fixture.js';
import { templateSign } from './template-sign.protocol.js';
import { asciiCard } from './virtual-ascii-card.js';
import { templateBar } from './virtual-template-bar.js';

let bench: SignBench;
afterEach(() => bench.close());

const ANSWER = Buffer.from('ok');
const openAscii = async (answer: Uint8Array | null, model = ASCII_BAR): Promise<void> => {
  bench = await SignBench.open(asciiBar(model), asciiCard(model.card, answer));
};
const openTemplate = async (settings: TemplateSettings, address = 5): Promise<void> => {
  const template = parseTemplate(settings);
  bench = await SignBench.open(templateSign(template, address), templateBar(template, address));
};
const NUMBER: TemplateSettings = { address: 'after-prefix', charset: 'digits', checksum: 'sum8' };
const FRAMED: TemplateSettings = { prefix: '3A', checksum: 'sum8', suffix: '0A', width: 8 };

describe('an ASCII bar', () => {
  it('shows a short text whole, in the colour of its kind', async () => {
    await openAscii(ANSWER);
    await bench.settles(IDLE, '综合受理');
    expect(bench.bar.face.colour).toBe('green');
    await bench.settles(CALL, 'A017 请到本窗口');
    expect(bench.bar.face.colour).toBe('red');
    expect(bench.driver.cannot).toEqual(['brightness']);
  });

  it('is moved through a long text, from its beginning to its end and again', async () => {
    await openAscii(ANSWER, { ...ASCII_BAR, columns: 8 });
    await bench.settles({ kind: 'call', text: 'A017到窗口' }, 'A017到窗');
    for (const picture of ['017到窗', '17到窗口', 'A017到窗']) await bench.shows(picture);
    expect(new Set(bench.bar.history)).toEqual(new Set(['A017到窗', '017到窗', '17到窗口']));
  });

  it('stands still again with the next short text', async () => {
    await openAscii(ANSWER, { ...ASCII_BAR, columns: 8 });
    await bench.settles({ kind: 'call', text: 'A017到窗口' }, 'A017到窗');
    await bench.settles({ kind: 'paused', text: '暂停' }, '暂停');
    const pictures = bench.bar.history.length;
    bench.timers.advance(BEAT_MS - 5_000);
    await bench.reaches(() => bench.bar.history.length > pictures);
    expect(bench.bar.history.slice(pictures)).toEqual(['暂停']);
  });

  it('is turned to its page first', async () => {
    await openAscii(ANSWER, { ...ASCII_BAR, page: 6 });
    await bench.settles(CALL, 'A017 请到本窗口');
    expect(bench.bar.history).toEqual(['page 6', 'A017 请到本窗口']);
    expect(bench.bar.face.page).toBe(6);
  });

  it('is blank in the dark', async () => {
    await openAscii(ANSWER);
    await bench.settles(IDLE, '综合受理');
    await bench.settles({ kind: 'dark' }, '');
  });

  it('that never answers is as well as its line', async () => {
    await openAscii(null);
    await bench.settles(IDLE, '综合受理');
    await bench.reaches(() => bench.bar.history.length > 2);
    expect(bench.healths).toEqual([{ state: 'ready' }]);
    await bench.simulator.unplug();
    await bench.healthy('unreachable');
  });

  it('that has answered once is missed when it falls silent', async () => {
    await openAscii(ANSWER);
    await bench.settles(IDLE, '综合受理');
    await bench.reaches(() => bench.bar.history.length > 1);
    bench.bar.goDeaf();
    await bench.healthy('unreachable');
    bench.bar.hear();
    await bench.healthy('ready');
    await bench.settles(CALL, 'A017 请到本窗口');
  });

  it('shows the newest wish after it was unplugged', async () => {
    await openAscii(ANSWER);
    await bench.settles(IDLE, '综合受理');
    await bench.simulator.unplug();
    await bench.healthy('unreachable');
    bench.bar.restart();
    bench.driver.show(CALL);
    await bench.simulator.plug();
    await bench.shows('A017 请到本窗口');
  });

  it.each([
    [{ ...ASCII_BAR, columns: 0 }, 'the bar has no columns'],
    [{ ...ASCII_BAR, card: 1_000 }, '1000 does not fit 3 digits'],
    [{ ...ASCII_BAR, columns: 2_000 }, 'too many for one packet'],
  ])('is refused in words when its model cannot be said', async (model, reason) => {
    await openAscii(null);
    expect(() => asciiBar(model)).toThrow(reason);
  });
});

describe('a bar of digits', () => {
  it('shows the number of a call and nothing else', async () => {
    await openTemplate(NUMBER);
    await bench.settles(CALL, '17');
    bench.driver.show(IDLE);
    bench.driver.show({ kind: 'call', text: 'B999 请到3号窗口' });
    await bench.shows('999');
    expect(bench.bar.history).toEqual(['17', '999']);
    expect(bench.driver.cannot).toEqual(['brightness', 'colour', 'words', 'dark']);
  });

  it('is blank when it is known how', async () => {
    await openTemplate({ ...NUMBER, blank: 'FF FF' });
    await bench.settles(CALL, '17');
    await bench.settles(IDLE, '');
    expect(bench.driver.cannot).not.toContain('dark');
  });

  it('shows nothing rather than a wrong number', async () => {
    await openTemplate({ ...NUMBER, width: 1, blank: 'FF' });
    await bench.settles(CALL, '17');
    await bench.settles({ kind: 'call', text: 'A256' }, '');
    expect(bench.driver.printable('A256').text).toBe('');
  });
});

describe('a bar of text from a template', () => {
  it('shows Chinese, moves what is too long, and goes blank', async () => {
    await openTemplate(FRAMED);
    await bench.settles({ kind: 'call', text: 'A017窗口' }, 'A017窗口');
    await bench.settles({ kind: 'call', text: 'A017到窗口' }, 'A017到窗');
    await bench.shows('17到窗口');
    await bench.settles({ kind: 'dark' }, '');
  });

  it('that knows letters only is given the number without the words', async () => {
    await openTemplate({ ...FRAMED, charset: 'ascii' });
    await bench.settles(CALL, 'A017');
    await bench.settles({ kind: 'paused', text: '暂停服务' }, '');
    expect(bench.driver.printable('A017 请')).toEqual({ text: 'A017', replaced: 2 });
  });

  it('that missed a packet has it with the next beat', async () => {
    await openTemplate(FRAMED);
    await bench.settles(IDLE, '综合受理');
    bench.bar.goDeaf();
    const received = bench.bar.received;
    bench.driver.show({ kind: 'call', text: 'A017' });
    await bench.reaches(() => bench.bar.received > received);
    expect(bench.bar.face.text).toBe('综合受理');
    bench.bar.hear();
    bench.timers.advance(BEAT_MS);
    await bench.shows('A017');
    expect(bench.healths).toEqual([{ state: 'ready' }]);
  });

  it('is as well as its line, and shows the whole again on its return', async () => {
    await openTemplate(FRAMED);
    await bench.settles(IDLE, '综合受理');
    await bench.simulator.unplug();
    await bench.healthy('unreachable');
    bench.bar.restart();
    await bench.simulator.plug();
    await bench.shows('综合受理');
  });
});
