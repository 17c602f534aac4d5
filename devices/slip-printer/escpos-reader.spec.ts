import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualTimers } from '../contract/manual-timers.js';
import { encodeDocument } from './escpos.codec.js';
import { EscposReader } from './escpos-reader.js';
import { PrintedPaper, linesOf, qrOf } from './printed-paper.js';
import { printerModel } from './printer-models.js';
import { RealTimeFilter, type RealTimeCommand } from './real-time-filter.js';
import { SLIP, SLIP_VALUES } from './slip.fixture.js';
import { VirtualPrinter } from './virtual-printer.js';

const bytesOf = encodeDocument(SLIP, printerModel('escpos'), null).bytes;
const anyByte = fc.integer({ min: 0, max: 255 });
const commandByte = fc.constantFrom(
  0x0a,
  0x10,
  0x04,
  0x1b,
  0x1c,
  0x1d,
  0x28,
  0x6b,
  0x76,
  0x56,
  0x41,
  0xb0,
  0xff,
);
const chunks = fc.array(fc.array(fc.oneof(anyByte, commandByte), { maxLength: 40 }), { maxLength: 20 });

describe('the printer that reads ESC/POS', () => {
  it('reads the same slip however the bytes are cut', () => {
    const whole = new VirtualPrinter(new ManualTimers(), () => {});
    whole.receive(bytesOf);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (size) => {
        const printer = new VirtualPrinter(new ManualTimers(), () => {});
        for (let at = 0; at < bytesOf.length; at += size) printer.receive(bytesOf.subarray(at, at + size));
        expect(printer.paper.slips.map(linesOf)).toEqual(whole.paper.slips.map(linesOf));
        expect(printer.paper.slips.map(qrOf)).toEqual([[SLIP_VALUES.followUrl]]);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws and stays bounded, whatever comes', () => {
    fc.assert(
      fc.property(chunks, (parts) => {
        const reader = new EscposReader();
        const paper = new PrintedPaper();
        for (const part of parts) {
          reader.push(part);
          for (let command = reader.next(); command; command = reader.next()) paper.print(command);
        }
        expect(reader.held).toBeLessThanOrEqual(128 * 1024);
      }),
    );
  });

  it('cannot be filled up by one command that never ends', () => {
    const reader = new EscposReader();
    reader.push([0x1d, 0x28, 0x6b, 0xff, 0xff]);
    for (let i = 0; i < 40; i += 1) reader.push(new Uint8Array(10_000).fill(0x41));
    expect(reader.held).toBeLessThanOrEqual(128 * 1024);
    expect(reader.next()?.kind).toBe('command');
  });
});

describe('the real-time questions', () => {
  it('are picked out of the stream wherever it is cut, and nothing else is', () => {
    const stream = [
      0x41, 0x10, 0x04, 2, 0x10, 0x42, 0x10, 0x04, 9, 0x10, 0x10, 0x04, 20, 0x10, 5, 2, 0x10, 5, 3,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (size) => {
        const filter = new RealTimeFilter();
        const commands: RealTimeCommand[] = [];
        const rest: number[] = [];
        for (let at = 0; at < stream.length; at += size) {
          const found = filter.push(Uint8Array.from(stream.slice(at, at + size)));
          commands.push(...found.commands);
          rest.push(...found.rest);
        }
        expect(commands.map(({ kind, n }) => `${kind} ${n}`)).toEqual(['ask 2', 'ask 20', 'recover 2']);
        expect(rest).toEqual([0x41, 0x10, 0x42, 0x10, 0x04, 9, 0x10, 0x10, 5, 3]);
      }),
    );
  });
});
