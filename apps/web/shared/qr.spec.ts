import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { drawQr, type QrDrawing } from './qr.js';

/** Paints the path as a camera would see it, four pixels a module. */
function paint({ size, path }: QrDrawing): { pixels: Uint8ClampedArray; side: number } {
  const side = size * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dot = 0; dot < 16; dot += 1) {
      const column = Number(x) * 4 + (dot % 4);
      const row = Number(y) * 4 + Math.floor(dot / 4);
      pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  return { pixels, side };
}

it('draws a code that a camera reads back', () => {
  const address = 'https://hall.example:8443/t/3fJ0x-kq2Vt8_Zb5mN1cRw';
  const { pixels, side } = paint(drawQr(address));
  expect(jsQR(pixels, side, side)?.data).toBe(address);
});
