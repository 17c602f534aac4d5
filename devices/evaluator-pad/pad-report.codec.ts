/** Where a vendor-defined input report has what; places count from its first byte, the report id included where there is one. */
export interface ReportLayout {
  /** The first byte, where the device numbers its reports. */
  reportId: number | null;
  /** In bytes. Longer reports are padded, shorter ones are none. */
  length: number;
  keyAt: number;
  /** Counts presses, so that one sent again is known; null: the layout has no such byte. */
  sequenceAt: number | null;
  checksum: Checksum;
}

/** Over all bytes before its place. `sum` and `complement` are mod 256; with `complement` all bytes together add up to 0. */
export type Checksum = { kind: 'none' } | { kind: 'sum' | 'xor' | 'complement'; at: number };

/** The output report that lights a pad and darkens it, each whole, report id first (0 where reports are not numbered). */
export interface LampReports {
  light: readonly number[];
  dark: readonly number[];
}

export interface PadReport {
  key: number;
  sequence: number | null;
}

export function decodePadReport(report: Uint8Array, layout: ReportLayout): PadReport | null {
  const { reportId, length, keyAt, sequenceAt, checksum } = layout;
  if (report.length < length || (reportId !== null && report[0] !== reportId)) return null;
  if (checksum.kind !== 'none' && report[checksum.at] !== checksumOf(report, checksum)) return null;
  const key = report[keyAt];
  if (key === undefined) return null;
  return { key, sequence: sequenceAt === null ? null : (report[sequenceAt] ?? null) };
}

export function encodePadReport({ key, sequence }: PadReport, layout: ReportLayout): Uint8Array {
  const { reportId, length, keyAt, sequenceAt, checksum } = layout;
  const report = new Uint8Array(length);
  if (reportId !== null) report[0] = reportId;
  report[keyAt] = key;
  if (sequenceAt !== null) report[sequenceAt] = sequence ?? 0;
  if (checksum.kind !== 'none') report[checksum.at] = checksumOf(report, checksum);
  return report;
}

function checksumOf(report: Uint8Array, { kind, at }: Exclude<Checksum, { kind: 'none' }>): number {
  const covered = report.subarray(0, at);
  if (kind === 'xor') return covered.reduce((all, byte) => all ^ byte, 0);
  const sum = covered.reduce((all, byte) => all + byte, 0) & 0xff;
  return kind === 'sum' ? sum : -sum & 0xff;
}
