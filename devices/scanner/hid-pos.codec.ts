import type { ScanDecoder } from './scan-decoder.js';
import { decodeText } from './scanned-text.js';

/**
 * Input report of usage page 8C (hardware.md 4.f), places counted behind the report id: length of the text, AIM identifier (`]` and
 * two characters), text, symbology, a byte, and whether more of the text follows.
 */
export interface HidPosLayout {
  reportId: number;
  /** How far AIM identifier and text may stand behind their usual places; `]` shows which it is. */
  shifts: readonly number[];
}

const LENGTH_AT = 0;
const AIM_AT = 1;
const TEXT_AT = 4;
const SYMBOLOGY_AT = 60;
const MORE_AT = 62;
const REPORT_BYTES = 63;
const AIM_FLAG = 0x5d;
/** Reports of one scan are joined up to this. */
export const MAXIMUM_JOINED = 4_096;

export class HidPosDecoder implements ScanDecoder {
  #joined: number[] = [];

  constructor(private readonly layout: HidPosLayout) {}

  get held(): number {
    return this.#joined.length;
  }

  push(report: Uint8Array): string[] {
    const body = report.subarray(1);
    const part = report[0] === this.layout.reportId ? this.#textOf(body) : null;
    if (part === null) return [];
    if (this.#joined.length <= MAXIMUM_JOINED) this.#joined.push(...part);
    if (body[MORE_AT] !== 0) return [];
    const text = this.#joined.length > MAXIMUM_JOINED ? null : decodeText(Uint8Array.from(this.#joined));
    this.#joined = [];
    return text === null ? [] : [text];
  }

  reset(): void {
    this.#joined = [];
  }

  #textOf(body: Uint8Array): Uint8Array | null {
    const shift = this.layout.shifts.find((places) => body[AIM_AT + places] === AIM_FLAG);
    const length = body[LENGTH_AT] ?? 0;
    if (shift === undefined || body.length < REPORT_BYTES) return null;
    const from = TEXT_AT + shift;
    return from + length > MORE_AT ? null : body.subarray(from, from + length);
  }
}

/** The reports of one scan, report id first, as hidraw hands them over. */
export function encodeHidPos(text: Uint8Array, { reportId }: HidPosLayout, shift = 0): Uint8Array[] {
  const room = SYMBOLOGY_AT - TEXT_AT - shift;
  const reports: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < text.length; at += room) {
    const part = text.subarray(at, at + room);
    const body = new Uint8Array(REPORT_BYTES);
    body[LENGTH_AT] = part.length;
    body.set(QR_CODE, AIM_AT + shift);
    body.set(part, TEXT_AT + shift);
    body[SYMBOLOGY_AT] = 0x73;
    body[MORE_AT] = at + room < text.length ? 1 : 0;
    reports.push(Uint8Array.of(reportId, ...body));
  }
  return reports;
}

/** AIM identifier `]Q1`. */
const QR_CODE = Buffer.from(']Q1', 'latin1');
