import type { GuideSnapshot } from '#libs/contracts/snapshots';
import type { VisitorInput } from '#libs/contracts/visitor';
import { ageOn, birthDateOf, isIdNumber } from '#libs/persons/id-number';
import type { IdKind } from '#libs/persons/visitor';
import { groupByAge } from '#libs/queueing/favour';
import { noContact, visitorIn, type Contact } from '../shared/contact.js';

/** What the desk writes down of a visitor who wishes it; empty where nothing was said. */
export interface Identity extends Contact {
  idKind: IdKind;
  idNumber: string;
}
export const noIdentity = (): Identity => ({ ...noContact(), idKind: 'resident-id', idNumber: '' });

const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

export function visitorSaid(said: Identity): VisitorInput | null {
  const contact = visitorIn(said);
  const idNumber = plain(said.idNumber) || null;
  if (contact === null && idNumber === null) return null;
  return { ...contact, idKind: said.idKind, idNumber };
}

type Group = GuideSnapshot['groups'][number];

/** What a typed identity number tells so far. */
export type IdNews =
  | { is: 'none' }
  | { is: 'short'; left: number }
  | { is: 'wrong' }
  | { is: 'right'; age: number; group: Group | null };

const DIGITS = 18;

export function idNews(
  { idKind, idNumber }: Pick<Identity, 'idKind' | 'idNumber'>,
  groups: readonly Group[],
  day: string,
): IdNews {
  const number = plain(idNumber);
  if (idKind !== 'resident-id' || number === '') return { is: 'none' };
  if (/^\d*$/.test(number) && number.length < DIGITS) return { is: 'short', left: DIGITS - number.length };
  const birthDate = birthDateOf(number);
  if (!isIdNumber(number) || birthDate === null) return { is: 'wrong' };
  return { is: 'right', age: ageOn(day, birthDate), group: groupByAge(groups, birthDate, day) };
}

/** Somebody asked for by what he may know by heart; null when it is neither a phone nor an identity number. */
export function personIn(typed: string): VisitorInput | null {
  const text = plain(typed);
  if (/^1[3-9]\d{9}$/.test(text)) return { phone: text };
  return /^\d{17}[\dX]$/.test(text) ? { idNumber: text } : null;
}
