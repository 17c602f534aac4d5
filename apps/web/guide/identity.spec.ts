import { expect, it } from 'vitest';
import { idNews, noIdentity, personIn, visitorSaid } from './identity.js';

const elderly = { id: 'elderly', name: '老年人', nameEn: '', evidence: 'birth-date' as const, fromAge: 65 };
const news = (idNumber: string, day = '2026-03-02') =>
  idNews({ idKind: 'resident-id', idNumber }, [elderly], day);

it('an identity number tells as it is typed how much is left, and then whether it is right (requirement 20)', () => {
  expect(news('')).toEqual({ is: 'none' });
  expect(news('99999919 6003')).toEqual({ is: 'short', left: 6 });
  expect(news('999999196003010016')).toEqual({ is: 'right', age: 66, group: elderly });
  expect(news('999999196003010016', '2025-02-28')).toEqual({ is: 'right', age: 64, group: null });
  for (const wrong of ['999999196003010011', '9999991960030100166', '99999x'])
    expect(news(wrong)).toEqual({ is: 'wrong' });
  expect(idNews({ idKind: 'other', idNumber: '1' }, [elderly], '2026-03-02')).toEqual({ is: 'none' });
});

it('nothing typed is nothing said', () => {
  expect(visitorSaid({ ...noIdentity(), name: ' ' })).toBe(null);
  expect(visitorSaid({ ...noIdentity(), phone: '13800001234' })).toMatchObject({
    ...{ name: null, phone: '13800001234', idNumber: null },
  });
  expect(visitorSaid({ ...noIdentity(), idNumber: 'e 12-34' })).toMatchObject({ idNumber: 'E1234' });
});

it('a phone or identity number means a person, a ticket’s number does not', () => {
  expect(personIn('138 0000 1234')).toEqual({ phone: '13800001234' });
  expect(personIn('１３８００００１２３４')).toEqual({ phone: '13800001234' });
  expect(personIn('99999919600301001x')).toEqual({ idNumber: '99999919600301001X' });
  for (const number of ['A017', '17', '12345678901', '']) expect(personIn(number)).toBe(null);
});
