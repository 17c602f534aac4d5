import type { ScanDecoder } from './scan-decoder.js';
import { MAXIMUM_CHARACTERS, plainText } from './scanned-text.js';

/** A hand types slower than this from key to key; a scanner does not (hardware.md 4.f). */
const BURST_MS = 50;
/** Two keys and Enter can fall together under a hand that is laid on a keyboard. */
const SHORTEST = 3;
const REPORT_BYTES = 8;
const SHIFT_KEYS = 0x22;
const OTHER_MODIFIERS = 0xff & ~SHIFT_KEYS;
const ENTER = 0x28;
const KEYPAD_ENTER = 0x58;

/** US layout, usage page 07 (hardware.md 4.f, recalled from the HID usage tables): first code, then the keys without and with shift. */
const LAYOUT = [
  [0x04, 'abcdefghijklmnopqrstuvwxyz1234567890', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()'],
  [0x2c, " -=[]\\#;'`,./", ' _+{}|~:"~<>?'],
  [0x54, '/*-+', '/*-+'],
  [0x59, '1234567890.', '1234567890.'],
] as const;

const PLAIN = new Map<number, string>();
const SHIFTED = new Map<number, string>();
/** How a character is typed, by the first key that has it. */
const TYPED = new Map<string, { code: number; shift: boolean }>();
for (const [first, plain, shifted] of LAYOUT) {
  for (const [at, character] of [...plain].entries()) {
    const other = shifted[at] ?? character;
    PLAIN.set(first + at, character);
    SHIFTED.set(first + at, other);
    if (!TYPED.has(character)) TYPED.set(character, { code: first + at, shift: false });
    if (!TYPED.has(other)) TYPED.set(other, { code: first + at, shift: true });
  }
}

/** A scanner that plays a keyboard: boot reports of eight bytes, behind a report id where the device numbers its reports. */
export class KeyboardDecoder implements ScanDecoder {
  #pressed: ReadonlySet<number> = new Set();
  #typed = '';
  #last = -Infinity;

  constructor(private readonly reportId: number | null) {}

  get held(): number {
    return this.#typed.length;
  }

  push(report: Uint8Array, at: Date): string[] {
    const boot = this.#bootReport(report);
    if (!boot) return [];
    const [modifiers = 0, , ...codes] = boot;
    const fresh = codes.filter((code) => code !== 0 && !this.#pressed.has(code));
    this.#pressed = new Set(codes);
    return fresh.flatMap((code) => this.#key(code, modifiers, at.getTime()) ?? []);
  }

  reset(): void {
    this.#typed = '';
    this.#pressed = new Set();
  }

  #bootReport(report: Uint8Array): Uint8Array | null {
    if (this.reportId === null) return report.length === REPORT_BYTES ? report : null;
    return report.length === REPORT_BYTES + 1 && report[0] === this.reportId ? report.subarray(1) : null;
  }

  /** The text that ends with this key, if one does. */
  #key(code: number, modifiers: number, at: number): string | null {
    if (at - this.#last >= BURST_MS) this.#typed = '';
    this.#last = at;
    if (code === ENTER || code === KEYPAD_ENTER) return this.#line();
    const keys = (modifiers & SHIFT_KEYS) === 0 ? PLAIN : SHIFTED;
    const character = (modifiers & OTHER_MODIFIERS) === 0 ? keys.get(code) : undefined;
    if (this.#typed.length <= MAXIMUM_CHARACTERS) this.#typed += character ?? '';
    return null;
  }

  #line(): string | null {
    const text = this.#typed.length < SHORTEST ? null : plainText(this.#typed);
    this.#typed = '';
    return text;
  }
}

/** The reports of one scan: each key goes down and up, Enter last. Characters no key has are left out. */
export function encodeKeyboard(text: string): Uint8Array[] {
  const keys = [...text].flatMap((character) => TYPED.get(character) ?? []);
  return [...keys, { code: ENTER, shift: false }].flatMap(({ code, shift }) => [
    Uint8Array.of(shift ? 0x02 : 0, 0, code, 0, 0, 0, 0, 0),
    new Uint8Array(REPORT_BYTES),
  ]);
}
