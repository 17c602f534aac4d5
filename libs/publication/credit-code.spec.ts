import { describe, expect, it } from 'vitest';
import { isCreditCode } from './credit-code.js';

/**
 * Another way to the same check (ISO 7064, pure system): the code read as a number in base 31 from its right end, each place
 * worth three times the one on its left, and the whole divisible by 31.
 */
const divides = (code: string): boolean => {
  const order = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  let worth = 1n;
  let sum = 0n;
  for (const sign of code.slice(0, 17)) {
    sum += BigInt(order.indexOf(sign)) * worth;
    worth *= 3n;
  }
  return (sum + BigInt(order.indexOf(code.slice(17)))) % 31n === 0n;
};
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('统一社会信用代码 (GB 32100, requirement 108)', () => {
  it.each(['91350100M000100Y43', '91110000600037341L'])('%s is known from print', (code) => {
    expect(divides(code)).toBe(true);
    expect(isCreditCode(code)).toBe(true);
  });

  it.each(['91330000INVENTED', '12330100', '5233010800TEXT00'])('%s is not in shape', (code) =>
    expect(isCreditCode(code)).toBe(false),
  );

  it.each(['91999900AAAAAAAAA', '12999900000000001', '52999900XYWUTRQPN', '93999900MA0ABCDEF'])(
    '%s has one right check character of 31, the one the sum divides by',
    (head) => {
      const right = [...SIGNS].filter((sign) => isCreditCode(head + sign));
      expect(right).toEqual([...SIGNS].filter((sign) => divides(head + sign)));
      expect(right).toHaveLength(1);
    },
  );

  it('notices one wrong character and two that were swapped', () => {
    const code = '91350100M000100Y43';
    for (let place = 0; place < 18; place++)
      for (const sign of SIGNS)
        if (sign !== code[place])
          expect(isCreditCode(code.slice(0, place) + sign + code.slice(place + 1))).toBe(false);
    expect(isCreditCode('91350100M000100Y34')).toBe(false);
    expect(isCreditCode(code.toLowerCase())).toBe(false);
  });
});
