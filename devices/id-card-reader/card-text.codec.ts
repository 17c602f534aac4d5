import { birthDateOf, isIdNumber } from '#libs/persons/id-number';

/** What is kept of a card. Address, issuer and photo are never taken out of the reply. */
export interface IdCard {
  name: string;
  sex: 'male' | 'female' | 'unknown';
  /** Two digits: 01 to 56, 97 other, 98 foreign descent. */
  nation: string;
  /** `YYYY-MM-DD`, like the dates below. */
  birthDate: string;
  idNumber: string;
  validFrom: string;
  validTo: string;
}

export const LONG_TERM = 'long-term';

/** `read-failed` also for a text with holes; `check-digit`: the number is none that can exist. */
export type UnreadableReason = 'read-failed' | 'check-digit' | 'not-a-resident-card';

export type CardReading = { kind: 'card'; card: IdCard } | { kind: 'unreadable'; reason: UnreadableReason };

export const TEXT_BYTES = 256;
export const PHOTO_BYTES = 1024;

/** Where the text begins in the data of a reply, by the data's length: without fingerprints, with none, one or two. */
const TEXT_AT: ReadonlyMap<number, number> = new Map([
  [TEXT_BYTES + PHOTO_BYTES + 4, 4],
  [TEXT_BYTES + PHOTO_BYTES + 6, 6],
  [TEXT_BYTES + PHOTO_BYTES + 6 + 512, 6],
  [TEXT_BYTES + PHOTO_BYTES + 6 + 1024, 6],
]);

/** First byte and length in bytes, UTF-16LE, padded with spaces (hardware.md 4.e). */
const FIELDS = {
  name: [0, 30],
  sex: [30, 2],
  nation: [32, 4],
  birth: [36, 16],
  address: [52, 70],
  idNumber: [122, 36],
  issuer: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
  /** In the reserve area. Where it stands is not in hardware.md: see README. */
  typeLetter: [248, 2],
} as const;

export type CardField = keyof typeof FIELDS;
export type CardText = Readonly<Record<CardField, string>>;

/** Foreigners' cards of both designs, and the residence permit for Hong Kong, Macao and Taiwan. */
const OTHER_CARDS = new Set(['I', 'J', 'Y']);
const SEXES: Readonly<Record<string, IdCard['sex']>> = { 1: 'male', 2: 'female' };

/** The reading in the data of a good reply to a read; null when this cannot be such data. */
export function readCard(data: Uint8Array): CardReading | null {
  const at = TEXT_AT.get(data.length);
  return at === undefined ? null : readText(data.subarray(at, at + TEXT_BYTES));
}

function readText(text: Uint8Array): CardReading {
  if (OTHER_CARDS.has(field(text, 'typeLetter'))) return unreadable('not-a-resident-card');
  const idNumber = field(text, 'idNumber');
  if (!isIdNumber(idNumber)) return unreadable('check-digit');
  const name = field(text, 'name');
  const birthDate = dayOf(field(text, 'birth'));
  const validFrom = dayOf(field(text, 'validFrom'));
  const until = field(text, 'validTo');
  const validTo = until === '长期' ? LONG_TERM : dayOf(until);
  const whole = name !== '' && birthDate === birthDateOf(idNumber);
  if (!whole || birthDate === null || validFrom === null || validTo === null)
    return unreadable('read-failed');
  const sex = SEXES[field(text, 'sex')] ?? 'unknown';
  const nation = field(text, 'nation');
  return { kind: 'card', card: { name, sex, nation, birthDate, idNumber, validFrom, validTo } };
}

/** The text block of a card, as the simulator lays it. A field that is too long is cut. */
export function encodeText(card: CardText): Uint8Array {
  const said = new Map(Object.entries(card));
  const text = Buffer.from(' '.repeat(TEXT_BYTES / 2), 'utf16le');
  for (const [name, [at, length]] of Object.entries(FIELDS))
    text.write(said.get(name) ?? '', at, length, 'utf16le');
  return Uint8Array.from(text);
}

function field(text: Uint8Array, name: CardField): string {
  const [at, length] = FIELDS[name];
  const padded = Buffer.from(text.subarray(at, at + length)).toString('utf16le');
  return padded.replace(/\p{Cc}/gu, '').trim();
}

/** `YYYY-MM-DD` of eight digits; null where they are no date. */
function dayOf(digits: string): string | null {
  const day = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const date = new Date(`${day}T00:00:00Z`);
  return day !== digits && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

const unreadable = (reason: UnreadableReason): CardReading => ({ kind: 'unreadable', reason });
