import qrcode from 'qrcode';
import { CHARACTER_DOTS, COLUMN_DOTS, LINE_DOTS, type Paper } from '#libs/fleet/paper';
import { isWide } from '#libs/fleet/paper-text';
import type { PrintedItem, PrintedRun, PrintedSlip } from './printed-paper.js';

const MARGIN = 32;
const INK = '#1b1b1d';

interface Drawn {
  height: number;
  svg: string;
}

/** A slip as it hangs out of the printer: each character in its cell of dots, as the printer would set it. SVG. */
export function drawSlip(slip: PrintedSlip, paper: Paper): string {
  let y = MARGIN;
  const parts = slip.items.map((item) => {
    const drawn = drawItem(item, y, paper);
    y += drawn.height;
    return drawn.svg;
  });
  const width = paper.dots + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 12}" width="${width}" height="${y + 12}">`,
    `<path d="${outline(width, y)}" fill="#fdfdfb" stroke="#d8d8d4"/>`,
    `<g font-family="'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',monospace" fill="${INK}" text-anchor="middle">`,
    ...parts,
    '</g></svg>',
  ].join('\n');
}

/** Straight above, the knife's teeth below. */
function outline(width: number, height: number): string {
  const teeth = Array.from(
    { length: Math.floor(width / 16) },
    (_, i) => `L${width - i * 16 - 8} ${height + 8} L${width - i * 16 - 16} ${height}`,
  );
  return `M0 0 H${width} V${height} ${teeth.join(' ')} Z`;
}

function drawItem(item: PrintedItem, y: number, paper: Paper): Drawn {
  if (item.kind === 'feed') return { height: item.dots, svg: '' };
  if (item.kind === 'raster') return drawRaster(item, y);
  return item.kind === 'qr' ? drawQr(item, y, paper) : drawLine(item, y, paper);
}

function drawLine(item: Extract<PrintedItem, { kind: 'line' }>, y: number, paper: Paper): Drawn {
  const tallest = Math.max(1, ...item.runs.map((run) => run.height));
  const baseline = y + tallest * CHARACTER_DOTS - 3 * tallest;
  let x = MARGIN + indent(item.align, sum(item.runs.map(runDots)), paper.dots);
  const cells = item.runs.flatMap((run) =>
    [...run.text].map((character) => {
      const dots = cellDots(character) * run.width;
      const cell = drawCharacter(character, run, x + dots / 2, baseline);
      x += dots;
      return cell;
    }),
  );
  return { height: Math.max(LINE_DOTS, tallest * CHARACTER_DOTS + 6), svg: cells.join('') };
}

function drawCharacter(character: string, run: PrintedRun, middle: number, baseline: number): string {
  if (character === ' ') return '';
  const size = isWide(character) ? CHARACTER_DOTS : 20;
  const weight = run.bold ? 700 : 400;
  const place = `translate(${middle} ${baseline}) scale(${run.width} ${run.height})`;
  return `<text transform="${place}" font-size="${size}" font-weight="${weight}">${escaped(character)}</text>`;
}

function drawQr(item: Extract<PrintedItem, { kind: 'qr' }>, y: number, paper: Paper): Drawn {
  const { size, data } = qrcode.create(item.data, { errorCorrectionLevel: 'M' }).modules;
  const side = size * item.module;
  const left = MARGIN + indent(item.align, side, paper.dots);
  const squares = [...data].flatMap((dark, i) =>
    dark
      ? [
          `M${left + (i % size) * item.module} ${y + Math.floor(i / size) * item.module}h${item.module}v${item.module}h-${item.module}z`,
        ]
      : [],
  );
  return { height: side, svg: `<path d="${squares.join('')}" fill="${INK}"/>` };
}

/** Each run of black dots is one stroke. */
function drawRaster({ bytesPerRow, data }: Extract<PrintedItem, { kind: 'raster' }>, y: number): Drawn {
  const height = Math.floor(data.length / bytesPerRow);
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const runs = Array.from({ length: height }, (_none, row) => {
    const dots = bits.slice(row * bytesPerRow * 8, (row + 1) * bytesPerRow * 8);
    return [...dots.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${MARGIN + index} ${y + row}h${run.length}v1h-${run.length}z`,
    );
  });
  return { height, svg: `<path d="${runs.flat().join('')}" fill="${INK}"/>` };
}

const indent = (align: number, dots: number, room: number): number =>
  align === 1 ? Math.max(0, (room - dots) / 2) : align === 2 ? Math.max(0, room - dots) : 0;

const cellDots = (character: string): number => COLUMN_DOTS * (isWide(character) ? 2 : 1);
const runDots = (run: PrintedRun): number =>
  sum([...run.text].map((character) => cellDots(character) * run.width));
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
