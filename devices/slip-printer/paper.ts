/** What a printer's paper and ROM allow. Half-width columns: a Chinese character takes two of them, 24 dots. */
export interface PaperProfile {
  columns: number;
  dots: number;
  /** Side of one QR module in dots. */
  qrModule: number;
  /** Strict GB2312 prints on every Chinese ROM, the rest of two-byte GB18030 on most (device-packages.md). */
  beyondGb2312: boolean;
}

export const PAPERS = {
  '80mm': { columns: 48, dots: 576, qrModule: 6, beyondGb2312: true },
  '58mm': { columns: 32, dots: 384, qrModule: 5, beyondGb2312: true },
} as const satisfies Record<string, PaperProfile>;

/** Of one half-width column. */
export const COLUMN_DOTS = 12;
