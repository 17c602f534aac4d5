export type JsonObject = Readonly<Record<string, unknown>>;

/** Null for whatever is no JSON object. */
export function jsonObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers are taken for their digits; null for anything that is neither text nor number, and for empty text. */
export function textIn(object: JsonObject, name: string): string | null {
  const value = object[name];
  const text = Number.isFinite(value) ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : null;
}
