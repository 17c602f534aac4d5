import { describe, expect, it } from 'vitest';
import type { ConfigFault } from '../hall/config-fault.js';
import { DEFAULT_SLIP } from './default-slip.js';
import { narrowest, PAPERS } from './paper.js';
import { layOut } from './paper-layout.js';
import { columnsOf } from './paper-text.js';
import { slipDocument, type SlipLine, type SlipTemplate, type SlipValues } from './slip-template.js';
import { slipTemplateFaults } from './slip-template-faults.js';

const VALUES: SlipValues = {
  ...{ hall: '大厅', number: 'A017', queue: '登记', matter: '', zone: '一区', stops: '', ahead: '前面无人' },
  ...{ aheadEn: 'You are next', wait: '', issuedAt: '2026-03-02 09:05', followUrl: 'http://hall/rate?t=1' },
  ...{ hints: ['请坐', '留意屏幕'], complaintPhone: '', reprint: '' },
};
const LOOK = { width: 1, height: 1, bold: false, align: 'left' } as const;
const text = (words: string, change: Partial<Extract<SlipLine, { kind: 'text' }>> = {}): SlipLine => ({
  ...{ kind: 'text', when: null, text: words, ...LOOK, ...change },
});
const printed = (template: SlipTemplate, change: Partial<SlipValues> = {}): string[] =>
  layOut(slipDocument(template, { ...VALUES, ...change }), PAPERS['80mm']).flatMap((placed) =>
    placed.kind === 'line' ? [placed.text] : [],
  );

describe('a slip made from a template', () => {
  it('says its fixed words and what the fields are', () => {
    expect(printed([text('您好，{number} 号（{queue}）')])).toEqual(['您好，A017 号（登记）']);
    const pair: SlipLine = { kind: 'pair', when: null, label: '区域', value: '{zone}' };
    expect(printed([pair])).toEqual(['区域      一区']);
  });

  it('leaves a line out where its field has nothing to say, and one that would be blank', () => {
    const line = text('电话 {complaintPhone}', { when: 'complaintPhone' });
    expect(printed([line, text('{wait}')])).toEqual([]);
    expect(printed([line, text('{wait}')], { complaintPhone: '12345' })).toEqual(['电话 12345']);
  });

  it('makes an entry of each hint', () => {
    const hints: SlipLine = { kind: 'item', when: 'hints', text: '{hints}' };
    expect(printed([hints])).toEqual(['·请坐', '·留意屏幕']);
    expect(printed([hints], { hints: [] })).toEqual([]);
  });

  it('never breaks the number: it becomes smaller', () => {
    const [block] = slipDocument([text('{number}', { width: 8, height: 8 })], VALUES).blocks;
    const [line] = layOut({ blocks: block ? [block] : [] }, PAPERS['58mm']);
    expect(line).toMatchObject({ text: 'A017', width: 7, height: 7 });
  });

  it('does not take what a field says for another field', () => {
    expect(printed([text('{queue}')], { queue: '{number}' })).toEqual(['{number}']);
  });
});

describe('a line too long for the paper', () => {
  it('becomes narrow and goes on below, and stays on the paper', () => {
    const hall = '清河县人民政府政务服务和公共资源交易管理中心分中心';
    const lines = layOut(slipDocument(DEFAULT_SLIP, { ...VALUES, hall }), PAPERS['58mm']);
    for (const line of lines)
      if (line.kind === 'line') expect(columnsOf(line.text) * line.width).toBeLessThanOrEqual(32);
    const head = lines.flatMap((line) => (line.kind === 'line' && line.height === 2 ? [line.text] : []));
    expect(head.slice(0, 2).join('')).toBe(hall);
  });

  it('puts a label that leaves no room above its value', () => {
    const pair: SlipLine = { kind: 'pair', when: null, label: '很长的名称'.repeat(3), value: '{zone}' };
    expect(printed([pair])).toEqual(['很长的名称'.repeat(3), '一区']);
  });
});

describe('a template is at fault, in words', () => {
  const good = [text('{number}'), text('{reprint}', { when: 'reprint' })];
  it.each<[ConfigFault[], SlipTemplate]>([
    [[], good],
    [[{ fault: 'slip-no-number' }, { fault: 'slip-no-reprint' }], []],
    [[{ fault: 'slip-field-unknown', row: '3', field: 'name' }], [...good, text('{name}')]],
    [[{ fault: 'slip-line-long', row: '3', room: '8' }], [...good, text('请在休息区等候叫号', { width: 2 })]],
    [[], [...good, text('请在休息区等候叫号 {queue}')]],
    [
      [{ fault: 'slip-line-long', row: '3', room: '7' }],
      [...good, { kind: 'pair', when: null, label: '预计等候的时间是', value: '{wait}' }],
    ],
    [
      [{ fault: 'slip-line-long', row: '3', room: '16' }],
      [
        ...good,
        { kind: 'qr', when: null, text: '{followUrl}', caption: '扫码查看排队进度和评价本次服务吧请' },
      ],
    ],
    [[{ fault: 'slip-line-empty', row: '3' }], [...good, { kind: 'item', when: null, text: '' }]],
  ])('%j', (faults, template) => {
    expect(slipTemplateFaults(template, PAPERS['58mm'])).toEqual(faults);
  });

  it('and the one that halls begin with is not, on any paper', () => {
    for (const paper of Object.values(PAPERS)) expect(slipTemplateFaults(DEFAULT_SLIP, paper)).toEqual([]);
  });
});

it('a slip must fit the narrowest printer of the hall', () => {
  expect(narrowest(['four-key-pad', undefined]).columns).toBe(48);
  expect(narrowest(['escpos', 'escpos-58mm']).columns).toBe(32);
});
