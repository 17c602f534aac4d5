import { Adapter } from '@node-escpos/adapter';
import { Printer } from '@node-escpos/core';
import type { SlipDocument } from '#libs/contracts/slip';
import type { PaperProfile } from './paper.js';
import { layOut, type SlipBlock } from './slip-layout.js';

const ENTER_CHINESE = [0x1c, 0x26];
/** Correction level M: 15 % of a creased code may be lost. */
const QR_LEVEL_M = 0x31;
/** Feed to the knife, then a partial cut: the slip hangs on by a point and does not fall. */
const FEED_AND_CUT = [0x1d, 0x56, 0x42, 0x60];

/** A slip as the printer's bytes (hardware.md 4.d). Pure: the driver asks for the status before and after. */
export function encodeSlip(slip: SlipDocument, paper: PaperProfile): Uint8Array {
  const memory = new MemoryAdapter();
  const printer = new Printer(memory, { encoding: 'gb18030', width: paper.columns });
  printer.hardware('INIT').raw(Buffer.from(ENTER_CHINESE));
  for (const block of layOut(slip, paper)) writeBlock(printer, block, paper);
  printer.raw(Buffer.from(FEED_AND_CUT));
  void printer.flush();
  return Buffer.concat(memory.chunks);
}

function writeBlock(printer: Printer<[]>, block: SlipBlock, paper: PaperProfile): void {
  switch (block.kind) {
    case 'text':
      return writeText(printer, block);
    case 'space':
      printer.raw(Buffer.from([0x1b, 0x4a, block.dots]));
      return;
    case 'qr':
      printer.align('CT').raw(qrCommands(block.data, paper.qrModule));
  }
}

function writeText(printer: Printer<[]>, block: Extract<SlipBlock, { kind: 'text' }>): void {
  printer
    .align(block.align === 'centre' ? 'CT' : 'LT')
    .size(block.width, block.height)
    .raw(Buffer.from([0x1b, 0x45, block.bold ? 1 : 0]))
    .text(block.text);
}

/** `GS ( k`, written by hand: the library's own QR command is not the one printers share. */
export function qrCommands(data: string, module: number): Buffer {
  const bytes = Buffer.from(data, 'utf8');
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
