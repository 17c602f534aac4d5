import { LIFE_EVENTS, type LifeEvent } from '#libs/disclosure/guide';
import { indexed, nearest, search, type Indexed } from '#libs/disclosure/search';
import { spell } from '../../apps/server/src/disclosure/spell.js';
import { percentile } from './pace.js';

const MATTERS = 5_000;
const ROUNDS = 40;
const NEAREST = 5;

const SUBJECTS =
  '居民身份证 户口 居住证 不动产权 企业名称 个体工商户 食品经营 社会保险 养老保险 医疗保险 失业保险 住房公积金 契税 发票 驾驶证 道路运输 教师资格 婚姻 收养 林木采伐'.split(
    ' ',
  );
const ACTS = '申领 换领 补领 设立登记 变更登记 注销登记 延续 备案 查询 核定'.split(' ');
const OFFICES = '公安局 自然资源局 市场监督管理局 人力资源和社会保障局 税务局 交通运输局 教育局 民政局'.split(
  ' ',
);
/** Names, parts of names, initials, pinyin whole and begun, an office, a code, and what is not there. */
const QUERIES =
  '身份证 居民身份证换领 登记 jmsfz shenfenzheng shenfenzh gongshanghu 税务局 swj M-4321 出生 ｓｆｚ 房产证件 xyzxyz'.split(
    ' ',
  );

const pick = <T>(list: readonly T[], place: number): T[] => {
  const one = list[place % list.length];
  return one === undefined ? [] : [one];
};

function matter(place: number): Indexed {
  const acts = pick(ACTS, Math.floor(place / SUBJECTS.length));
  const name = `${pick(SUBJECTS, place).join('')}${acts.join('')}（第${place}项）`;
  const events: LifeEvent[] = pick(LIFE_EVENTS, place);
  const authority = `示例县${pick(OFFICES, place).join('')}`;
  const one = { id: `m-${place}`, code: `M-${place}`, name, nameEn: `Matter ${place}`, authority, events };
  return indexed(one, spell);
}

/** How long one question takes among 5,000 matters, the suggestions of a question without an answer included. */
export function searchPace(): { search_p99_ms: number; search_matters: number } {
  const index = Array.from({ length: MATTERS }, (_none, place) => matter(place));
  const taken: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1)
    for (const query of QUERIES) {
      const from = performance.now();
      const found = search(index, { query });
      if (found.length === 0) nearest(index, query, NEAREST);
      if (round >= 0) taken.push(performance.now() - from);
    }
  return {
    search_p99_ms: percentile(
      taken.sort((a, b) => a - b),
      0.99,
    ),
    search_matters: index.length,
  };
}
