import { CHECKSUMS, isChecksum, type ChecksumKind } from './checksum.js';

/** How a bar without a driver of its own is spoken to, as a hall's configuration has it. Bytes in hex, `3A 0D`. */
export interface TemplateSettings {
  prefix?: string | undefined;
  /** Where the one byte of the address stands: `none`, `before-prefix`, `after-prefix`. */
  address?: string | undefined;
  /** `gb2312`, `gbk`, `ascii`; `digits`: the number of the ticket as a binary number, high byte first. */
  charset?: string | undefined;
  /** Bytes of the text, filled up with blanks; for digits 2 unless said otherwise. */
  width?: number | undefined;
  /** `none`, `sum8`, `xor8`, `crc16-arc`, `crc16-modbus`. */
  checksum?: string | undefined;
  /** What the checksum counts: `all` before it, or what comes `after-prefix`. */
  covers?: string | undefined;
  suffix?: string | undefined;
  /** The bytes in the place of a text that leave a bar of digits blank. */
  blank?: string | undefined;
}

export interface SignTemplate {
  prefix: readonly number[];
  address: 'none' | 'before-prefix' | 'after-prefix';
  charset: 'gb2312' | 'gbk' | 'ascii' | 'digits';
  width: number | null;
  checksum: ChecksumKind;
  covers: 'all' | 'after-prefix';
  suffix: readonly number[];
  blank: readonly number[] | null;
}

const PLACES = ['none', 'before-prefix', 'after-prefix'] as const;
const CHARSETS = ['gb2312', 'gbk', 'ascii', 'digits'] as const;
const COVERS = ['all', 'after-prefix'] as const;
const DIGITS_WIDTH = 2;
/** Six bytes are as far as whole numbers are exact. */
const WIDEST_DIGITS = 6;
const WIDEST_TEXT = 512;

/** Throws an Error that says in plain words what is wrong with the settings. */
export function parseTemplate(settings: TemplateSettings): SignTemplate {
  const { checksum = 'none', charset = 'gb2312', address = 'none', covers = 'all' } = settings;
  const prefix = hexBytes(settings.prefix ?? '', 'prefix');
  const suffix = hexBytes(settings.suffix ?? '', 'suffix');
  if (prefix.length + suffix.length === 0 && address === 'none' && checksum === 'none')
    throw new Error('the template is empty: no prefix, no address, no checksum, no suffix');
  if (!isChecksum(checksum))
    throw new Error(`no checksum is called ${checksum}; there are ${Object.keys(CHECKSUMS).join(', ')}`);
  const chosen = choose(CHARSETS, charset, 'charset');
  const width = widthOf(settings.width, chosen);
  const blank = settings.blank === undefined ? null : hexBytes(settings.blank, 'blank');
  if (width === null && suffix.length === 0)
    throw new Error('neither a width nor a suffix: the bar could not tell where a text ends');
  if (blank && width !== null && blank.length !== width)
    throw new Error(`the blank has ${blank.length} bytes, the bar ${width}`);
  return {
    prefix,
    address: choose(PLACES, address, 'address place'),
    charset: chosen,
    width,
    checksum,
    covers: choose(COVERS, covers, 'reach of the checksum'),
    suffix,
    blank,
  };
}

function choose<Choice extends string>(choices: readonly Choice[], name: string, what: string): Choice {
  const found = choices.find((choice) => choice === name);
  if (found === undefined) throw new Error(`no ${what} is called ${name}; there are ${choices.join(', ')}`);
  return found;
}

function hexBytes(text: string, what: string): number[] {
  const digits = text.replaceAll(/\s/g, '');
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new Error(`the ${what} “${text}” is not in hex bytes`);
  return [...Buffer.from(digits, 'hex')];
}

function widthOf(width: number | undefined, charset: SignTemplate['charset']): number | null {
  if (width === undefined) return charset === 'digits' ? DIGITS_WIDTH : null;
  const widest = charset === 'digits' ? WIDEST_DIGITS : WIDEST_TEXT;
  if (width === 0) throw new Error('a width of 0 leaves no room for a text');
  if (!Number.isInteger(width) || width < 1 || width > widest)
    throw new Error(`a width of ${width} is not from 1 to ${widest} bytes`);
  return width;
}
