import { expect, it } from 'vitest';
import { DEVICE_SETTINGS } from '#libs/contracts/device-settings';
import { settingFields, withSetting } from './setting-fields.js';
import { devicesZh } from './words-zh.js';

it('reads the fields of a model off its schema', () => {
  expect(settingFields('ascii-bar')).toEqual([
    { name: 'card', kind: 'number' },
    { name: 'area', kind: 'number' },
    { name: 'columns', kind: 'number' },
    { name: 'font', kind: 'choice', options: ['gb2312', 'gbk'] },
  ]);
  expect(settingFields('template-sign')[0]).toEqual({ name: 'prefix', kind: 'text' });
  expect(settingFields('escpos')).toEqual([]);
});

it('has words for every setting of every model', () => {
  const names = Object.keys(DEVICE_SETTINGS).flatMap((driver) =>
    settingFields(driver).map(({ name }) => name),
  );
  expect(Object.keys(devicesZh.setting)).toEqual(expect.arrayContaining(names));
});

it('keeps what was typed, and nothing of what was emptied', () => {
  const width = { name: 'width', kind: 'number' } as const;
  expect(withSetting({ font: 'gbk' }, width, '96')).toEqual({ font: 'gbk', width: 96 });
  expect(withSetting({ font: 'gbk', width: 96 }, width, ' ')).toEqual({ font: 'gbk' });
  expect(withSetting({ width: 96 }, width, '')).toBeUndefined();
});
