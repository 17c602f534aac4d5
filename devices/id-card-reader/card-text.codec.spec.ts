import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, readCard, TEXT_BYTES, type CardReading } from './card-text.codec.js';
import { DEMO_PERSONS, DEMO_TROUBLES, type LaidDocument } from './demo-documents.js';

const PHOTO_AND_MORE = { 1284: 4, 1286: 6, 1798: 6, 2310: 6 };

/** Data of a good reply with this text in it. */
function dataOf(text: Uint8Array, length = 1284, at = 4): Uint8Array {
  const data = new Uint8Array(length).fill(0x99);
  data.set(text, at);
  return data;
}

const reading = (document: LaidDocument): CardReading | null =>
  document.kind === 'text' ? readCard(dataOf(document.text)) : null;

describe('the text of a card', () => {
  it('gives the person and the validity, and neither address, issuer nor photo', () => {
    expect(readCard(dataOf(encodeText(DEMO_PERSONS.first)))).toEqual({
      kind: 'card',
      card: {
        name: '演示甲',
        sex: 'male',
        nation: '01',
        birthDate: '1990-01-01',
        idNumber: '990000199001010017',
        validFrom: '2020-01-01',
        validTo: '2040-01-01',
      },
    });
  });

  it('may be valid for good', () => {
    expect(readCard(dataOf(encodeText(DEMO_PERSONS.elderly)))).toMatchObject({
      card: { sex: 'female', validFrom: '2006-06-06', validTo: 'long-term' },
    });
  });

  it.each(Object.entries(PHOTO_AND_MORE))('is found in %s bytes of data', (length, at) => {
    expect(readCard(dataOf(encodeText(DEMO_PERSONS.second), Number(length), at))).toMatchObject({
      card: { name: '演示乙', birthDate: '2000-02-29', sex: 'female', nation: '97' },
    });
  });

  it('stands at the bytes hardware.md 4.e gives', () => {
    const text = Buffer.from(encodeText(DEMO_PERSONS.first));
    const part = (at: number, length: number): string => text.subarray(at, at + length).toString('utf16le');
    expect(text).toHaveLength(TEXT_BYTES);
    expect(part(0, 30)).toBe('演示甲'.padEnd(15));
    expect([part(30, 2), part(32, 4), part(36, 16)]).toEqual(['1', '01', '19900101']);
    expect(part(52, 70)).toBe('演示省样板市模型区虚构路1号'.padEnd(35));
    expect(part(122, 36)).toBe('990000199001010017');
    expect(part(158, 30)).toBe('样板市公安局模型分局'.padEnd(15));
    expect([part(188, 16), part(204, 16)]).toEqual(['20200101', '20400101']);
    expect(part(220, 36)).toBe(' '.repeat(18));
  });

  it.each([
    ['wrongCheck', 'check-digit'],
    ['nameless', 'read-failed'],
    ['foreigner', 'not-a-resident-card'],
    ['newForeigner', 'not-a-resident-card'],
    ['hongKong', 'not-a-resident-card'],
  ] as const)('of a document that gives no card says why: %s', (document, reason) => {
    expect(reading(DEMO_TROUBLES[document])).toEqual({ kind: 'unreadable', reason });
  });

  it.each([
    { birth: '19900102' },
    { birth: '19900231' },
    { birth: '1990-1-1' },
    { validFrom: '20201301' },
    { validTo: '' },
  ])('is not believed with dates that cannot be: %j', (wrong) => {
    const text = encodeText({ ...DEMO_PERSONS.first, ...wrong });
    expect(readCard(dataOf(text))).toEqual({ kind: 'unreadable', reason: 'read-failed' });
  });

  it('leaves a sex that is not coded open', () => {
    const text = encodeText({ ...DEMO_PERSONS.first, sex: '9' });
    expect(readCard(dataOf(text))).toMatchObject({ card: { sex: 'unknown' } });
  });

  it('never throws, and is a card only with a number that can exist', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2400 }), (data) => {
        expect(readCard(data)?.kind).not.toBe('card');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1284, maxLength: 1284 }), (data) => {
        expect(readCard(data)?.kind).toBe('unreadable');
      }),
    );
  });

  it('with one byte wrong is still a card or says why', () => {
    fc.assert(
      fc.property(fc.nat(TEXT_BYTES - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const text = encodeText(DEMO_PERSONS.first);
        text[at] = byte;
        const found = readCard(dataOf(text));
        if (found?.kind === 'card') expect(found.card.idNumber).toBe(DEMO_PERSONS.first.idNumber);
        else expect(found?.kind).toBe('unreadable');
      }),
    );
  });
});
