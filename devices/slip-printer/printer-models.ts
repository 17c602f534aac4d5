import { PAPERS, PRINTER_PAPERS, type Paper, type PrinterDriverName } from '#libs/fleet/paper';

/** What differs from printer to printer. A new model is a row. */
export interface PrinterModel {
  paper: Paper;
  /** What its ROM draws of two-byte text. Strict GB2312 prints on every Chinese ROM, the rest on most (device-packages.md). */
  charset: 'gb2312' | 'gbk' | 'gb18030';
  /** Without a knife the slip is fed past the tear bar. */
  cutter: 'partial' | 'full' | 'none';
  /** Without the sensor its bits mean nothing. */
  nearEndSensor: boolean;
  /** Whether it says of itself what has changed (ASB, `GS a n`). */
  pushesStatus: boolean;
  /** The queued question whose answer says that all before it was processed. */
  confirm: 'gs-r' | 'gs-i';
  /** Whether it knows if the slip was taken, by `DLE EOT 20`; a slip that hangs there longer was not taken. */
  presenter: { kind: 'none' } | { kind: 'custom-kpm'; untakenMs: number };
}

const PLAIN = {
  charset: 'gb18030',
  cutter: 'partial',
  nearEndSensor: true,
  pushesStatus: false,
  confirm: 'gs-r',
  presenter: { kind: 'none' },
} as const satisfies Omit<PrinterModel, 'paper'>;

const MODELS: Readonly<Record<PrinterDriverName, Omit<PrinterModel, 'paper'>>> = {
  escpos: PLAIN,
  'escpos-58mm': PLAIN,
  'escpos-58mm-plain': {
    ...PLAIN,
    charset: 'gb2312',
    cutter: 'none',
    nearEndSensor: false,
    confirm: 'gs-i',
  },
  'escpos-push': { ...PLAIN, pushesStatus: true },
  'escpos-presenter': { ...PLAIN, cutter: 'full', presenter: { kind: 'custom-kpm', untakenMs: 30_000 } },
};

export const printerModel = (driver: PrinterDriverName): PrinterModel => ({
  ...MODELS[driver],
  paper: PAPERS[PRINTER_PAPERS[driver]],
});

export const PRINTER_DRIVERS = Object.keys(MODELS).filter(
  (name): name is PrinterDriverName => name in MODELS,
);
