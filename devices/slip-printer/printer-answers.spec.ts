import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerReader, type PrinterAnswer } from './printer-answers.js';
import { printerModel } from './printer-models.js';

const hear = (bytes: readonly number[], driver: Parameters<typeof printerModel>[0] = 'escpos-presenter') => {
  const reader = new AnswerReader(printerModel(driver));
  return bytes.flatMap((byte) => reader.push(byte) ?? []);
};
const word = (answer: PrinterAnswer): string =>
  `${answer.kind} ${Buffer.from('byte' in answer ? [answer.byte] : answer.bytes).toString('hex')}`;

const STATUS = [0x1a, 0x32, 0x12, 0x7e];
const PUSHED = [0x18, 0x00, 0x0f, 0x00];
const PRESENTER = [0x10, 0x0f, 0x20, 0x10, 0x12, 0x00];
const DONE = 0x00;

describe('the bytes of a printer', () => {
  it('are told apart: DLE EOT, GS r, ASB and DLE EOT 20 (hardware.md 4.d)', () => {
    expect(hear([...STATUS, DONE, ...PUSHED, ...PRESENTER, 0x0c]).map(word)).toEqual([
      ...['status 1a', 'status 32', 'status 12', 'status 7e', 'done 00', 'pushed 18000f00'],
      ...['presenter 20101200', 'done 0c'],
    ]);
  });

  it.each([0x00, 0x03, 0x0c, 0x0f])('%i answers GS r 1', (byte) => {
    expect(hear([byte])).toEqual([{ kind: 'done', byte }]);
  });

  it.each([0x11, 0x13, 0x90, 0xff])('%i is noise (XON, XOFF, no pattern)', (byte) => {
    expect(hear([byte])).toEqual([]);
  });

  it('are never the end of a slip inside ASB, also where a status comes between', () => {
    expect(hear([0x10, 0x00, 0x12, 0x03, 0x00, DONE]).map(word)).toEqual([
      'status 12',
      'pushed 10000300',
      'done 00',
    ]);
  });

  it('begin anew with a new ASB head, and after a reset', () => {
    expect(hear([0x10, 0x00, ...PUSHED]).map(word)).toEqual(['pushed 18000f00']);
    const reader = new AnswerReader(printerModel('escpos-push'));
    reader.push(0x10);
    reader.reset();
    expect(reader.push(0x00)).toEqual({ kind: 'done', byte: 0 });
  });

  it('answer GS I as every model likes', () => {
    expect(hear([0x02, 0x95, 0x11], 'escpos-58mm-plain').map(word)).toEqual(['done 02', 'done 95']);
  });

  it('are read without an error and without hoarding, and the next status is never lost in noise', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 }), (noise) => {
        const reader = new AnswerReader(printerModel('escpos-push'));
        for (const byte of noise) reader.push(byte);
        expect(reader.push(0x12)).toEqual({ kind: 'status', byte: 0x12 });
      }),
    );
  });
});
