/** Who a visitor is, as he says it. `place` tells him apart from all others of the day. */
export interface Person {
  place: number;
  name: string;
  phone: string;
  idNumber: string;
  born: string;
}

/**
 * What nobody may find in the chain or among the commands: how every name, phone, document and address of the day looks.
 * Numbers are whole words: a hash may hold any digits.
 */
export const PERSONAL = String.raw`封|人民路|\m138000[0-9]{5}\M|\m999999(19|20)[0-9]{9}[0-9X]\M`;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const GIVEN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ADDRESS = '示例县人民路';

const two = (number: number): string => String(number).padStart(2, '0');

/** Invented: no district has these numbers. */
export function personOf(place: number): Person {
  const born = `${1940 + (place % 66)}-${two(1 + (place % 12))}-${two(1 + (place % 28))}`;
  const digits = `999999${born.replaceAll('-', '')}${String(place % 1_000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const given = [...String(place)].map((digit) => GIVEN[Number(digit)]).join('');
  return {
    ...{ place, born, name: `封${given}`, phone: `138000${String(place).padStart(5, '0')}` },
    idNumber: `${digits}${(12 - (sum % 11)) % 11 === 10 ? 'X' : (12 - (sum % 11)) % 11}`,
  };
}

export const said = ({ name, phone, idNumber }: Person) => ({ name, phone, idNumber });
export const atHome = (person: Person) => ({ ...said(person), address: `${ADDRESS}${person.place}号` });
