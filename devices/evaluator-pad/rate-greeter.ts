import type { Greeter, LoginRefusal } from '../contract/websocket-listener.js';
import {
  decodeRateRequest,
  HEART_BEAT_MS,
  rateReply,
  REPLY,
  type RateNames,
  type ReplyCode,
} from './rate-message.codec.js';

/** Two heartbeats may be late. */
export const RATE_SILENCE_MS = 2 * HEART_BEAT_MS + 60_000;

const REFUSALS: Readonly<Record<LoginRefusal, string>> = {
  unknown: '窗口号或密钥不正确',
  occupied: '该窗口已有评价器在线',
  'not-ready': '该窗口暂未启用评价器',
};

/** How RateQuest pads are received (evaluation.md 1.6 F). The dialect has no key: where one is set it stands in the address. */
export const rateGreeter = (names: RateNames): Greeter => ({
  prompt: null,
  hear: (text, places) => {
    const request = decodeRateRequest(text, names);
    if (!request) return { answer: null };
    const { method } = request;
    const reply = (code: ReplyCode, result: unknown): string =>
      rateReply(method === 'unknown' ? request.named : method, code, result);
    if (method === 'unknown') return { answer: reply(REPLY.unknownMethod, '未知指令') };
    if (method === 'GetWindowList') return { answer: reply(REPLY.done, places) };
    if (method !== 'Login') return { answer: reply(REPLY.noLogin, '尚未登录') };
    return {
      login: {
        place: request.window,
        key: null,
        welcome: reply(REPLY.done, '登录成功'),
        refused: (reason) => reply(REPLY.wrongWindow, REFUSALS[reason]),
      },
    };
  },
});
