import { Adapter } from '@node-escpos/adapter';
import { Printer } from '@node-escpos/core';
import { CHARACTER_DOTS, LINE_DOTS } from '#libs/fleet/paper';
import { layOut, type Placed } from '#libs/fleet/paper-layout';
import type { PrintDocument } from '#libs/fleet/print-document';
import type { GlyphSource } from './glyph-font.js';
import { fitToFont, rareIn, withoutControls } from '../contract/gb-text.js';
import type { PrinterModel } from './printer-models.js';
import { PUSH_STATUS } from './printer-status.codec.js';
import { rasterLine, type Bitmap } from './raster-line.js';

const ENTER_CHINESE = [0x1c, 0x26];
/** Correction level M: 15 % of a creased code may be lost. */
const QR_LEVEL_M = 0x31;
/** To the knife or the tear bar. */
const FEED_DOTS = 0x60;
/** A partial cut: the slip hangs on by a point and does not fall. */
const ENDINGS = {
  partial: [0x1d, 0x56, 0x42, FEED_DOTS],
  full: [0x1d, 0x56, 0x41, FEED_DOTS],
  none: [0x1b, 0x4a, FEED_DOTS],
} as const;
const LINE_GAP_DOTS = LINE_DOTS - CHARACTER_DOTS;
/** Rows a `GS v 0` may have: printers take an image in bands (device-packages.md). */
const BAND_ROWS = 128;

type Line = Extract<Placed, { kind: 'line' }>;

export interface EncodedDocument {
  bytes: Uint8Array;
  /** Characters that come out as 〓. */
  missing: number;
}

/** A paper as the printer's bytes (hardware.md 4.d). `font`: null where the wire is too slow to draw on. */
export function encodeDocument(
  document: PrintDocument,
  model: PrinterModel,
  font: (() => GlyphSource | null) | null,
): EncodedDocument {
  const memory = new MemoryAdapter();
  const printer = new Printer(memory, { encoding: 'gb18030', width: model.paper.columns });
  const raw = (bytes: Iterable<number>): unknown => printer.raw(Buffer.from([...bytes]));
  printer.hardware('INIT');
  if (model.pushesStatus) raw(PUSH_STATUS);
  raw(ENTER_CHINESE);
  let missing = 0;
  for (const placed of layOut(document, model.paper)) {
    if (placed.kind === 'space') raw([0x1b, 0x4a, placed.dots]);
    if (placed.kind === 'qr') printer.align('CT').raw(qrCommands(placed.text, model.paper.qrModule));
    if (placed.kind === 'line') missing += writeLine(printer, placed, model, font);
  }
  raw(ENDINGS[model.cutter]);
  void printer.flush();
  return { bytes: Buffer.concat(memory.chunks), missing };
}

/** Answers how many of its characters cannot be printed. */
function writeLine(
  printer: Printer<[]>,
  line: Line,
  { charset, paper }: PrinterModel,
  font: (() => GlyphSource | null) | null,
): number {
  const rare = rareIn(line.text, charset).length;
  const glyphs = rare > 0 ? (font?.() ?? null) : null;
  if (glyphs) {
    const { bitmap, missing } = rasterLine(line, paper, glyphs);
    printer.align('LT').raw(rasterCommands(bitmap));
    return missing;
  }
  printer
    .align(({ left: 'LT', centre: 'CT', right: 'RT' } as const)[line.align])
    .size(line.width, line.height)
    .raw(Buffer.from([0x1b, 0x45, line.bold ? 1 : 0]))
    .text(fitToFont(line.text, charset).text);
  return rare;
}

/** `GS v 0`, band under band, and the white that a line of text has below it. */
export function rasterCommands({ bytesPerRow, rows, data }: Bitmap): Buffer {
  const bands: Buffer[] = [];
  for (let row = 0; row < rows; row += BAND_ROWS) {
    const height = Math.min(BAND_ROWS, rows - row);
    const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, height & 0xff, height >> 8];
    bands.push(
      Buffer.from(head),
      Buffer.from(data.subarray(row * bytesPerRow, (row + height) * bytesPerRow)),
    );
  }
  return Buffer.concat([...bands, Buffer.from([0x1b, 0x4a, LINE_GAP_DOTS])]);
}

/** `GS ( k`, written by hand: the library's own QR command is not the one printers share. */
export function qrCommands(data: string, module: number): Buffer {
  const bytes = Buffer.from(withoutControls(data), 'utf8');
  const command = (...payload: number[]): number[] => {
    const length = payload.length;
    return [0x1d, 0x28, 0x6b, length & 0xff, length >> 8, ...payload];
  };
  return Buffer.from([
    ...command(0x31, 0x41, 0x32, 0x00),
    ...command(0x31, 0x43, module),
    ...command(0x31, 0x45, QR_LEVEL_M),
    ...command(0x31, 0x50, 0x30, ...bytes),
    ...command(0x31, 0x51, 0x30),
  ]);
}
/** Where the library's bytes end up: its own adapters lose jobs and statuses (device-packages.md). */
class MemoryAdapter extends Adapter<[]> {
  readonly chunks: Buffer[] = [];

  override open(): this {
    return this;
  }

  override write(data: Buffer | string, done?: (error: Error | null) => void): this {
    this.chunks.push(Buffer.from(data));
    done?.(null);
    return this;
  }

  override close(): this {
    return this;
  }

  override read(): void {
    // Answers come over the driver's port, never through the library.
  }
}
