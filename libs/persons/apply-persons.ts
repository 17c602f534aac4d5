import type { Attachment } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import type { PersonEvent } from './person-event.js';

export function applyPersons(
  { visitors }: HallState,
  fact: PersonEvent,
  attachment: Attachment | undefined,
): void {
  switch (fact.type) {
    case 'visitor-recorded': {
      if (attachment?.kind !== 'visitor') return;
      const { idNumberHash, phoneHash } = attachment.visitor;
      const { visitorId: id, purgeOn } = fact;
      visitors.set(id, { id, idNumberHash, phoneHash, purgeOn, missedOn: null });
      return;
    }
    case 'visitors-purged':
      for (const id of fact.visitorIds) visitors.delete(id);
      return;
    case 'visitor-revealed':
      return;
  }
}
