import { expect, it } from 'vitest';
import { addressOf, routeOf, tabsOf } from './tabs.js';

it('offers each role its own pages', () => {
  expect(tabsOf([])).toEqual([]);
  expect(tabsOf(['clerk'])).toEqual(['enquiries', 'publications']);
  expect(tabsOf(['duty-chief'])).toEqual([
    ...['duty', 'tickets', 'enquiries', 'publications', 'collections', 'devices'],
  ]);
  expect(tabsOf(['reviewer'])).toEqual(['enquiries', 'publications', 'guides']);
  expect(tabsOf(['information-administrator'])).toEqual(['duty', 'enquiries', 'publications', 'devices']);
  expect(tabsOf(['clerk', 'hall-administrator'])).toEqual([
    ...['duty', 'tickets', 'enquiries', 'publications', 'collections', 'guides', 'devices', 'rules'],
  ]);
});

it('finds its way back from an address', () => {
  const route = { tab: 'tickets', id: 'a/b' } as const;
  expect(routeOf(addressOf(route), ['duty', 'tickets'])).toEqual(route);
});

it('goes to the first page offered when the address names none or a hidden one', () => {
  expect(routeOf('', ['duty', 'tickets'])).toEqual({ tab: 'duty', id: null });
  expect(routeOf('#devices', ['duty', 'tickets'])).toEqual({ tab: 'duty', id: null });
  expect(routeOf('#devices', [])).toBeNull();
});
