import { create } from 'qrcode';

export interface QrDrawing {
  /** Modules a side, with the quiet zone of four that a reader needs. */
  size: number;
  path: string;
}

const QUIET = 4;

/** One square a dark module, as an SVG path. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  return { size: modules.size + 2 * QUIET, path };
}
