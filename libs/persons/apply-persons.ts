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
      const { visitorId: id, purgeOn } = fact;
      const visitor = attachment?.kind === 'sealed' ? attachment.visitors[id] : undefined;
      if (!visitor) return;
      const { idNumberHash, phoneHash } = visitor;
      visitors.set(id, { id, idNumberHash, phoneHash, purgeOn, missedOn: null });
      return;
    }
    case 'visitors-purged':
      for (const id of fact.visitorIds) visitors.delete(id);
      return;
    case 'agent-registered':
    case 'visitor-revealed':
      return;
  }
}
