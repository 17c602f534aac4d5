import { pinyin } from 'pinyin-pro';
import type { Spell } from '#libs/disclosure/search';

/** The pinyin of Chinese letters; others stand for themselves. */
export const spell: Spell = (text) => pinyin(text, { toneType: 'none', type: 'array', v: true });
