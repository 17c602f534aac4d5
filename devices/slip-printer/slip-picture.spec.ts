import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { ManualTimers } from '../contract/manual-timers.js';
import { encodeDocument } from './escpos.codec.js';
import { printerModel } from './printer-models.js';
import { drawSlip } from './slip-picture.js';
import { SLIP, SLIP_VALUES } from './slip.fixture.js';
import { VirtualPrinter } from './virtual-printer.js';

function picture(): string {
  const printer = new VirtualPrinter(new ManualTimers(), () => {});
  printer.receive(encodeDocument(SLIP, printerModel('escpos'), null).bytes);
  const [slip] = printer.paper.slips;
  if (!slip) throw new Error('nothing was printed');
  return drawSlip(slip, printerModel('escpos').paper);
}

/** Paints the picture's black squares into pixels, for a reader that knows nothing of us. */
function pixels(svg: string): { data: Uint8ClampedArray; width: number; height: number } {
  const [, width = 0, height = 0] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [, ...numbers] of svg.matchAll(/M([\d.]+) ([\d.]+)h(\d+)v\d+h-\d+z/g)) {
    const [left = 0, top = 0, side = 0] = numbers.map(Number);
    for (let y = top; y < top + side; y += 1)
      for (let x = left; x < left + side; x += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { data, width, height };
}

it('shows a QR code that a phone reads', () => {
  const { data, width, height } = pixels(picture());
  expect(jsqr.default(data, width, height)?.data).toBe(SLIP_VALUES.followUrl);
});

it('shows every character of the number, eight times as large', () => {
  const large = [...picture().matchAll(/scale\(8 8\)"[^>]*>(.)</g)].map((match) => match[1]);
  expect(large.join('')).toBe('A017');
});
