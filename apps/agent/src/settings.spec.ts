import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.js';

describe('the settings', () => {
  it('are read from the environment, an empty one counting as none', () => {
    expect(readSettings({ SERVER_URL: 'http://127.0.0.1:3000', ENROL_CODE: '' })).toEqual({
      serverUrl: 'http://127.0.0.1:3000',
      dataDir: './data/agent',
    });
  });

  it.each([
    [{}, 'SERVER_URL'],
    [{ SERVER_URL: 'ftp://hall' }, 'SERVER_URL'],
    [{ SERVER_URL: 'http://hall', ENROL_CODE: '12' }, 'ENROL_CODE'],
  ])('%j: the bad one is named in one line', (environment, name) => {
    expect(() => readSettings(environment)).toThrow(new RegExp(`^${name}: [^\n]+$`));
  });

  it('do not repeat a code that is wrong', () => {
    expect(() => readSettings({ SERVER_URL: 'http://hall', ENROL_CODE: 's3cr' })).toThrow(/^((?!s3cr).)*$/);
  });
});
