import { expect, it } from 'vitest';
import { isPoor, LEVEL_NAMES, LEVELS } from './levels.js';
import { TAGS } from './tags.js';

/** facts/evaluation.md 1.3: the first code of each level; eight follow one another. */
const FIRST: Record<(typeof LEVELS)[number], number> = { 5: 510, 4: 406, 3: 307, 2: 207, 1: 108 };

it.each(LEVELS)('level %i has its eight standard reasons, in both languages', (level) => {
  const codes = TAGS[level].map(({ code }) => code);
  expect(codes).toEqual(Array.from({ length: 8 }, (_none, place) => FIRST[level] + place));
  for (const { zh, en } of TAGS[level])
    expect([/[一-龥]/.test(zh), /^[\x20-\x7e’]+$/.test(en)]).toEqual([true, true]);
});

it('no reason has a code or a text of another', () => {
  const all = LEVELS.flatMap((level) => TAGS[level]);
  for (const part of ['code', 'zh', 'en'] as const)
    expect(new Set(all.map((tag) => tag[part])).size).toBe(40);
});

it('levels run from 非常满意 to 非常不满意; the two lowest are poor', () => {
  expect(LEVELS.map((level) => LEVEL_NAMES[level].zh)).toEqual([
    '非常满意',
    '满意',
    '基本满意',
    '不满意',
    '非常不满意',
  ]);
  expect(LEVELS.filter(isPoor)).toEqual([2, 1]);
});
