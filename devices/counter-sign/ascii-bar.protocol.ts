import { toGb18030, type FittedText, type Repertoire } from '../contract/gb-text.js';
import { encodePacket } from './ascii-bar.codec.js';
import type { SignPacket, SignProtocol } from './sign-protocol.js';
import { fitToSign, windows } from './sign-text.js';
import type { SignColours, SignWish } from './sign-wish.js';

/** A text card and the bar behind it. */
export interface AsciiBarModel {
  card: number;
  area: number;
  /** The page of the card that holds the area; null: it has only one. */
  page: number | null;
  /** Half-width characters the area is wide. */
  columns: number;
  font: Repertoire;
  colours: SignColours;
  horizontal: number;
  vertical: number;
}

const FOR_EVER = 9_999;
const STEP_MS = 500;
const BURST_GAP_MS = 20;

/** Signs that steer the frame become their full-width likenesses, which both fonts hold. */
const STEERING: Readonly<Record<string, string>> = { $: '＄', '%': '％', '#': '＃', '!': '！' };

/** Throws, in words for the log, when the model cannot be said on this wire. */
export function asciiBar(model: AsciiBarModel): SignProtocol {
  if (!(model.columns > 0)) throw new Error('the bar has no columns');
  const pictures = (wish: SignWish): string[] =>
    wish.kind === 'dark'
      ? [' '.repeat(model.columns)]
      : windows(printable(wish.text, model.font).text, model.columns);
  const protocol: SignProtocol = {
    cannot: ['brightness'],
    answers: 'learned',
    stepMs: STEP_MS,
    renewEvery: 1,
    printable: (text) => printable(text, model.font),
    steps: (wish) => pictures(wish).length,
    packets: (wish, step) => [...page(model), text(model, wish, pictures(wish)[step] ?? '')],
    listen: answersAsBursts,
  };
  protocol.packets({ kind: 'dark' }, 0);
  return protocol;
}

/** What an answer says is not known, only that one comes: whatever comes without a pause is one. */
const answersAsBursts: SignProtocol['listen'] = (timers, tell) => {
  let forget = (): void => {};
  return {
    push: () => {
      forget();
      forget = timers.after(BURST_GAP_MS, () => tell({ kind: 'taken' }));
    },
    reset: () => forget(),
  };
};

const printable = (text: string, font: Repertoire): FittedText =>
  fitToSign(
    text.replace(/[$%#!]/g, (sign) => STEERING[sign] ?? sign),
    font,
  );

function page({ card, page: number }: AsciiBarModel): SignPacket[] {
  return number === null ? [] : [{ slot: 'page', bytes: encodePacket({ kind: 'page', card, page: number }) }];
}

function text(model: AsciiBarModel, wish: SignWish, picture: string): SignPacket {
  const { card, area, colours, horizontal, vertical } = model;
  const colour = colours[wish.kind === 'dark' ? 'idle' : wish.kind];
  const bytes = toGb18030(picture === '' ? ' ' : picture);
  const packet = { kind: 'text', card, area, hold: FOR_EVER, colour, horizontal, vertical } as const;
  return { slot: 'text', bytes: encodePacket({ ...packet, text: bytes }) };
}
