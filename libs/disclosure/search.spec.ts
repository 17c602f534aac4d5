import { describe, expect, it } from 'vitest';
import { indexed, nearest, search, type Findable, type Spell } from './search.js';

const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  '居ju 民min 身shen 份fen 证zheng 换huan 领ling 补bu 户hu 口kou 登deng 记ji 出chu 生sheng 企qi 业ye 设she 立li 女nü 公gong 安an 局ju 市shi 场chang 婚hun 姻yin'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const spell: Spell = (text) => [...text].map((letter) => SOUNDS[letter] ?? letter);

const guides: Findable[] = [
  {
    id: 'card',
    code: 'A-2',
    name: '居民身份证换领',
    nameEn: 'Identity card renewal',
    authority: '公安局',
    events: [],
  },
  {
    id: 'house',
    code: 'A-3',
    name: '户口登记',
    nameEn: 'Household',
    authority: '公安局',
    events: ['moving', 'birth'],
  },
  { id: 'birth', code: 'A-1', name: '出生登记', nameEn: 'Birth', authority: '公安局', events: ['birth'] },
  {
    id: 'company',
    code: 'C-1',
    name: '企业设立登记',
    nameEn: 'Company',
    authority: '市场局',
    events: ['company'],
  },
  {
    id: 'wedding',
    code: 'B-1',
    name: '婚姻登记（女）',
    nameEn: 'Marriage',
    authority: '市民局',
    events: ['marriage'],
  },
];
const index = guides.map((one) => indexed(one, spell));
const found = (query: string) => search(index, { query }).map(({ id }) => id);

describe('a guide is found (requirement 99)', () => {
  it.each([
    ['by its name', '居民身份证换领', ['card']],
    ['by a part of it', '身份证', ['card']],
    ['by its initials', 'jmsfz', ['card']],
    ['by initials in the middle', 'sfzhl', ['card']],
    ['by its pinyin', 'jumin', ['card']],
    ['by pinyin from a syllable on', 'shenfenzheng', ['card']],
    ['by pinyin that is not finished', 'shenfenzh', ['card']],
    ['not by pinyin from within a syllable', 'enfenzheng', []],
    ['by its code', 'c-1', ['company']],
    ['by its English name', 'identity card', ['card']],
    ['by who does it', '市场局', ['company']],
    ['by the initials of who does it', 'scj', ['company']],
    ['by what happened to somebody', '迁居', ['house']],
    ['with v for ü', 'nv', ['wedding']],
  ])('%s: %s', (_how, query, ids) => expect(found(query)).toEqual(ids));

  it.each([
    ['ＪＭＳＦＺ', 'full width'],
    ['J M S F Z', 'spaces and capitals'],
    ['身份证。', 'punctuation'],
    ['　身份证　', 'a wide space'],
  ])('with %s (%s)', (query) => expect(found(query)).toEqual(['card']));
});

it('ranks the name before its sounds and before who does it, the beginning before the middle, the shorter before the longer', () => {
  expect(found('登记')).toEqual(['birth', 'house', 'company', 'wedding']);
  expect(found('出生')).toEqual(['birth', 'house']);
  expect(found('公安')).toEqual(['birth', 'house', 'card']);
});

it('keeps to a department and an event, with a query or without', () => {
  const ids = (sought: Parameters<typeof search>[1]) => search(index, sought).map(({ id }) => id);
  expect(ids({ department: '公安局' })).toEqual(['birth', 'card', 'house']);
  expect(ids({ event: 'birth' })).toEqual(['birth', 'house']);
  expect(ids({ query: '登记', event: 'birth', department: '市场局' })).toEqual([]);
  expect(ids({})).toHaveLength(guides.length);
});

it('finds nothing by a query of marks alone', () => {
  expect(found('？！')).toEqual([]);
});

describe('where nothing was found', () => {
  it.each([
    ['身份证件', 'card'],
    ['企业登记', 'company'],
    ['shengfengzheng', 'card'],
  ])('%s suggests what is most like it', (query, id) => {
    expect(found(query)).toEqual([]);
    expect(nearest(index, query, 3)[0]?.id).toBe(id);
  });

  it('suggests no more than asked for, and nothing that has nothing in common', () => {
    expect(nearest(index, '登记登', 1)).toHaveLength(1);
    expect(nearest(index, 'xyz', 3)).toEqual([]);
  });
});
