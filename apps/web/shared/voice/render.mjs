/**
 * Renders the default clip bank: `npm run voice:render`. A developer's tool, it needs the program espeak-ng; the
 * repository holds what it made, so nobody else does.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { chime, decodeWave, encodeWave, equallyLoud, softened, trimmed } from './wave.mjs';

const BANK = fileURLToPath(new URL('../../public/voice/', import.meta.url));
const LOUDNESS = 0.13;
const WORDS_A_MINUTE = '158';

/** After these a speaker takes a breath, in seconds; elsewhere clips stand apart only as syllables do. */
const PAUSES = { hao: 0.14, 'hao-chuangkou': 0.04, banli: 0.45, chime: 0 };
const SYLLABLE_GAP = 0.025;

const HANZI = {
  ...{ qing: '请', hao: '号', dao: '到', shi: '十', bai: '百', 'hao-chuangkou': '号窗口', banli: '办理' },
  ...Object.fromEntries([...'零一二三四五六七八九'].map((word, digit) => [`digit-${digit}`, word])),
};

/** espeak-ng reads hanzi by the English letters of their pinyin; numbered pinyin it reads with the right tones. */
const inPinyin = (hanzi) => pinyin(hanzi, { toneType: 'num' });

const speak = (voice, text) =>
  decodeWave(execFileSync('espeak-ng', ['-v', voice, '-s', WORDS_A_MINUTE, '-p', '62', '--stdout', text]));

function keep(unit, samples) {
  const clip = softened(equallyLoud(trimmed(samples), LOUDNESS), PAUSES[unit] ?? SYLLABLE_GAP);
  writeFileSync(`${BANK}${unit}.wav`, encodeWave(clip));
}

mkdirSync(BANK, { recursive: true });
keep('chime', chime());
for (const [unit, hanzi] of Object.entries(HANZI)) keep(unit, speak('cmn-latn-pinyin', inPinyin(hanzi)));
// 幺 as operators say it; pinyin-pro gives the same, but only where the character stands alone.
keep('yao', speak('cmn-latn-pinyin', 'yao1'));
// Chinese listeners know the letters of a ticket by their English names.
for (const letter of 'abcdefghijklmnopqrstuvwxyz')
  keep(`letter-${letter}`, speak('en-us', letter.toUpperCase()));
