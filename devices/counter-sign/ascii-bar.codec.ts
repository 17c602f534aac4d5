import type { FrameShape } from '../contract/framing.js';
import type { SignColour } from './sign-wish.js';

/** Text for one area of a card: `!#001%ZI01%ZH9999%C2%AH2%AV2TEXT$$` (hardware.md 4.c). */
export interface BarText {
  card: number;
  area: number;
  /** As long as this the text stays; 9999 is what the source sends. Its unit is not known. */
  hold: number;
  colour: SignColour;
  /** One digit each, 2 in the source. */
  horizontal: number;
  vertical: number;
  /** GB2312 or GBK, free of the signs that steer the frame. */
  text: Uint8Array;
}

/** Turns to one of the pages kept on the card: `##0010006@`. */
export interface BarPage {
  card: number;
  page: number;
}

export type BarPacket = ({ kind: 'text' } & BarText) | ({ kind: 'page' } & BarPage);

const COLOURS: Readonly<Record<SignColour, string>> = { red: '1', green: '2', yellow: '3' };

export const LONGEST_PACKET = 1_024;

/** Throws a RangeError for a number that does not fit its digits. */
export function encodePacket(packet: BarPacket): Uint8Array {
  if (packet.kind === 'page') return ascii(`##${digits(packet.card, 3)}${digits(packet.page, 4)}@`);
  const { card, area, hold, colour, horizontal, vertical, text } = packet;
  const head = [
    `!#${digits(card, 3)}`,
    `ZI${digits(area, 2)}`,
    `ZH${digits(hold, 4)}`,
    `C${COLOURS[colour]}`,
    `AH${digits(horizontal, 1)}`,
    `AV${digits(vertical, 1)}`,
  ].join('%');
  const bytes = Uint8Array.of(...ascii(head), ...text, ...ascii('$$'));
  if (bytes.length > LONGEST_PACKET) throw new RangeError(`${text.length} bytes are too many for one packet`);
  return bytes;
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function digits(value: number, count: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 10 ** count)
    throw new RangeError(`${value} does not fit ${count} digits`);
  return String(value).padStart(count, '0');
}

const TEXT = /^!#(\d{3})%ZI(\d{2})%ZH(\d{4})%C([123])%AH(\d)%AV(\d)([^]*)\$\$$/;
const PAGE = /^##(\d{3})(\d{4})@$/;

/** Null for bytes that are neither packet. */
export function decodePacket(bytes: Uint8Array): BarPacket | null {
  const packet = Buffer.from(bytes).toString('latin1');
  const page = PAGE.exec(packet);
  if (page) return { kind: 'page', card: Number(page[1]), page: Number(page[2]) };
  const found = TEXT.exec(packet);
  if (!found) return null;
  const [, card, area, hold, code, horizontal, vertical, text = ''] = found;
  return {
    kind: 'text',
    card: Number(card),
    area: Number(area),
    hold: Number(hold),
    colour: code === COLOURS.red ? 'red' : code === COLOURS.green ? 'green' : 'yellow',
    horizontal: Number(horizontal),
    vertical: Number(vertical),
    text: Buffer.from(text, 'latin1'),
  };
}

const MARK = '#'.charCodeAt(0);
const TEXT_START = '!'.charCodeAt(0);
const TEXT_END = '$'.charCodeAt(0);
const PAGE_LENGTH = 10;

/** For the bar's side of the wire. Second bytes of GBK begin at 40, so `$$` is never part of a character. */
export const BAR_PACKET: FrameShape = {
  start: [],
  maximumLength: LONGEST_PACKET,
  measure: (bytes) => {
    const [first, second = MARK] = bytes;
    if ((first !== MARK && first !== TEXT_START) || second !== MARK) return 'bad';
    if (first === MARK) return PAGE_LENGTH;
    const end = bytes.findIndex((byte, at) => byte === TEXT_END && bytes[at + 1] === TEXT_END);
    return end < 0 ? 'more' : end + 2;
  },
  valid: (frame) => decodePacket(frame) !== null,
};
