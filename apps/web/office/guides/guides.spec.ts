import { describe, expect, it } from 'vitest';
import type { GuideDesk } from '#libs/contracts/guides';
import { GUIDE_EXAMPLE } from '#libs/disclosure/guide-columns';
import { wholeGuide } from '#libs/disclosure/guide.fixture';
import { csvOf } from '#libs/csv';
import { decoded, HEADING, ofCsv, ofJson } from './guide-file.js';
import { FIELDS, reportOf } from './import-report.js';

const desk: GuideDesk = {
  ...{ timeZone: 'Asia/Shanghai', today: '2026-03-02', list: 'ten' },
  matters: [{ id: 'matter-a', code: 'SL-Z001', name: '示例事项' }],
  given: { '': ['complaintPhone'], 'matter-a': ['place', 'hours', 'complaintPhone'] },
  guides: [],
};

describe('a file', () => {
  it('of commas is read with its quotes and line breaks', () => {
    expect(ofCsv('a,"b ""c"",\nd"\r\n1,2\n')).toEqual([
      ['a', 'b "c",\nd'],
      ['1', '2'],
    ]);
    expect(ofCsv('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may be UTF-8 with its mark, or GB18030', () => {
    expect(decoded(new TextEncoder().encode('\uFEFF事项').buffer)).toBe('事项');
    expect(decoded(new Uint8Array([0xca, 0xc2, 0xcf, 0xee]).buffer)).toBe('事项');
  });

  it('of JSON may be what the server itself sends', () => {
    const { rows } = reportOf(ofJson(JSON.stringify([wholeGuide()])), desk);
    expect(rows[0]).toMatchObject({ document: wholeGuide(), faults: [], missing: [] });
    expect(() => ofJson('{"a":1}')).toThrow('json');
    expect(() => ofJson('nonsense')).toThrow('json');
  });
});

describe('the report', () => {
  it('takes the template’s own example', () => {
    const { rows } = reportOf(ofCsv(csvOf([HEADING, Object.values(GUIDE_EXAMPLE)]).slice(1)), desk);
    expect(rows).toMatchObject([{ matterId: 'matter-a', faults: [], missing: [], revises: false }]);
  });

  it.each([
    [['', '换证'], { column: 'code', what: 'missing' }],
    [['T-1', ''], { column: 'name', what: 'missing' }],
    [['T 1', '换证'], { column: 'code', what: 'code', words: 'T 1' }],
    [['T-1', '换'.repeat(201)], { column: 'name', what: 'long' }],
    [['T-1', '换证', '尽快'], { column: 'promisedLimit', what: 'limit', words: '尽快' }],
  ])('says what is wrong with %j', (cells, fault) => {
    const { rows } = reportOf([['事项编码', '事项名称', '承诺时限'], cells], desk);
    expect(rows[0]?.faults).toMatchObject([fault]);
  });

  it('says a code that stands twice with the row it stood in first, and what would keep a row from being published', () => {
    const { rows } = reportOf(
      [
        ['事项编码', '事项名称'],
        ['T-1', '甲'],
        ['T-1', '乙'],
      ],
      desk,
    );
    expect(rows[1]?.faults).toEqual([{ column: 'code', what: 'twice', words: '2' }]);
    expect(rows[0]?.missing).toContain('办理地点');
    expect(rows[0]?.missing).not.toContain('投诉电话');
  });

  it('knows every field of a guide', () => {
    expect([...FIELDS].sort()).toEqual(Object.keys(wholeGuide()).sort());
  });
});
