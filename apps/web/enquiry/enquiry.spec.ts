import { describe, expect, it } from 'vitest';
import { departmentHash, eventHash, guideHash, placeOf } from './place.js';
import { sectionsOf } from './guide-sections.js';
import { dayRuns, hoursLines } from './hours-text.js';

describe('an address', () => {
  it('leads back to where it was made', () => {
    expect(placeOf(guideHash('a=b/c'))).toEqual({ at: 'guide', guideId: 'a=b/c' });
    expect(placeOf(departmentHash('公安局'))).toEqual({ at: 'department', name: '公安局' });
    expect(placeOf(eventHash('birth'))).toEqual({ at: 'event', event: 'birth' });
  });

  it.each(['', '#', '#guide=', '#event=nothing', '#department=%', '#whatever'])('%s is the start', (hash) => {
    expect(placeOf(hash)).toEqual({ at: 'start' });
  });
});

describe('the sections of a guide', () => {
  it.each(['five', 'eight', 'ten'] as const)('hold every part once, whatever the list: %s', (list) => {
    const parts = sectionsOf(list).flatMap((section) => section.parts);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts).toHaveLength(17);
    expect(parts[0]).toBe('materials');
  });

  it('are named as the list words them (requirement 96)', () => {
    const items = sectionsOf('ten').flatMap(({ item }) => item ?? []);
    expect(items).toEqual(expect.arrayContaining(['申报材料', '收费标准及依据', '监督机构', '投诉电话']));
  });
});

describe('hours', () => {
  it('join days that follow each other', () => {
    expect(dayRuns([5, 1, 2, 3, 4, 7])).toEqual([
      [1, 5],
      [7, 7],
    ]);
  });

  it('tell the same days once, and each span once', () => {
    const week = [1, 2, 3, 4, 5];
    const morning = { days: week, from: '09:00', to: '12:00' };
    expect(hoursLines([{ days: week, from: '13:00', to: '17:00' }, morning, morning])).toEqual([
      { runs: [[1, 5]], times: ['09:00–12:00', '13:00–17:00'] },
    ]);
  });
});
