import { expect, it } from 'vitest';
import { statementNames } from './statement-names.js';

it('gives one text one name, and two texts two', () => {
  const name = statementNames();
  const first = name({ sql: 'SELECT 1' });
  expect(first).not.toBe('');
  expect(name({ sql: 'SELECT 1' })).toBe(first);
  expect(name({ sql: 'SELECT 2' })).not.toBe(first);
});

it('names neither long texts nor texts without end, so that a connection does not fill up', () => {
  const name = statementNames();
  expect(name({ sql: 'x'.repeat(5_000) })).toBe('');
  const names = Array.from({ length: 2_000 }, (_, at) => name({ sql: `SELECT ${at}` }));
  expect(names.filter((given) => given !== '')).toHaveLength(500);
  expect(name({ sql: 'SELECT 7' })).toBe(names[7]);
});
