/** What a HID keyboard says: which keys are down, by usage of page 07 (HID 1.11, appendix B; hardware.md 4.f). */
export interface BootReport {
  /** One bit each for the eight modifier keys, left Ctrl first. */
  modifiers: number;
  /** At most six. */
  keys: readonly number[];
}

export const BOOT_REPORT_BYTES = 8;
const KEY_PLACES = 6;
/** Usages 01 to 03 are errors and no keys: too many keys are down, or the keyboard is broken. */
const LAST_ERROR = 0x03;

/** `reportId`: where the keyboard numbers its reports. Null for what is no report of it, or tells no keys. */
export function decodeBootReport(report: Uint8Array, reportId: number | null): BootReport | null {
  const body = reportId === null ? report : report.subarray(1);
  if (body.length !== BOOT_REPORT_BYTES || (reportId !== null && report[0] !== reportId)) return null;
  const [modifiers = 0, , ...places] = body;
  if (places.some((key) => key > 0 && key <= LAST_ERROR)) return null;
  return { modifiers, keys: [...new Set(places.filter((key) => key !== 0))] };
}

/** Throws for more than six keys. */
export function encodeBootReport({ modifiers, keys }: BootReport, reportId: number | null): Uint8Array {
  if (keys.length > KEY_PLACES) throw new Error('a boot report has places for six keys');
  const places = [...keys, ...Array<number>(KEY_PLACES - keys.length).fill(0)];
  return Uint8Array.of(...(reportId === null ? [] : [reportId]), modifiers, 0, ...places);
}

/** With too many keys down a keyboard says so in all six places, and names none (roll-over). */
export const rollOverReport = (reportId: number | null): Uint8Array =>
  Uint8Array.of(...(reportId === null ? [] : [reportId]), 0, 0, ...Array<number>(KEY_PLACES).fill(0x01));

/** Finds the keys that went down from one report to the next; what a report without keys hides is not guessed. */
export class PressedKeys {
  #down: ReadonlySet<number> = new Set();

  constructor(private readonly reportId: number | null) {}

  push(report: Uint8Array): number[] {
    const boot = decodeBootReport(report, this.reportId);
    if (!boot) return [];
    const fresh = boot.keys.filter((key) => !this.#down.has(key));
    this.#down = new Set(boot.keys);
    return fresh;
  }

  reset(): void {
    this.#down = new Set();
  }
}
