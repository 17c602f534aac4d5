import type { HallState } from '../hall/hall-state.js';
import type { CollectionEvent } from './collection-event.js';

export function applyCollections({ tickets, signatures }: HallState, fact: CollectionEvent): void {
  switch (fact.type) {
    case 'collection-recorded': {
      const { collectionId, ticketId, purgeOn } = fact;
      const ticket = tickets.get(ticketId);
      if (ticket) tickets.set(ticketId, { ...ticket, collectionId });
      signatures.set(collectionId, purgeOn);
      return;
    }
    case 'signatures-purged':
      for (const id of fact.collectionIds) signatures.delete(id);
      return;
    case 'signature-shown':
      return;
  }
}
