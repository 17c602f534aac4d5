import type { PublicGuide } from '#libs/contracts/guides';
import { limitText } from './limit-text.js';

type Say = (key: string, named?: Record<string, string | number>) => string;

/** What is read of a guide: what people come for, a sentence each. In Chinese: so is the voice. */
export function spokenGuide({ document, counters }: PublicGuide, t: Say): string[] {
  const { name, conditions, materials, procedure, promisedLimit, feeStandard, result } = document;
  const part = (field: string, words: string): string =>
    words === '' ? '' : `${t(`field.${field}`)}：${words}。`;
  return [
    `${name}。`,
    part('materials', materials.map((paper) => paper.name).join('，')),
    part('conditions', conditions),
    part('procedure', procedure.join('，')),
    part('promisedLimit', promisedLimit ? limitText(promisedLimit, t) : ''),
    part('feeStandard', feeStandard),
    part('result', result),
    counters.length === 0
      ? ''
      : `${t('where')}：${counters.map(({ number }) => t('counter', { number })).join('，')}。`,
  ].filter((sentence) => sentence !== '');
}
