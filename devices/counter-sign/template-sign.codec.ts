import type { FrameShape } from '../contract/framing.js';
import { fitToFont, fromGb18030, toGb18030 } from '../contract/gb-text.js';
import { CHECKSUMS } from './checksum.js';
import type { SignTemplate } from './sign-template.js';

const BLANK = 0x20;
/** Without a width: no bar is longer. */
const LONGEST_FRAME = 1_024;

/** Throws an Error in plain words for a text that does not fit the charset or the width. */
export function encodeText(template: SignTemplate, text: string): number[] {
  const { charset, width } = template;
  if (charset === 'digits') return encodeNumber(text, width ?? 0);
  if (charset === 'ascii' && !/^[ -~]*$/.test(text)) throw new Error(`“${text}” is not in ASCII`);
  if (charset !== 'ascii' && fitToFont(text, charset).text !== text)
    throw new Error(`“${text}” has characters that are not in ${charset}`);
  const bytes = [...toGb18030(text)];
  if (width === null) return bytes;
  if (bytes.length > width) throw new Error(`“${text}” takes ${bytes.length} bytes, the bar has ${width}`);
  return [...bytes, ...Array.from({ length: width - bytes.length }, () => BLANK)];
}

function encodeNumber(text: string, width: number): number[] {
  if (!/^\d+$/.test(text)) throw new Error(`“${text}” is not a number`);
  const value = Number(text);
  if (value >= 256 ** width) throw new Error(`${text} is too large for ${width} bytes`);
  return Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** (width - 1 - at)) % 256);
}

/** A whole frame around the bytes of a text or a blank. */
export function frameOf(template: SignTemplate, address: number, body: readonly number[]): Uint8Array {
  const head = headOf(template, address);
  const covered =
    template.covers === 'all' ? [...head, ...body] : [...tailOfHead(template, address), ...body];
  return Uint8Array.of(...head, ...body, ...CHECKSUMS[template.checksum](covered), ...template.suffix);
}

function headOf(template: SignTemplate, address: number): number[] {
  const before = template.address === 'before-prefix' ? [address] : [];
  return [...before, ...template.prefix, ...tailOfHead(template, address)];
}

const tailOfHead = ({ address: place }: SignTemplate, address: number): number[] =>
  place === 'after-prefix' ? [address] : [];

/** For the bar's side of the wire. */
export function shapeOf(template: SignTemplate, address: number): FrameShape {
  const head = headOf(template, address);
  const tail = CHECKSUMS[template.checksum]([]).length + template.suffix.length;
  const around = head.length + tail;
  const isWhole = (frame: Uint8Array): boolean => {
    const body = [...frame.subarray(head.length, frame.length - tail)];
    return Buffer.from(frame).equals(Buffer.from(frameOf(template, address, body)));
  };
  return {
    start: head,
    maximumLength: template.width === null ? LONGEST_FRAME : around + template.width,
    measure: (bytes) => {
      if (template.width !== null) return around + template.width;
      // A checksum may look like the suffix: the end is where all of it fits.
      for (let length = around; length <= bytes.length; length += 1) {
        const frame = bytes.subarray(0, length);
        if (endsWith(frame, template.suffix) && isWhole(frame)) return length;
      }
      return 'more';
    },
    valid: isWhole,
  };
}

const endsWith = (bytes: Uint8Array, end: readonly number[]): boolean =>
  end.every((byte, at) => bytes[bytes.length - end.length + at] === byte);

/** What a frame of that shape says; null for a blank. */
export function textOf(template: SignTemplate, address: number, frame: Uint8Array): string | null {
  const from = headOf(template, address).length;
  const to = frame.length - template.suffix.length - CHECKSUMS[template.checksum]([]).length;
  const body = frame.subarray(from, to);
  if (template.blank && Buffer.from(body).equals(Buffer.from(template.blank))) return null;
  if (template.charset === 'digits') return String(body.reduce((value, byte) => value * 256 + byte, 0));
  return fromGb18030(body).trimEnd() || null;
}
