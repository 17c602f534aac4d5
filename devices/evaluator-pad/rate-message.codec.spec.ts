import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateGreeter } from './rate-greeter.js';
import {
  decodeRateAnswer,
  decodeRateRequest,
  DOCUMENT_NAMES,
  encodeRateRequest,
  rateQuest,
  rateReply,
  type RateRequest,
} from './rate-message.codec.js';

const AT = new Date('2026-03-02T01:00:00.000Z');
const parsed = (text: string): unknown => JSON.parse(text);

/** Methods and parameters as the document names them, in the envelope of its server (evaluation.md 1.6 F). */
describe('a message of a RateQuest pad', () => {
  it.each<[string, RateRequest, unknown]>([
    ['asks for the windows', { method: 'GetWindowList' }, { method: 'GetWindowList' }],
    [
      'logs in',
      { method: 'Login', window: '3', user: '1001' },
      { method: 'Login', param: { WindowNumber: '3', UserNumber: '1001' } },
    ],
    [
      'submits a rating',
      { method: 'RateSubmit', rateId: 'r-1', content: '5' },
      { method: 'RateSubmit', param: { RateID: 'r-1', Content: '5' } },
    ],
    [
      'beats',
      { method: 'HeartBeat' },
      { method: 'HeartBeat', param: { DateTime: '2026-03-02T01:00:00.000Z' } },
    ],
  ])('that %s is written and read', (_, request, message) => {
    expect(parsed(encodeRateRequest(request, DOCUMENT_NAMES, AT))).toEqual(message);
    expect(decodeRateRequest(JSON.stringify(message), DOCUMENT_NAMES)).toEqual(request);
  });

  it('may have numbers for texts, and methods in any case', () => {
    const text = '{"method":" login ","param":{"WindowNumber":3}}';
    expect(decodeRateRequest(text, DOCUMENT_NAMES)).toEqual({ method: 'Login', window: '3', user: null });
  });

  it('may use the names of another model', () => {
    const names = { window: 'winNum', user: 'userCode', rateId: 'rateId', content: 'attitude' };
    const text = '{"method":"RateSubmit","param":{"rateId":"r-1","attitude":"4"}}';
    expect(decodeRateRequest(text, names)).toEqual({ method: 'RateSubmit', rateId: 'r-1', content: '4' });
    expect(parsed(rateQuest('r-1', names))).toEqual({ method: 'RateQuest', param: { rateId: 'r-1' } });
  });

  it.each([
    ['of an unknown method', '{"method":"GetUserPhoto"}', 'GetUserPhoto'],
    ['of a login without a window', '{"method":"Login","param":{}}', 'Login'],
    ['of a rating without content', '{"method":"RateSubmit","param":{"RateID":"r-1"}}', 'RateSubmit'],
  ])('%s is known as such', (_, text, named) => {
    expect(decodeRateRequest(text, DOCUMENT_NAMES)).toEqual({ method: 'unknown', named });
  });

  it.each(['', '[]', 'null', '{"method":7.5e999}', '{"code":"0"}', '{'])('is none: %j', (text) => {
    expect(decodeRateRequest(text, DOCUMENT_NAMES)).toBeNull();
  });
});

describe('an answer to a RateQuest pad', () => {
  it('is a question or a reply', () => {
    expect(parsed(rateQuest('r-1', DOCUMENT_NAMES))).toEqual({
      method: 'RateQuest',
      param: { RateID: 'r-1' },
    });
    expect(parsed(rateReply('Login', '0', '登录成功'))).toEqual({
      code: '0',
      request: 'Login',
      result: '登录成功',
    });
    expect(decodeRateAnswer(rateQuest('r-1', DOCUMENT_NAMES), DOCUMENT_NAMES)).toEqual({
      kind: 'quest',
      rateId: 'r-1',
    });
    expect(decodeRateAnswer(rateReply('Login', '1002', 'x'), DOCUMENT_NAMES)).toEqual({
      kind: 'reply',
      request: 'Login',
      code: '1002',
      result: 'x',
    });
  });
});

describe('before the login', () => {
  const { hear } = rateGreeter(DOCUMENT_NAMES);
  const answered = (text: string): unknown => {
    const heard = hear(text, ['3', '4']);
    return 'answer' in heard && heard.answer !== null ? parsed(heard.answer) : heard;
  };

  it('the windows are told, and nothing else is done', () => {
    expect(answered('{"method":"GetWindowList"}')).toEqual({
      code: '0',
      request: 'GetWindowList',
      result: ['3', '4'],
    });
    expect(answered('{"method":"RateSubmit","param":{"RateID":"r-1","Content":"5"}}')).toMatchObject({
      code: '1000',
    });
    expect(answered('{"method":"Format"}')).toMatchObject({ code: '999', request: 'Format' });
    expect(answered('hello')).toEqual({ answer: null });
  });
});

it('no text is ever an exception, and a rating is read back as it was written', () => {
  const text = fc.oneof(fc.string(), fc.json());
  fc.assert(
    fc.property(text, (text) => {
      decodeRateRequest(text, DOCUMENT_NAMES);
      decodeRateAnswer(text, DOCUMENT_NAMES);
    }),
  );
  const filled = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(filled, filled, (rateId, content) => {
      const request: RateRequest = { method: 'RateSubmit', rateId, content };
      expect(decodeRateRequest(encodeRateRequest(request, DOCUMENT_NAMES, AT), DOCUMENT_NAMES)).toEqual(
        request,
      );
    }),
  );
});
