/** A roll of thermal paper, 203 dots to the inch. Half-width columns: a Chinese character takes two of them, 24 dots. */
export interface Paper {
  columns: number;
  dots: number;
  /** Side of one QR module in dots. */
  qrModule: number;
}

export const PAPERS = {
  '80mm': { columns: 48, dots: 576, qrModule: 6 },
  '58mm': { columns: 32, dots: 384, qrModule: 5 },
} as const satisfies Record<string, Paper>;
export type PaperWidth = keyof typeof PAPERS;

/** Of one half-width column. */
export const COLUMN_DOTS = 12;
export const CHARACTER_DOTS = 24;
/** From one line of normal characters to the next. */
export const LINE_DOTS = 30;

/** Driver names of slip printers as the hall's configuration has them, and the paper each prints on. */
export const PRINTER_PAPERS = {
  escpos: '80mm',
  'escpos-58mm': '58mm',
  'escpos-58mm-plain': '58mm',
  'escpos-push': '80mm',
  'escpos-presenter': '80mm',
} as const satisfies Record<string, PaperWidth>;
export type PrinterDriverName = keyof typeof PRINTER_PAPERS;

/** The narrowest paper among drivers; 80 mm where none is a known printer's. */
export function narrowest(drivers: readonly (string | undefined)[]): Paper {
  const known = Object.entries(PRINTER_PAPERS).filter(([name]) => drivers.includes(name));
  return PAPERS[known.some(([, width]) => width === '58mm') ? '58mm' : '80mm'];
}
