import { expect, it } from 'vitest';
import { causeKey } from './cause.js';
import { devicesZh } from './words-zh.js';

it.each([
  ['connect ECONNREFUSED 10.0.0.8:9100', 'refused'],
  ['no answer to connect', 'silent'],
  ['getaddrinfo ENOTFOUND printer.hall', 'host'],
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'unplugged'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'forbidden'],
  ['Error Resource temporarily unavailable Cannot lock port', 'busy'],
  ['ended by the other side', 'ended'],
])('%s is told in words', (cause, key) => {
  expect(causeKey(cause)).toBe(key);
  expect(Object.keys(devicesZh.cause)).toContain(key);
});

it('what nobody has put in words has none', () => expect(causeKey('gremlins')).toBeNull());
