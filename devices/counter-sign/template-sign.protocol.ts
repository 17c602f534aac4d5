import type { FittedText } from '../contract/gb-text.js';
import { fitToSign, windows } from './sign-text.js';
import type { SignProtocol } from './sign-protocol.js';
import type { SignTemplate } from './sign-template.js';
import type { SignAbility, SignWish } from './sign-wish.js';
import { encodeText, frameOf } from './template-sign.codec.js';

const STEP_MS = 500;

/** Throws, in words for the log, when the address does not do. */
export function templateSign(template: SignTemplate, address: number | null): SignProtocol {
  const isByte = address !== null && Number.isInteger(address) && address >= 0 && address <= 0xff;
  if (template.address !== 'none' && !isByte)
    throw new Error('the template has a place for an address from 0 to 255');
  const bodies = (wish: SignWish): (readonly number[] | null)[] => bodiesOf(template, wish);
  return {
    cannot: cannotOf(template),
    answers: 'never',
    stepMs: STEP_MS,
    renewEvery: 1,
    printable: (text) => sayable(text, template),
    steps: (wish) => bodies(wish).length,
    packets: (wish, step) => {
      const body = bodies(wish)[step] ?? null;
      return body ? [{ slot: 'text', bytes: frameOf(template, address ?? 0, body) }] : [];
    },
    listen: () => ({ push: () => {}, reset: () => {} }),
  };
}

function cannotOf({ charset, blank }: SignTemplate): SignAbility[] {
  const always: SignAbility[] = ['brightness', 'colour'];
  if (charset !== 'digits') return charset === 'ascii' ? [...always, 'words'] : always;
  return blank ? [...always, 'words'] : [...always, 'words', 'dark'];
}

/** Of a call a bar of digits or of letters says the number and leaves the words out; null: it has nothing to send. */
function bodiesOf(template: SignTemplate, wish: SignWish): (readonly number[] | null)[] {
  const { charset, width } = template;
  const dark = wish.kind === 'dark' || (charset === 'digits' && wish.kind !== 'call');
  const text = dark ? '' : sayable(wish.text, template).text;
  if (text === '') return [blankOf(template)];
  return windows(text, charset === 'digits' ? Infinity : (width ?? Infinity)).map((picture) =>
    encodeText(template, picture),
  );
}

function blankOf({ charset, blank, width }: SignTemplate): readonly number[] | null {
  if (blank) return blank;
  return charset === 'digits' ? null : Array.from({ length: width ?? 1 }, () => 0x20);
}

function sayable(text: string, { charset, width }: SignTemplate): FittedText {
  if (charset === 'gb2312' || charset === 'gbk') return fitToSign(text, charset);
  const said = (charset === 'digits' ? /\d+/ : /[ -~]+/).exec(text)?.[0]?.trim() ?? '';
  const fits = charset === 'ascii' || Number(said) < 256 ** (width ?? 0);
  return { text: fits ? said : '', replaced: [...text].length - (fits ? said.length : 0) };
}
