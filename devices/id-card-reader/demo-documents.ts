import { encodeText, type CardText } from './card-text.codec.js';
import type { SamWord } from './sam-v.codec.js';

/** What lies on a simulated reader: a text the reader hands over, or the word with which it gives up. */
export type LaidDocument = { kind: 'text'; text: Uint8Array } | { kind: 'unreadable'; word: SamWord };

/** People of a region 99 that does not exist, with numbers that could. */
const PERSONS = {
  first: {
    name: '演示甲',
    sex: '1',
    nation: '01',
    birth: '19900101',
    address: '演示省样板市模型区虚构路1号',
    idNumber: '990000199001010017',
    issuer: '样板市公安局模型分局',
    validFrom: '20200101',
    validTo: '20400101',
    typeLetter: '',
  },
  second: {
    name: '演示乙',
    sex: '2',
    nation: '97',
    birth: '20000229',
    address: '演示省样板市模型区虚构路2号',
    idNumber: '990000200002290036',
    issuer: '样板市公安局模型分局',
    validFrom: '20180301',
    validTo: '20280301',
    typeLetter: '',
  },
  elderly: {
    name: '演示·长者',
    sex: '2',
    nation: '56',
    birth: '19551231',
    address: '演示省样板市模型区虚构路3号',
    idNumber: '990000195512310048',
    issuer: '样板市公安局模型分局',
    validFrom: '20060606',
    validTo: '长期',
    typeLetter: '',
  },
} as const satisfies Record<string, CardText>;

export type DemoPerson = keyof typeof PERSONS;
export const DEMO_PERSONS: Readonly<Record<DemoPerson, CardText>> = PERSONS;

export const laid = (card: CardText): LaidDocument => ({ kind: 'text', text: encodeText(card) });

/** Documents the reader finds and that do not become a card. */
export const DEMO_TROUBLES = {
  broken: { kind: 'unreadable', word: 'read-failed' },
  unauthenticated: { kind: 'unreadable', word: 'card-authentication-failed' },
  otherChip: { kind: 'unreadable', word: 'wrong-card' },
  wrongCheck: laid({ ...PERSONS.first, idNumber: '990000199001010018' }),
  nameless: laid({ ...PERSONS.first, name: '' }),
  foreigner: laid({ ...PERSONS.first, typeLetter: 'I' }),
  newForeigner: laid({ ...PERSONS.first, typeLetter: 'Y' }),
  hongKong: laid({ ...PERSONS.first, typeLetter: 'J' }),
} as const satisfies Record<string, LaidDocument>;
