import type { Contour, OutlinePoint } from './true-type.codec.js';

export interface Edge {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One bend in so many straight pieces: at 192 dots the corner stays below one dot. */
const PIECES = 6;

/** The straight edges of closed contours whose bends are quadratic, as TrueType draws them; `place` puts a point on the paper. */
export function edgesOf(
  contours: readonly Contour[],
  place: (point: OutlinePoint) => { x: number; y: number },
): Edge[] {
  return contours.flatMap((contour) => {
    const path = flattened(withCorners(contour)).map(place);
    return path.flatMap((from, i) => {
      const to = path[(i + 1) % path.length] ?? from;
      return from.y === to.y ? [] : [{ x0: from.x, y0: from.y, x1: to.x, y1: to.y }];
    });
  });
}

const between = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => ({
  ...{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true },
});

/** Between two control points there is a corner that the font leaves out; the answer begins with a corner. */
function withCorners(contour: Contour): Contour {
  const whole = contour.flatMap((point, i) => {
    const next = contour[(i + 1) % contour.length] ?? point;
    return point.onCurve || next.onCurve ? [point] : [point, between(point, next)];
  });
  const first = whole.findIndex(({ onCurve }) => onCurve);
  return [...whole.slice(Math.max(0, first)), ...whole.slice(0, Math.max(0, first))];
}

function flattened(contour: Contour): OutlinePoint[] {
  return contour.flatMap((point, i) => {
    if (point.onCurve) return [point];
    const from = contour[i - 1] ?? point;
    const to = contour[(i + 1) % contour.length] ?? point;
    return Array.from({ length: PIECES - 1 }, (_none, piece) => bend(from, point, to, (piece + 1) / PIECES));
  });
}

function bend(from: OutlinePoint, control: OutlinePoint, to: OutlinePoint, t: number): OutlinePoint {
  const s = 1 - t;
  const mix = (a: number, b: number, c: number): number => s * s * a + 2 * s * t * b + t * t * c;
  return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y), onCurve: true };
}

/** Spans of one scan line that lie inside (non-zero winding), left to right. */
export function spansAt(edges: readonly Edge[], y: number): [number, number][] {
  const crossings = edges
    .filter(({ y0, y1 }) => Math.min(y0, y1) <= y && y < Math.max(y0, y1))
    .map(({ x0, y0, x1, y1 }) => ({ x: x0 + ((y - y0) * (x1 - x0)) / (y1 - y0), turn: y0 < y1 ? 1 : -1 }))
    .sort((a, b) => a.x - b.x);
  const spans: [number, number][] = [];
  let winding = 0;
  for (const [i, { x, turn }] of crossings.entries()) {
    winding += turn;
    const next = crossings[i + 1];
    if (winding !== 0 && next) spans.push([x, next.x]);
  }
  return spans;
}
