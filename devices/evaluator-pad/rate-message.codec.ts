import { isObject, jsonObject, textIn, type JsonObject } from './json-message.js';

/** Parameter names of a pad; the published document and its own server differ (evaluation.md 1.6 F). */
export interface RateNames {
  window: string;
  user: string;
  rateId: string;
  content: string;
}

export const DOCUMENT_NAMES: RateNames = {
  window: 'WindowNumber',
  user: 'UserNumber',
  rateId: 'RateID',
  content: 'Content',
};

/** What a pad asks of us. */
export type RateRequest =
  | { method: 'GetWindowList' }
  | { method: 'Login'; window: string; user: string | null }
  | { method: 'RateSubmit'; rateId: string; content: string }
  | { method: 'HeartBeat' };

/** What a pad hears from us. */
export type RateAnswer =
  { kind: 'quest'; rateId: string } | { kind: 'reply'; request: string; code: string; result: unknown };

/** Codes of replies; all but 0 are those of the published server's source. */
export const REPLY = {
  done: '0',
  unknownMethod: '999',
  noLogin: '1000',
  wrongWindow: '1002',
  notRated: '1003',
} as const;
export type ReplyCode = (typeof REPLY)[keyof typeof REPLY];

/** A pad is heard at least this often, in ms. */
export const HEART_BEAT_MS = 300_000;

const METHODS = ['GetWindowList', 'Login', 'RateSubmit', 'HeartBeat'] as const;

/** `unknown`: a message, of a method nobody knows or without what it needs. Null: no message at all. */
export function decodeRateRequest(
  text: string,
  names: RateNames,
): RateRequest | { method: 'unknown'; named: string } | null {
  const message = jsonObject(text);
  const named = message && textIn(message, 'method');
  if (!message || !named) return null;
  // The published server takes them in any case.
  const method = METHODS.find((method) => method.toLowerCase() === named.trim().toLowerCase());
  const parameters = isObject(message['param']) ? message['param'] : {};
  return (method && requestOf(method, parameters, names)) ?? { method: 'unknown', named };
}

function requestOf(
  method: (typeof METHODS)[number],
  parameters: JsonObject,
  names: RateNames,
): RateRequest | undefined {
  if (method === 'Login') {
    const window = textIn(parameters, names.window);
    return window === null ? undefined : { method, window, user: textIn(parameters, names.user) };
  }
  if (method === 'RateSubmit') {
    const rateId = textIn(parameters, names.rateId);
    const content = textIn(parameters, names.content);
    return rateId === null || content === null ? undefined : { method, rateId, content };
  }
  return { method };
}

/** `at`: only a heartbeat tells it. */
export function encodeRateRequest(request: RateRequest, names: RateNames, at: Date): string {
  const { method } = request;
  if (method === 'Login')
    return messageOf(method, { [names.window]: request.window, [names.user]: request.user ?? '' });
  if (method === 'RateSubmit')
    return messageOf(method, { [names.rateId]: request.rateId, [names.content]: request.content });
  if (method === 'HeartBeat') return messageOf(method, { DateTime: at.toISOString() });
  return JSON.stringify({ method });
}

export const rateQuest = (rateId: string, names: RateNames): string =>
  messageOf('RateQuest', { [names.rateId]: rateId });

export const rateReply = (request: string, code: ReplyCode, result: unknown): string =>
  JSON.stringify({ code, request, result });

export function decodeRateAnswer(text: string, names: RateNames): RateAnswer | null {
  const message = jsonObject(text);
  if (!message) return null;
  const rateId = isObject(message['param']) ? textIn(message['param'], names.rateId) : null;
  if (message['method'] === 'RateQuest') return rateId === null ? null : { kind: 'quest', rateId };
  const [code, request] = [textIn(message, 'code'), textIn(message, 'request')];
  return code === null || request === null
    ? null
    : { kind: 'reply', request, code, result: message['result'] };
}

const messageOf = (method: string, param: JsonObject): string => JSON.stringify({ method, param });
