import { localTime } from '../calendar/business-day.js';
import type { Device, HallConfig } from '../hall/config.js';
import { narrowest } from './paper.js';
import type { Look, PrintBlock, PrintDocument } from './print-document.js';

const PLAIN: Look = { width: 1, height: 1, bold: false, align: 'left' };
const line = (text: string, look: Partial<Look> = {}): PrintBlock => ({
  ...{ kind: 'text', text, oneLine: false, ...PLAIN },
  ...look,
});

/** What a printer prints to be looked at: a ruler over its whole width, characters, digits, a code a phone can read. */
export function testPage(
  { name, timeZone }: Pick<HallConfig, 'name' | 'timeZone'>,
  device: Pick<Device, 'id' | 'name' | 'driver'>,
  at: Date,
): PrintDocument {
  const { columns } = narrowest([device.driver]);
  const { day, time } = localTime(at, timeZone);
  const tens = Array.from({ length: columns }, (_none, place) => String((place + 1) % 10)).join('');
  return {
    blocks: [
      line('测试小票', { width: 2, height: 2, bold: true, align: 'centre' }),
      line('不是取号凭证', { align: 'centre' }),
      { kind: 'rule' },
      { kind: 'pair', label: '大厅', value: name },
      { kind: 'pair', label: '打印机', value: device.name },
      { kind: 'pair', label: '时间', value: `${day} ${time}` },
      { kind: 'pair', label: '每行', value: `${columns} 列` },
      line(tens),
      line('0123456789 ABCXYZ 一二三四五六七八九十'),
      { kind: 'rule' },
      { kind: 'qr', text: `TEST ${device.id} ${day} ${time}`, caption: '手机能扫出即为清晰' },
    ],
  };
}
