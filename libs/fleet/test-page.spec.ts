import { expect, it } from 'vitest';
import { printDocument } from '../contracts/print-document.js';
import { testPage } from './test-page.js';

const AT = new Date('2026-03-02T01:05:00Z');

it.each([
  ['escpos', 48],
  ['escpos-58mm', 32],
])('a test page of %s has a ruler of %i columns, the hall, the hour and a code', (driver, columns) => {
  const page = testPage(
    { name: '测试大厅', timeZone: 'Asia/Shanghai' },
    { id: 'p1', name: '打印机', driver },
    AT,
  );
  const texts = page.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(texts.find((text) => /^\d+$/.test(text))).toHaveLength(columns);
  expect(page.blocks).toContainEqual({ kind: 'pair', label: '大厅', value: '测试大厅' });
  expect(page.blocks).toContainEqual({ kind: 'pair', label: '时间', value: '2026-03-02 09:05' });
  expect(page.blocks).toContainEqual(
    expect.objectContaining({ kind: 'qr', text: 'TEST p1 2026-03-02 09:05' }),
  );
  expect(printDocument.parse(page)).toEqual(page);
});
