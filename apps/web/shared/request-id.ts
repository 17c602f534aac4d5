/** 128 random bits in hex. Not crypto.randomUUID: a kiosk in the hall's own net has no secure context. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
