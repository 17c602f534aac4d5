import type { Greeter, LoginRefusal } from '../contract/websocket-listener.js';
import {
  askLogin,
  badPacket,
  decodePageRequest,
  PAGE_HEARTBEAT_MS,
  refuseTablet,
  unknownCommand,
  welcomeTablet,
} from './page-message.codec.js';

/** Two heartbeats may be late. */
export const PAGE_SILENCE_MS = 2 * PAGE_HEARTBEAT_MS + 30_000;

const REFUSALS: Readonly<Record<LoginRefusal, string>> = {
  unknown: '工号或通讯密钥错误',
  occupied: '该工号已有评价器在线',
  'not-ready': '该工号暂未启用评价器',
};

/** How tablets of the page link are received (evaluation.md 1.6 C). The work number is the place. */
export const pageGreeter: Greeter = {
  prompt: askLogin(),
  hear: (text) => {
    const request = decodePageRequest(text);
    if (!request) return { answer: badPacket() };
    if (request.kind === 'unknown') return { answer: unknownCommand() };
    if (request.kind === 'heartbeat') return { answer: askLogin() };
    return {
      login: {
        place: request.workNumber,
        key: request.key,
        welcome: welcomeTablet(),
        refused: (reason) => refuseTablet(REFUSALS[reason]),
      },
    };
  },
};
