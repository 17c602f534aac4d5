import type { Level } from './levels.js';

export type InvitationEnding = 'rated' | 'declined' | 'lapsed' | 'superseded';

export type EvaluationEvent =
  | {
      type: 'invitation-opened';
      invitationId: string;
      visitId: string;
      ticketId: string;
      number: string;
      counterId: string;
      personId: string;
      channel: 'pad';
      /** ISO instant. */
      endsAt: string;
    }
  | {
      type: 'invitation-closed';
      invitationId: string;
      ticketId: string;
      ending: Exclude<InvitationEnding, 'rated'>;
    }
  | {
      type: 'visit-rated';
      evaluationId: string;
      invitationId: string;
      visitId: string;
      ticketId: string;
      counterId: string;
      personId: string;
      level: Level;
      channel: 'pad';
      deviceId: string | null;
      /** ISO instant: when the key went down, which a cut line may set before the event's own time. */
      pressedAt: string;
    }
  | {
      type: 'rating-explained';
      evaluationId: string;
      invitationId: string;
      ticketId: string;
      tags: number[];
      tagsVersion: number;
      /** The words stand in a row of their own that can be purged. */
      hasWords: boolean;
    };
