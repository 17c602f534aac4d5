import { describe, expect, it } from 'vitest';
import type { LicenceDecision } from './document.js';
import { screen, shownDocument } from './screening.js';

const notice = (text: string) => ({ kind: 'notice' as const, title: '通知', text, shownUntil: '' });
/** An identity number, a bank card and telephones that are invented; the check characters are right. */
const ID = '330102199003078515';

describe('what may be private (requirement 107)', () => {
  it.each([
    ['身份证 11010519491231002X 已登记', [['id-number', '11010519491231002X', '110***********002X']]],
    ['号码110105 19491231 002x', [['id-number', '110105 19491231 002x', '110***********002X']]],
    ['卡号 6222 0212 3456 7890 129', []],
    ['卡号 4111 1111 1111 1111', [['bank-card', '4111 1111 1111 1111', '411*********1111']]],
    ['请拨 138-0000-1234', [['phone', '138-0000-1234', '138****1234']]],
    ['电话 0571-87654321', [['phone', '0571-87654321', '057*****4321']]],
    ['联系人：张三丰', [['person-name', '张三丰', '张**']]],
    ['请欧阳明先生到场', [['person-name', '欧阳明', '欧**']]],
    ['文号 20260302 共 12 件', []],
    ['统一社会信用代码 91350100M000100Y43', []],
  ])('%s', (text, found) =>
    expect(screen(notice(text)).map((one) => [one.kind, one.found, one.masked])).toEqual(found),
  );

  it('says no to a number whose check character is wrong', () =>
    expect(screen(notice(`身份证 ${ID.slice(0, 17)}${ID.endsWith('5') ? '6' : '5'}`))).toEqual([]));
});

describe('a natural person who holds a licence', () => {
  const licence: LicenceDecision = {
    kind: 'licence-decision',
    ...{
      documentNumber: '示许〔2026〕1 号',
      projectName: '个体运输',
      category: '普通',
      subjectName: '王小五',
    },
    ...{ content: '准予王小五从事运输', codeKind: 'none', subjectCode: '', authority: '示例县局' },
    ...{ validFrom: '2026-03-02', validUntil: '2029-03-01', licenceState: 'normal', areaCode: '999901' },
    decidedOn: '2026-03-02',
  };

  it('is found wherever he is named, and masked until he is ruled public', () => {
    const findings = screen(licence);
    expect(findings.map(({ field, found }) => [field, found])).toEqual([
      ['content', '王小五'],
      ['subjectName', '王小五'],
    ]);
    expect(shownDocument(licence, {})).toMatchObject({ subjectName: '王**', content: '准予王**从事运输' });
    const rulings = { 'subjectName:0': 'public', 'content:2': 'masked' } as const;
    expect(shownDocument(licence, rulings)).toMatchObject({
      subjectName: '王小五',
      content: '准予王**从事运输',
    });
  });

  it('has no name to hide where a company holds it', () =>
    expect(
      screen({
        ...licence,
        codeKind: 'credit',
        subjectCode: '91350100M000100Y43',
        subjectName: '示例公司',
        content: '准予',
      }),
    ).toEqual([]));
});
