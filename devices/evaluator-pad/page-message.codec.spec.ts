import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageGreeter } from './page-greeter.js';
import {
  answerHeartbeat,
  askLogin,
  badPacket,
  decodePageAnswer,
  decodePageRequest,
  openPage,
  pageHeartbeat,
  pageLogin,
  refuseTablet,
  unknownCommand,
  welcomeTablet,
} from './page-message.codec.js';

const parsed = (text: string): unknown => JSON.parse(text);

/** The packets printed in the published description (evaluation.md 1.6 C). */
describe('a packet of the page link', () => {
  it.each([
    ['asks for the login', askLogin(), { code: 40001, state: 0, msg: '请发送工号' }],
    ['logs in', pageLogin('10086', '123456'), { code: 40001, data: { work_no: '10086', key: '123456' } }],
    ['welcomes', welcomeTablet(), { code: 40001, state: 1, msg: '登录成功' }],
    ['refuses', refuseTablet('通讯密钥错误'), { code: 40001, state: 0, msg: '通讯密钥错误' }],
    ['beats', pageHeartbeat(new Date(1_603_780_630_492)), { code: 40000, data: 1_603_780_630_492 }],
    [
      'answers a beat',
      answerHeartbeat(new Date(1_603_780_718_130)),
      { code: 40000, state: 1, msg: '收到', data: 1_603_780_718_130 },
    ],
    [
      'opens a page',
      openPage('https://hall.example/rate'),
      { code: 50100, state: 1, data: 'https://hall.example/rate', msg: '打开网址' },
    ],
    ['tells of a bad packet', badPacket(), { code: 40002, state: 0, msg: '数据包格式错误' }],
    ['tells of an unknown command', unknownCommand(), { code: 50000, state: 0, msg: '未知指令' }],
  ])('that %s is the published one', (_, text, packet) => {
    expect(parsed(text)).toEqual(packet);
  });

  it.each([
    [
      '{"code":40001,"data":{"work_no":10086,"key":"123456"}}',
      { kind: 'login', workNumber: '10086', key: '123456' },
    ],
    ['{"code":40000,"data":1603780630492}', { kind: 'heartbeat' }],
    ['{"code":50100}', { kind: 'unknown' }],
    ['{"code":40001}', null],
    ['{"code":40001,"data":{"key":"123456"}}', null],
    ['{"code":"40000"}', null],
    ['[]', null],
    ['', null],
  ])('%s is understood by the agent', (text, request) => {
    expect(decodePageRequest(text)).toEqual(request);
  });

  it('is understood by the tablet', () => {
    expect(decodePageAnswer(openPage('https://hall.example/rate'))).toEqual({
      code: 50100,
      good: true,
      message: '打开网址',
      data: 'https://hall.example/rate',
    });
    expect(decodePageAnswer(askLogin())).toMatchObject({ code: 40001, good: false });
    expect(decodePageAnswer(pageLogin('1', '2'))).toBeNull();
  });

  it('is never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        decodePageRequest(text);
        decodePageAnswer(text);
      }),
    );
  });
});

it('before its login a tablet is only asked for it', () => {
  const answer = (text: string): unknown => pageGreeter.hear(text, []);
  expect(answer(pageHeartbeat(new Date(0)))).toEqual({ answer: askLogin() });
  expect(answer('{"code":50100}')).toEqual({ answer: unknownCommand() });
  expect(answer('hello')).toEqual({ answer: badPacket() });
});
