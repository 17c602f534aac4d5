import { describe, expect, it } from 'vitest';
import { chooseVoice } from './local-voice.js';

const huihui = { name: 'Microsoft Huihui Desktop', lang: 'zh-CN', localService: true };

describe('the voice of the machine', () => {
  it('is used when it is a local one of mainland Chinese', () => {
    const english = { name: 'Microsoft Zira', lang: 'en-US', localService: true };
    expect(chooseVoice([english, huihui])).toBe(huihui);
  });

  it.each([
    { name: 'Google 普通话（中国大陆）', lang: 'zh-CN', localService: false },
    { name: 'Sinji', lang: 'zh-HK', localService: true },
    { name: 'Meijia', lang: 'zh-TW', localService: true },
    { name: 'Chinese (Mandarin) espeak-ng', lang: 'zh-CN', localService: true },
  ])('is left alone when it is $name', (voice) => {
    expect(chooseVoice([voice])).toBeUndefined();
  });

  it('is known by the spelling of Android, too', () => {
    expect(chooseVoice([{ ...huihui, lang: 'zh_CN' }])).toBeDefined();
  });
});
