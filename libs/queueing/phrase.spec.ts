import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callPhrase, CLIP_UNITS, counterInWords } from './phrase.js';

describe('what a call says', () => {
  it('spells the ticket and reads the counter as a number', () => {
    expect(callPhrase('A017', 12)).toEqual({
      caption: '请 A017 号到 12 号窗口办理',
      captionEn: 'A017, please go to counter 12',
      spoken: '请A 零 一 七号，到十二号窗口办理。',
      units: [
        ...['qing', 'letter-a', 'digit-0', 'digit-1', 'digit-7', 'hao'],
        ...['dao', 'shi', 'digit-2', 'hao-chuangkou', 'banli'],
      ],
    });
  });

  it('says 幺 for one in the ticket where the hall wishes it, never in the counter', () => {
    const { spoken, units } = callPhrase('B101', 1, { yao: true });
    expect(spoken).toBe('请B 幺 零 幺号，到一号窗口办理。');
    expect(units.filter((unit) => unit === 'yao')).toHaveLength(2);
    expect(units).toContain('digit-1');
  });

  it.each([
    ['a7', '请A 七号，到一号窗口办理。'],
    ['A-017', '请A 零 一 七号，到一号窗口办理。'],
    ['社保12', '请一 二号，到一号窗口办理。'],
  ])('passes over what no recording says: %s', (number, spoken) => {
    expect(callPhrase(number, 1).spoken).toBe(spoken);
  });
});

describe('a counter in words', () => {
  it.each([
    [1, '一'],
    [2, '二'],
    [10, '十'],
    [11, '十一'],
    [12, '十二'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [105, '一百零五'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [120, '一百二十'],
    [200, '二百'],
    [222, '二百二十二'],
    [909, '九百零九'],
    [990, '九百九十'],
    [999, '九百九十九'],
    [1203, '一二零三'],
  ])('%i is %s', (counter, words) => {
    expect(counterInWords(counter)).toBe(words);
  });

  it('says a different thing for each counter, and can be reckoned back', () => {
    const value = (words: string): number => {
      const digit = (word: string | undefined) => '零一二三四五六七八九'.indexOf(word ?? '零');
      const [, hundreds, tens, ones] = /^(?:(.)百)?零?(?:(.?)十)?(.?)$/.exec(words) ?? [];
      const ten = tens === undefined ? 0 : tens === '' ? 1 : digit(tens);
      return (hundreds ? digit(hundreds) : 0) * 100 + ten * 10 + (ones ? digit(ones) : 0);
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (counter) => {
        expect(value(counterInWords(counter))).toBe(counter);
      }),
    );
  });
});

describe('any call', () => {
  it('is put together from recordings of the bank, one a sign of the ticket', () => {
    const ticket = fc.tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), fc.stringMatching(/^\d{3,4}$/));
    fc.assert(
      fc.property(
        ticket,
        fc.integer({ min: 1, max: 999 }),
        fc.boolean(),
        ([letter, digits], counter, yao) => {
          const { units } = callPhrase(letter + digits, counter, { yao });
          expect(CLIP_UNITS).toEqual(expect.arrayContaining([...units]));
          expect(units.indexOf('hao')).toBe(1 + letter.length + digits.length);
          expect(units.slice(-2)).toEqual(['hao-chuangkou', 'banli']);
          expect(units).not.toContain('chime');
        },
      ),
    );
  });
});
