import type { FailedReply } from './i18n.js';

export type RestReply<T> = { ok: true; value: T } | FailedReply;

/** One question to the server. What a refused one says has the shape of a command's answer; no answer at all is `offline`. */
export async function askServer<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<RestReply<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) return failure(text);
    const value: T = text === '' ? null : JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, incident: 'offline' };
  }
}

function failure(text: string): FailedReply {
  const said: Partial<FailedReply> & { refusal?: unknown; incident?: unknown } = JSON.parse(text);
  return isFailure(said) ? said : { ok: false, incident: 'offline' };
}

const isFailure = (said: { refusal?: unknown; incident?: unknown }): said is FailedReply =>
  typeof said.refusal === 'object' || typeof said.incident === 'string';
