import type { SealedVisitor } from './visitor.js';

/** Who a rule's test knows: the hashes are the words themselves. */
export const visitor = (said: Partial<SealedVisitor>): SealedVisitor => ({
  ...{ name: null, idKind: 'resident-id', idNumber: null, phone: null, address: null },
  ...{ idNumberHash: null, phoneHash: null, birthDate: null },
  ...said,
});
