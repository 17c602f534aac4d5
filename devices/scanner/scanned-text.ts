import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** A longer text is no ticket, booking or card of ours. */
export const MAXIMUM_CHARACTERS = 500;

/** No character of UTF-8 or GBK that is meant for us takes more. */
export const MAXIMUM_BYTES = MAXIMUM_CHARACTERS * 4;

const UNREADABLE = '\uFFFD';

/** UTF-8 where it is valid, else GBK; null when nothing is left, it is too long, or it is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes);
  return plainText(isUtf8(buffer) ? buffer.toString('utf8') : iconv.decode(buffer, 'gbk'));
}

/** Without control and format characters: they would reach screens and logs. */
export function plainText(text: string): string | null {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const length = [...plain].length;
  return length === 0 || length > MAXIMUM_CHARACTERS || plain.includes(UNREADABLE) ? null : plain;
}
