import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { VisitorVault } from './visitor-vault.js';

const SAID = {
  ...{ name: '张三', idKind: 'other' as const, idNumber: 'E1234567', phone: '13800001234' },
  address: '示例县人民路12号',
};
const key = randomBytes(32);
const vault = new VisitorVault(key);

it('opens what it sealed, and only for its own hall and with its own key', () => {
  const sealed = vault.seal('hall', SAID);
  expect(vault.open('hall', sealed)).toEqual(SAID);
  expect(() => vault.open('other', sealed)).toThrow();
  expect(() => new VisitorVault(randomBytes(32)).open('hall', sealed)).toThrow();
  expect(() => vault.open('hall', { ...sealed, name: sealed.phone })).toThrow();
});

it('seals the same into the same, so that a command sent twice is one; another hall finds nobody by it', () => {
  const [one, again, there] = [
    vault.seal('hall', SAID),
    new VisitorVault(key).seal('hall', SAID),
    vault.seal('other', SAID),
  ];
  expect(again).toEqual(one);
  expect(there.phoneHash).not.toBe(one.phoneHash);
  expect(vault.seal('hall', { ...SAID, phone: '138 0000 1234' }).phoneHash).toBe(one.phoneHash);
});

it('leaves nothing readable', () => {
  const text = JSON.stringify(vault.seal('hall', SAID));
  for (const plain of ['张三', '1234567', '0000', '人民路'])
    for (const form of [plain, Buffer.from(plain).toString('base64url').slice(0, 4)])
      expect(text).not.toContain(form);
});
