import { describe, expect, it } from 'vitest';
import type { SlipDocument } from '#libs/contracts/slip';
import { columnsOf } from '../contract/gb-text.js';
import { encodeSlip, qrCommands } from './escpos.codec.js';
import { EscposReader } from './escpos-reader.js';
import { PAPERS, type PaperProfile } from './paper.js';
import { linesOf, PrintedPaper, qrOf, type PrintedRun, type PrintedSlip } from './printed-paper.js';
import { SLIP } from './slip.fixture.js';

function printed(
  slip: SlipDocument,
  profile: PaperProfile = PAPERS['80mm'],
): { slip: PrintedSlip; paper: PrintedPaper } {
  const reader = new EscposReader();
  const paper = new PrintedPaper();
  reader.push(encodeSlip(slip, profile));
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
    const hex = Buffer.from(encodeSlip(SLIP, PAPERS['80mm'])).toString('hex');
    expect(hex).toMatch(/^1b401c26/);
    expect(hex).toMatch(/1d564260$/);
  });

  it('is written in GB18030', () => {
    const bytes = Buffer.from(encodeSlip(SLIP, PAPERS['80mm']));
    expect(bytes.includes(Buffer.from('c7e5bad3cfd8d5fecef1b7fecef1d6d0d0c4', 'hex'))).toBe(true);
    expect(bytes.includes(Buffer.from('清河县', 'utf8'))).toBe(false);
  });

  it('says everything the document says', () => {
    const text = linesOf(printed(SLIP).slip).join('\n');
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

  it.each(['80mm', '58mm'] as const)('prints the number largest and keeps to the paper on %s', (kind) => {
    const profile = PAPERS[kind];
    const { slip } = printed(SLIP, profile);
    const runs = runsOf(slip);
    const largest = runs.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
    expect(largest?.text).toBe('A017');
    for (const run of runs) expect(columnsOf(run.text) * run.width).toBeLessThanOrEqual(profile.columns);
  });

  it('prints one QR code with the address to follow the ticket', () => {
    expect(qrOf(printed(SLIP).slip)).toEqual([SLIP.followUrl]);
  });

  it('says 重打 on a second slip for the same ticket', () => {
    expect(linesOf(printed({ ...SLIP, reprint: true }).slip).join()).toContain('【重打】');
  });

  it('tells the first in line so, and leaves out what there is not', () => {
    const text = linesOf(printed({ ...SLIP, ahead: 0, matterName: null }).slip).join('\n');
    expect(text).toContain('前面无人，请留意叫号');
    expect(text).not.toContain('办理事项');
  });

  it('says the expected wait in the hall’s words, and nothing where nobody can tell', () => {
    expect(linesOf(printed(SLIP).slip).join('\n')).toContain('预计等候 约 12–18 分钟');
    expect(linesOf(printed({ ...SLIP, wait: null }).slip).join('\n')).not.toContain('预计等候');
  });

  it('does nothing but print, whatever stands in the document', () => {
    const evil = '\u001Bp\u0000\u0019\u00FA\u001DV\u0000\u001D!\u0077张\u0010\u0014\u0001';
    const { slip, paper } = printed({
      ...SLIP,
      hallName: evil,
      queueName: evil,
      matterName: evil,
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
