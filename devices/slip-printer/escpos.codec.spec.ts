import { describe, expect, it } from 'vitest';
import { PAPERS } from '#libs/fleet/paper';
import { columnsOf } from '#libs/fleet/paper-text';
import type { PrintDocument } from '#libs/fleet/print-document';
import type { SlipValues } from '#libs/fleet/slip-template';
import { encodeDocument, qrCommands, rasterCommands } from './escpos.codec.js';
import { EscposReader } from './escpos-reader.js';
import { linesOf, PrintedPaper, qrOf, type PrintedRun, type PrintedSlip } from './printed-paper.js';
import { printerModel, type PrinterModel } from './printer-models.js';
import { SLIP, SLIP_VALUES, slipOf } from './slip.fixture.js';

const ESCPOS = printerModel('escpos');
const bytesOf = (document: PrintDocument, model = ESCPOS): Buffer =>
  Buffer.from(encodeDocument(document, model, null).bytes);

function printed(
  change: Partial<SlipValues> = {},
  model: PrinterModel = ESCPOS,
): { slip: PrintedSlip; paper: PrintedPaper } {
  const reader = new EscposReader();
  const paper = new PrintedPaper();
  reader.push(bytesOf(slipOf(change), model));
  for (let command = reader.next(); command; command = reader.next()) {
    expect(command.kind).not.toBe('unknown');
    paper.print(command);
  }
  const [only, ...more] = paper.slips;
  if (!only || more.length > 0) throw new Error('not one slip');
  return { slip: only, paper };
}

const runsOf = (slip: PrintedSlip): PrintedRun[] =>
  slip.items.flatMap((item) => (item.kind === 'line' ? item.runs : []));

describe('a slip in ESC/POS', () => {
  it('begins with ESC @ and FS &, and ends with feed and cut', () => {
    const hex = bytesOf(SLIP).toString('hex');
    expect(hex).toMatch(/^1b401c26/);
    expect(hex).toMatch(/1d564260$/);
  });

  it('is written in GB18030', () => {
    const bytes = bytesOf(SLIP);
    expect(bytes.includes(Buffer.from('c7e5bad3cfd8d5fecef1b7fecef1d6d0d0c4', 'hex'))).toBe(true);
    expect(bytes.includes(Buffer.from('清河县', 'utf8'))).toBe(false);
  });

  it('says everything the document says', () => {
    const text = linesOf(printed().slip).join('\n');
    for (const part of [
      '清河县政务服务中心',
      'A017',
      '企业开办',
      '您前面还有 12 人等候',
      '一楼综合服务区',
      '2026-03-02 09:05',
    ])
      expect(text).toContain(part);
    expect(text).toContain('监督投诉电话 0319-8161234');
    expect(text.replaceAll(/\s/g, '')).toContain('办理事项有限责任公司设立登记（含分支机构同步办理）');
    expect(text.replaceAll(/\s/g, '')).toContain('过号后请到导办台说明，工作人员会为您重新安排。');
    expect(text).not.toContain('重打');
  });

  it.each(['80mm', '58mm'] as const)('prints the number largest and keeps to the paper on %s', (width) => {
    const paper = PAPERS[width];
    const { slip } = printed({}, { ...ESCPOS, paper });
    const runs = runsOf(slip);
    const largest = runs.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
    expect(largest?.text).toBe('A017');
    for (const run of runs) expect(columnsOf(run.text) * run.width).toBeLessThanOrEqual(paper.columns);
  });

  it('prints one QR code with the address to follow the ticket', () => {
    expect(qrOf(printed().slip)).toEqual([SLIP_VALUES.followUrl]);
  });

  it('says 重打 on a second slip for the same ticket', () => {
    expect(linesOf(printed({ reprint: '【重打】Reprint' }).slip).join()).toContain('【重打】');
  });

  it('tells the first in line so, and leaves out what there is not', () => {
    const text = linesOf(printed({ ahead: '前面无人，请留意叫号', matter: '' }).slip).join('\n');
    expect(text).toContain('前面无人，请留意叫号');
    expect(text).not.toContain('办理事项');
  });

  it('says the expected wait in the hall’s words, and nothing where nobody can tell', () => {
    expect(linesOf(printed().slip).join('\n')).toContain('预计等候 约 12–18 分钟');
    expect(linesOf(printed({ wait: '' }).slip).join('\n')).not.toContain('预计等候');
  });

  it('does nothing but print, whatever stands in the document', () => {
    const evil = '\u001Bp\u0000\u0019\u00FA\u001DV\u0000\u001D!\u0077张\u0010\u0014\u0001';
    const { slip, paper } = printed({
      hall: evil,
      queue: evil,
      matter: evil,
      followUrl: evil,
      hints: [evil],
    });
    expect(paper.drawerKicks).toBe(0);
    expect(linesOf(slip).join()).toContain('张');
  });
});

it('writes GS ( k as printers share it (hardware.md 4.d)', () => {
  expect(qrCommands('AB', 6).toString('hex')).toBe(
    ['1d286b0400', '31413200', '1d286b0300', '314306', '1d286b0300', '314531'].join('') +
      ['1d286b0500', '3150304142', '1d286b0300', '315130'].join(''),
  );
});

describe('a model of printer', () => {
  it.each([
    ['escpos', /1d564260$/],
    ['escpos-presenter', /1d564160$/],
    ['escpos-58mm-plain', /1b4a60$/],
  ] as const)('%s ends a slip as its knife does', (driver, ending) => {
    expect(bytesOf(SLIP, printerModel(driver)).toString('hex')).toMatch(ending);
  });

  it('that tells changes by itself is asked to again after ESC @, which may end it', () => {
    expect(bytesOf(SLIP, printerModel('escpos-push')).toString('hex')).toMatch(/^1b401d61ff1c26/);
  });
});

it('sends a tall line in bands of at most 128 rows', () => {
  const bytes = rasterCommands({ bytesPerRow: 2, rows: 130, data: new Uint8Array(260).fill(0xaa) });
  expect(bytes.subarray(0, 8).toString('hex')).toBe('1d76300002008000');
  expect(bytes.subarray(8 + 256, 8 + 256 + 8).toString('hex')).toBe('1d76300002000200');
  expect(bytes).toHaveLength(8 + 256 + 8 + 4 + 3);
});
