import { isObject, jsonObject, textIn } from './json-message.js';

/** Command codes of the tablet link (evaluation.md 1.6 C). */
export const PAGE_CODES = {
  heartbeat: 40_000,
  login: 40_001,
  badPacket: 40_002,
  unknown: 50_000,
  openPage: 50_100,
} as const;

/** A tablet is heard at least this often, in ms. */
export const PAGE_HEARTBEAT_MS = 60_000;

/** What a tablet sends. */
export type PageRequest =
  | { kind: 'login'; workNumber: string; key: string | null }
  | { kind: 'heartbeat' }
  /** A packet of a command nobody knows. */
  | { kind: 'unknown' };

/** What a tablet hears: `data` is the page of an `openPage`; `good`: state 1. */
export interface PageAnswer {
  code: number;
  good: boolean;
  message: string;
  data: unknown;
}

/** Null: no packet of this link, or one without what it needs. */
export function decodePageRequest(text: string): PageRequest | null {
  const packet = jsonObject(text);
  const code = packet?.['code'];
  if (!packet || typeof code !== 'number') return null;
  if (code === PAGE_CODES.heartbeat) return { kind: 'heartbeat' };
  if (code !== PAGE_CODES.login) return { kind: 'unknown' };
  const data = packet['data'];
  const workNumber = isObject(data) ? textIn(data, 'work_no') : null;
  if (!isObject(data) || workNumber === null) return null;
  return { kind: 'login', workNumber, key: textIn(data, 'key') };
}

export const pageLogin = (workNumber: string, key: string): string =>
  JSON.stringify({ code: PAGE_CODES.login, data: { work_no: workNumber, key } });

export const pageHeartbeat = (at: Date): string =>
  JSON.stringify({ code: PAGE_CODES.heartbeat, data: at.getTime() });

export const askLogin = (): string => answer(PAGE_CODES.login, 0, '请发送工号');
export const welcomeTablet = (): string => answer(PAGE_CODES.login, 1, '登录成功');
export const refuseTablet = (why: string): string => answer(PAGE_CODES.login, 0, why);
export const answerHeartbeat = (at: Date): string => answer(PAGE_CODES.heartbeat, 1, '收到', at.getTime());
export const badPacket = (): string => answer(PAGE_CODES.badPacket, 0, '数据包格式错误');
export const unknownCommand = (): string => answer(PAGE_CODES.unknown, 0, '未知指令');
/** The tablet sounds and opens the page in its web view. */
export const openPage = (url: string): string => answer(PAGE_CODES.openPage, 1, '打开网址', url);

export function decodePageAnswer(text: string): PageAnswer | null {
  const packet = jsonObject(text);
  const [code, state] = [packet?.['code'], packet?.['state']];
  if (!packet || typeof code !== 'number' || (state !== 0 && state !== 1)) return null;
  return { code, good: state === 1, message: textIn(packet, 'msg') ?? '', data: packet['data'] };
}

const answer = (code: number, state: 0 | 1, msg: string, data?: unknown): string =>
  JSON.stringify({ code, state, msg, data });
