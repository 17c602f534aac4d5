import type { CollectionEvent } from '#libs/collections/collection-event';
import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { RowWrite } from '../ledger/row-writes.js';

export function projectCollections(
  { hallId }: HallState,
  { at }: HallEvent,
  fact: CollectionEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  switch (fact.type) {
    case 'collection-recorded': {
      const { type: _type, collectionId: id, ...columns } = fact;
      const signature = attachment?.kind === 'sealed' ? (attachment.texts[id] ?? null) : null;
      return [
        {
          table: 'collection',
          write: 'insert',
          row: { id, hallId, ...columns, at, signature, purged: false },
        },
        { table: 'ticket', write: 'set', by: { id: fact.ticketId }, row: { collectionId: id } },
      ];
    }
    case 'signatures-purged':
      return fact.collectionIds.map((id) => ({
        ...{ table: 'collection', write: 'set', by: { id }, row: { signature: null, purged: true } },
      }));
    case 'signature-shown':
      return [];
  }
}
