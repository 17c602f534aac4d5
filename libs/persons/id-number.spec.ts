import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, birthDateOf, isIdNumber } from './id-number.js';
import { maskedAddress, maskedName, maskedNumber, maskedPhone } from './masked.js';

/** Invented people of a district that does not exist. */
const GOOD = ['999999199003078512', '99999920000229001X'];

/** Written down a second time: the check character of seventeen digits by powers of two. */
function checkOf(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += Number(digits[place]) * (2 ** (17 - place) % 11);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
const whole = (digits: string): string => digits + checkOf(digits);

describe('an identity number', () => {
  it('is right with its check character and with no other', () => {
    for (const number of GOOD.map((one) => whole(one.slice(0, 17)))) {
      expect(isIdNumber(number)).toBe(true);
      for (const check of '0123456789X')
        expect(isIdNumber(number.slice(0, 17) + check)).toBe(check === number[17]);
    }
  });

  it('is wrong when any one digit is, or two neighbours are swapped', () => {
    const number = whole('99999919900307851');
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digit = (Number(number[place]) + by) % 10;
        expect(isIdNumber(number.slice(0, place) + String(digit) + number.slice(place + 1))).toBe(false);
      }),
    );
    for (let place = 0; place < 16; place++) {
      const [a = '', b = ''] = [number[place], number[place + 1]];
      if (a !== b) expect(isIdNumber(number.slice(0, place) + b + a + number.slice(place + 2))).toBe(false);
    }
  });

  it.each(['', '12345', whole('99999919900230851'), whole('09999919900307851'), 'x'.repeat(18)])(
    'is not %s',
    (text) => expect(isIdNumber(text)).toBe(false),
  );

  it('tells the birth date, and with it the age on a day', () => {
    expect(birthDateOf(whole('99999919600229001'))).toBe('1960-02-29');
    expect(birthDateOf(whole('99999919610229001'))).toBe(null);
    expect([ageOn('2026-03-01', '1966-03-02'), ageOn('2026-03-02', '1966-03-02')]).toEqual([59, 60]);
    expect([ageOn('2026-02-28', '1960-02-29'), ageOn('2026-03-01', '1960-02-29')]).toEqual([65, 66]);
  });
});

it('a mask leaves too little for others to learn, whatever its length', () => {
  expect(maskedName('张三丰')).toBe('张**');
  expect(maskedName('𠮷田')).toBe('𠮷*');
  expect(maskedName('李')).toBe('李*');
  expect(maskedNumber('330102199003078512')).toBe('330***********8512');
  expect(maskedNumber('E12345')).toBe('******');
  expect(maskedAddress('示例县人民路12号')).toBe('示例县****');
  expect(maskedPhone('13800001234')).toBe('138****1234');
});
