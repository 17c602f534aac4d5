import { describe, expect, it } from 'vitest';
import type { AttachedDevice } from '#libs/contracts/agent';
import { DRIVERS } from '#libs/fleet/drivers';
import { Line } from '#devices/contract/line';
import { ManualTimers } from '#devices/contract/manual-timers';
import { ATTACH, attach } from './attach.js';

const device = (driver: string, change: Partial<AttachedDevice> = {}): AttachedDevice => ({
  ...{ id: 'one', kind: 'counter-sign', name: '设备', driver, address: 1 },
  port: { kind: 'tcp', host: '127.0.0.1', port: 9 },
  ...change,
});

function attached(one: AttachedDevice) {
  const timers = new ManualTimers();
  const line = new Line(() => Promise.reject(new Error('nothing there')), timers);
  return attach(one, {
    line,
    timers,
    onHealth: () => {},
    onInput: () => {},
    onCard: () => {},
    log: () => {},
  });
}

it('has every driver that a configuration may name, and no other', () => {
  expect(Object.keys(ATTACH).sort()).toEqual(Object.keys(DRIVERS).sort());
});

describe('settings of a sign', () => {
  it.each([
    ['onbon-bx-6k', { width: 192 }],
    ['template-sign', { prefix: '3A', checksum: 'sum8', suffix: '0A' }],
  ])('of %s are taken: %o', (driver, settings) => {
    expect(attached(device(driver, { settings }))).toBeTruthy();
  });

  it.each([
    ['onbon-bx-6k', { colour: 'pink' }, /colour/],
    ['template-sign', {}, /template is empty/],
    ['template-sign', { prefix: '3' }, /hex/],
  ])('of %s are refused in words: %o', (driver, settings, words) => {
    expect(() => attached(device(driver, { settings }))).toThrow(words);
  });
});

it('a device of a bus needs its address', () => {
  expect(() => attached(device('call-keypad', { address: undefined }))).toThrow(/no address/);
});
