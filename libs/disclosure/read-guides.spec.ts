import { describe, expect, it } from 'vitest';
import { GUIDE_COLUMNS } from './guide-column-names.js';
import { GUIDE_EXAMPLE, readEvents, readLimit, readMaterials, readProcedure } from './guide-columns.js';
import { emptyParts } from './public-lists.js';
import { readGuides } from './read-guides.js';

describe('a cell of papers', () => {
  it('says a paper a line: name, form, copies, whether it is needed, sample', () => {
    expect(readMaterials('申请表|原件|1|必要|填单台\n身份证|复印件|2份|必要；照片｜电子｜1｜非必要')).toEqual(
      {
        value: [
          { name: '申请表', form: 'original', copies: 1, required: true, sample: '填单台' },
          { name: '身份证', form: 'copy', copies: 2, required: true, sample: '' },
          { name: '照片', form: 'electronic', copies: 1, required: false, sample: '' },
        ],
      },
    );
    expect(readMaterials('申请表')).toEqual({
      value: [{ name: '申请表', form: 'original', copies: 1, required: true, sample: '' }],
    });
  });

  it.each([
    ['申请表|正本', { fault: 'form', words: '正本' }],
    ['申请表|原件|两', { fault: 'copies', words: '两' }],
    ['申请表|原件|1|也许', { fault: 'material', words: '申请表|原件|1|也许' }],
    ['|原件', { fault: 'material', words: '|原件' }],
  ])('%s is not understood', (cell, fault) => expect(readMaterials(cell)).toEqual(fault));
});

it.each([
  ['5个工作日', { value: { days: 5, unit: 'working-days' } }],
  ['５ 工作日内', { value: { days: 5, unit: 'working-days' } }],
  ['15日', { value: { days: 15, unit: 'days' } }],
  ['30个自然日', { value: { days: 30, unit: 'days' } }],
  ['当场办结', { value: { days: 0, unit: 'on-the-spot' } }],
  ['', { value: null }],
  ['尽快', { fault: 'limit', words: '尽快' }],
  ['0日', { fault: 'limit', words: '0日' }],
])('a limit of %s (requirement 70 tells days from working days)', (cell, read) => {
  expect(readLimit(cell)).toEqual(read);
});

it('steps lose the numbers of a list, and events are known by name or code', () => {
  expect(readProcedure('1. 申请\n2、受理\n\n（三）办结')).toEqual(['申请', '受理', '（三）办结']);
  expect(readEvents('出生、school')).toEqual({ value: ['birth', 'school'] });
  expect(readEvents('生日')).toEqual({ fault: 'event', words: '生日' });
});

describe('a file', () => {
  const columns = Object.entries(GUIDE_COLUMNS);
  const example = Object.values(GUIDE_EXAMPLE);

  it('that is the template is read without a fault', () => {
    const heading = columns.map(([, name]) => name);
    const { rows, strange, missing } = readGuides([heading, example]);
    expect([strange, missing, rows[0]?.bad]).toEqual([[], [], []]);
    expect(rows[0]?.document).toMatchObject({
      code: 'SL-Z001',
      promisedLimit: { days: 5, unit: 'working-days' },
    });
    expect(emptyParts(rows[0]?.document ?? expect.fail())).toEqual(['place', 'hours']);
  });

  it('may name its columns by the fields, in any order, and leave columns out', () => {
    const { rows } = readGuides([
      ['name', '事项编码*', '备注'],
      ['换证', 'T-1', '随便'],
      ['', '', ''],
      ['补证', 'T-2', ''],
    ]);
    expect(rows.map(({ row, document }) => [row, document.code, document.name])).toEqual([
      [2, 'T-1', '换证'],
      [4, 'T-2', '补证'],
    ]);
  });

  it('says which columns it lacks and which nobody knows, and every bad cell of a row', () => {
    const { rows, strange, missing } = readGuides([
      ['事项名称', '备注', '承诺时限', '人生事件'],
      ['换证', '', '尽快', '生日'],
    ]);
    expect([strange, missing]).toEqual([['备注'], ['code']]);
    expect(rows[0]?.bad).toEqual([
      { column: 'promisedLimit', fault: 'limit', words: '尽快' },
      { column: 'events', fault: 'event', words: '生日' },
    ]);
    expect(readGuides([]).missing).toEqual(['code', 'name']);
  });
});
