import { Refusal } from '../refusal.js';
import { birthDateOf, isIdNumber } from './id-number.js';

/** 居民身份证, or another document, whose number has no check character that is known here. */
export const ID_KINDS = ['resident-id', 'other'] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** What a visitor says of himself. All of it is optional: a ticket never depends on it. */
export interface PlainVisitor {
  name: string | null;
  idKind: IdKind;
  idNumber: string | null;
  phone: string | null;
  /** Where staff come to (上门服务, requirement 18). */
  address: string | null;
}

/** By these a person is found again: keyed hashes that say nothing without the server's key. */
export interface PersonHashes {
  idNumberHash: string | null;
  phoneHash: string | null;
}

/** As a visitor reaches the rules: sealed texts and hashes. The birth date is for deciding only; no row keeps it. */
export interface SealedVisitor extends PersonHashes {
  name: string | null;
  idKind: IdKind;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
  birthDate: string | null;
}

/** What the state knows of a visitor until the purge. */
export interface KnownVisitor extends PersonHashes {
  id: string;
  /** The business day at whose beginning the row is emptied. */
  purgeOn: string;
  /** The day of a booking nobody came for. */
  missedOn: string | null;
}

export const samePerson = (one: PersonHashes, other: PersonHashes): boolean =>
  (one.idNumberHash !== null && one.idNumberHash === other.idNumberHash) ||
  (one.phoneHash !== null && one.phoneHash === other.phoneHash);

/** A mobile number of the mainland, a fixed line, or one with its country code: digits only. */
const PHONE = /^(1[3-9]\d{9}|0\d{9,11}|00\d{8,14})$/;
const OTHER_NUMBER = /^[A-Z0-9]{4,30}$/;

/** Spaces, dashes and small letters go; what cannot be right is refused with a word on what to do. */
export function checkedVisitor(said: PlainVisitor): PlainVisitor {
  const name = said.name?.trim() || null;
  const idNumber = said.idNumber?.replace(/[\s-]/g, '').toUpperCase() || null;
  const phone = said.phone?.replace(/^\+/, '00').replace(/[\s-]/g, '') || null;
  if (idNumber !== null && said.idKind === 'resident-id' && !isIdNumber(idNumber))
    throw new Refusal('id-number-wrong');
  if (idNumber !== null && said.idKind === 'other' && !OTHER_NUMBER.test(idNumber))
    throw new Refusal('id-number-wrong');
  if (phone !== null && !PHONE.test(phone)) throw new Refusal('phone-wrong');
  return { name, idKind: said.idKind, idNumber, phone, address: said.address?.trim() || null };
}

export const birthDateIn = ({ idKind, idNumber }: PlainVisitor): string | null =>
  idKind === 'resident-id' && idNumber !== null ? birthDateOf(idNumber) : null;
