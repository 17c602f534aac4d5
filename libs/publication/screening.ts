import { isIdNumber } from '../persons/id-number.js';
import { maskedName, maskedNumber, maskedPhone } from '../persons/masked.js';
import { wordsOf, type PublicationDocument } from './document.js';

export const FINDING_KINDS = ['id-number', 'bank-card', 'phone', 'person-name'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What the approver says of a finding: it is masked where it is shown, or the law wants it public. */
export const RULINGS = ['masked', 'public'] as const;
export type Ruling = (typeof RULINGS)[number];
/** By the finding's key; a key holds a field and a place, nothing of what stands there. */
export type Rulings = Readonly<Record<string, Ruling>>;

/** Words that may be somebody's own (requirement 107: 个人隐私). */
export interface Finding {
  key: string;
  kind: FindingKind;
  field: string;
  found: string;
  masked: string;
  start: number;
}

interface Search {
  kind: FindingKind;
  pattern: RegExp;
  /** Of what the pattern met: is it one? */
  holds(plain: string): boolean;
  mask(plain: string): string;
}

const plainDigits = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();
/** Digits as people group them. */
const DIGITS = (count: string): string => `\\d(?:[ -]?\\d)${count}`;
const ALONE = ['(?<![0-9A-Za-z])', '(?![0-9A-Za-z])'] as const;
const alone = (inner: string): RegExp => new RegExp(`${ALONE[0]}${inner}${ALONE[1]}`, 'g');

const NUMBERS: readonly Search[] = [
  {
    kind: 'id-number',
    pattern: alone(`${DIGITS('{16}')}[ -]?[\\dXx]`),
    holds: isIdNumber,
    mask: maskedNumber,
  },
  { kind: 'bank-card', pattern: alone(DIGITS('{15,18}')), holds: isCardNumber, mask: maskedNumber },
  {
    kind: 'phone',
    pattern: alone(`(?:\\+?86[ -]?)?1[3-9]\\d(?:[ -]?\\d){8}`),
    holds: () => true,
    mask: maskedPhone,
  },
  { kind: 'phone', pattern: alone('0\\d{2,3}[ -]?[2-9]\\d{6,7}'), holds: () => true, mask: maskedPhone },
];

/** The commonest family names, single and double. */
const FAMILY =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常于时傅卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田胡凌霍万柯卢莫房解应宗丁宣邓单洪包左石崔吉龚程邢裴陆荣翁荀惠曲封储靳段焦巴谷车侯全班秋仲伊宫宁仇栾甘武符刘景詹束龙叶幸司韶黎溥印白蒲从索赖卓蔺屠池乔阴胥闻党翟谭贡劳姬申扶冉雍璩桑桂濮牛寿通边扈燕冀浦尚农温庄晏柴瞿阎充慕连习艾鱼容向古易慎廖庾终居衡步都耿满弘匡国文寇广禄东殳沃利蔚越隆师巩厍聂晁敖冷訾辛阚那简饶曾关])';
const GIVEN = '[\\u4e00-\\u9fa5·]{1,3}?';
const NAMES: readonly RegExp[] = [
  new RegExp(`${FAMILY}${GIVEN}(?=先生|女士|小姐|同志|某某|（身份证|\\(身份证|，身份证)`, 'g'),
  new RegExp(
    `(?<=(?:姓名|联系人|经办人|负责人|法定代表人|申请人|经营者|当事人)(?:为|是)?[:： ]?)${FAMILY}[\\u4e00-\\u9fa5]{1,2}(?=[^\\u4e00-\\u9fa5]|$)`,
    'g',
  ),
];

/** Finds numbers and names that may be private, field by field, none twice; the licensee himself where he is a natural person. */
export function screen(document: PublicationDocument): Finding[] {
  const person =
    document.kind === 'licence-decision' && document.codeKind === 'none' ? document.subjectName.trim() : '';
  return wordsOf(document).flatMap(([field, words]) => screenWords(field, words, person));
}

function screenWords(field: string, words: string, person: string): Finding[] {
  const found: Finding[] = [];
  const put = (kind: FindingKind, start: number, text: string, masked: string): void => {
    const end = start + text.length;
    const meets = found.some((one) => start < one.start + one.found.length && one.start < end);
    if (!meets) found.push({ key: `${field}:${start}`, kind, field, found: text, masked, start });
  };
  for (const { kind, pattern, holds, mask } of NUMBERS)
    for (const { 0: text, index } of words.matchAll(pattern)) {
      const plain = plainDigits(text);
      if (holds(plain)) put(kind, index, text, mask(plain));
    }
  if (person !== '')
    for (let at = words.indexOf(person); at >= 0; at = words.indexOf(person, at + person.length))
      put('person-name', at, person, maskedName(person));
  for (const pattern of NAMES)
    for (const { 0: text, index } of words.matchAll(pattern))
      put('person-name', index, text, maskedName(text));
  return found.sort((one, other) => one.start - other.start);
}

/** Luhn. */
function isCardNumber(digits: string): boolean {
  if (!/^[3-6]\d+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const twice = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** As it may be shown: what was ruled public stands, and everything else that was found is masked. */
export function shownDocument<Document extends PublicationDocument>(
  document: Document,
  rulings: Rulings,
): Document {
  const shown = { ...document };
  for (const [field, words] of wordsOf(document)) {
    const hidden = screen(document).filter((one) => one.field === field && rulings[one.key] !== 'public');
    if (hidden.length > 0) Object.assign(shown, { [field]: without(words, hidden) });
  }
  return shown;
}

function without(words: string, hidden: readonly Finding[]): string {
  let text = '';
  let done = 0;
  for (const { start, found, masked } of hidden) {
    text += words.slice(done, start) + masked;
    done = start + found.length;
  }
  return text + words.slice(done);
}
