import { describe, expect, it } from 'vitest';
import { smallConfig } from '../hall/small-config.fixture.js';
import type { PublicList } from './disclosure-policy.js';
import { wholeGuide } from './guide.fixture.js';
import { GUIDE_PARTS, type GuideDocument } from './guide.js';
import { emptyParts, givenByHall, LIST_ITEMS, missingItems } from './public-lists.js';

describe('the lists, word for word', () => {
  it.each<[PublicList, string]>([
    [
      'five',
      '政务办理事项公开; 法律依据、法定条件公开; 办理程序、工作期限公开; 需提交材料目录、申请表示范文本公开; 申报信息、审查意见、审批结果公开',
    ],
    [
      'ten',
      '事项名称、法律依据、办理主体、办理流程、申报材料、承诺时限、收费标准及依据、办理地点、监督机构、投诉电话',
    ],
  ])('%s (requirements 95, 96)', (list, quote) => {
    const items = LIST_ITEMS[list].map(({ item }) => item);
    expect(items.join(list === 'five' ? '; ' : '、')).toBe(quote);
    expect(items).toHaveLength(list === 'five' ? 5 : 10);
  });

  it('eight, of which the sixth and seventh are one item in the text (requirement 97)', () => {
    const items = LIST_ITEMS.eight.map(({ item }) => item).join('、');
    const quote = '法定依据、申请条件、申报材料、办理程序、承诺时限、收费标准与依据和联系方式';
    expect(items.replace('收费标准、收费依据、', '收费标准与依据和')).toBe(quote);
    expect(LIST_ITEMS.eight).toHaveLength(8);
  });
});

describe('what is empty', () => {
  it('is nothing in a whole guide, whatever the list', () => {
    expect(emptyParts(wholeGuide())).toEqual([]);
    for (const list of ['five', 'eight', 'ten'] as const)
      expect(missingItems(list, emptyParts(wholeGuide()), [])).toEqual([]);
  });

  it.each<[PublicList, Partial<GuideDocument>, string]>([
    ['five', { legalBasis: ' ' }, '法律依据、法定条件公开'],
    ['five', { conditions: '' }, '法律依据、法定条件公开'],
    ['five', { procedure: [] }, '办理程序、工作期限公开'],
    ['five', { promisedLimit: null }, '办理程序、工作期限公开'],
    ['five', { materials: [] }, '需提交材料目录、申请表示范文本公开'],
    [
      'five',
      { materials: [{ name: '申请表', form: 'original', copies: 1, required: true, sample: '' }] },
      '需提交材料目录、申请表示范文本公开',
    ],
    ['five', { result: '' }, '申报信息、审查意见、审批结果公开'],
    ['eight', { legalBasis: '' }, '法定依据'],
    ['eight', { conditions: '' }, '申请条件'],
    ['eight', { materials: [] }, '申报材料'],
    ['eight', { procedure: [''] }, '办理程序'],
    ['eight', { promisedLimit: null }, '承诺时限'],
    ['eight', { feeBasis: '' }, '收费依据'],
    ['eight', { contact: '' }, '联系方式'],
    ['ten', { legalBasis: '' }, '法律依据'],
    ['ten', { authority: '' }, '办理主体'],
    ['ten', { procedure: [] }, '办理流程'],
    ['ten', { materials: [] }, '申报材料'],
    ['ten', { promisedLimit: null }, '承诺时限'],
    ['ten', { feeStandard: '' }, '收费标准及依据'],
    ['ten', { feeBasis: '' }, '收费标准及依据'],
    ['ten', { place: '' }, '办理地点'],
    ['ten', { supervisor: '' }, '监督机构'],
    ['ten', { complaintPhone: '' }, '投诉电话'],
  ])('the %s are not whole with %j: %s', (list, change, item) => {
    expect(missingItems(list, emptyParts(wholeGuide(change)), [])).toEqual([item]);
  });

  it.each(['不收费', '免费', ' 不收费。'])(
    'where a guide says %s, no basis of a fee is asked for',
    (feeStandard) => {
      expect(emptyParts(wholeGuide({ feeStandard, feeBasis: '' }))).toEqual([]);
    },
  );

  it('is every part of a guide that has no word', () => {
    const bare = wholeGuide({
      ...{ code: '', name: '', authority: '', legalBasis: '', conditions: '', materials: [], procedure: [] },
      ...{ statutoryLimit: null, promisedLimit: null, feeStandard: '', feeBasis: '', place: '', hours: '' },
      ...{ delivery: '', contact: '', supervisor: '', complaintPhone: '', result: '' },
    });
    expect(emptyParts(bare)).toEqual([...GUIDE_PARTS]);
  });
});

it('counters, hours and telephone stand in the hall’s own rules, for a matter that its queues take', () => {
  const config = smallConfig();
  const [matterId = ''] = config.queues[0]?.matterIds ?? [];
  expect(givenByHall(config, matterId)).toEqual(['place', 'hours', 'complaintPhone']);
  expect(givenByHall(config, null)).toEqual(['complaintPhone']);
  expect(givenByHall({ ...config, complaintPhone: '' }, 'elsewhere')).toEqual([]);
  const empty = emptyParts(wholeGuide({ place: '', complaintPhone: '' }));
  expect(missingItems('ten', empty, givenByHall(config, matterId))).toEqual([]);
  expect(missingItems('ten', empty, givenByHall(config, null))).toEqual(['办理地点']);
});
