import type { PadModel } from './pad-models.js';
import type { LampReports, ReportLayout } from './pad-report.codec.js';

/** A HID pad that is no keyboard: only who opens it hears it, on every system. */
export interface ReportPadModel extends PadModel {
  layout: ReportLayout;
  /** Null: it has no light. */
  lamp: LampReports | null;
}

/**
 * For hardware of one's own (hardware.md 4.g): in-report {sequence, key, sum}, key = level; out-report {01 light, 00 dark}. No
 * vendor's layout is public; one that is found out becomes a row like this one.
 */
export const OWN_REPORT_PAD: ReportPadModel = {
  name: 'HID pad {sequence, key, sum}',
  keys: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 },
  cannotSay: [],
  resendMs: 600,
  reasons: false,
  layout: { reportId: null, length: 3, sequenceAt: 0, keyAt: 1, checksum: { kind: 'sum', at: 2 } },
  lamp: { light: [0, 1], dark: [0, 0] },
};
