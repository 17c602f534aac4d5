export const ALIGNS = ['left', 'centre', 'right'] as const;
export type Align = (typeof ALIGNS)[number];

/** Sizes are times the normal character: 1 to 8 wide and high. */
export interface Look {
  width: number;
  height: number;
  bold: boolean;
  align: Align;
}

/** One thing on a printed paper, top to bottom. */
export type PrintBlock =
  /** `oneLine`: made smaller until it fits instead of broken over lines. */
  | ({ kind: 'text'; text: string; oneLine: boolean } & Look)
  /** A label and its value in two columns. */
  | { kind: 'pair'; label: string; value: string }
  /** An entry of a list, with a point before it. */
  | { kind: 'item'; text: string }
  | { kind: 'qr'; text: string; caption: string }
  | { kind: 'rule' }
  /** In printer dots, 8 to the millimetre. */
  | { kind: 'space'; dots: number };

/** What any printed paper consists of; the printer's driver knows nothing of tickets. */
export interface PrintDocument {
  blocks: PrintBlock[];
}
