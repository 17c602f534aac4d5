import type { GuideDocument } from '../disclosure/guide.js';
import type { Actor } from './actor.js';
import type { HallConfig } from './config.js';
import type { HallFact } from './hall-event.js';
import type { PublicationDocument } from '../publication/document.js';
import type { SealedVisitor } from '../persons/visitor.js';
import type { Matter, Person } from './person.js';

/** What a rule needs beside state and command: the time, who asks, and names for new things. */
export interface Asking {
  at: Date;
  actor: Actor;
  newId: () => string;
  /** The address a slip's QR code leads to. */
  followUrl: (ticketId: string) => string;
  bookingPass: (bookingId: string) => BookingPass;
  /** Does this person hold a role in the hall? */
  isStaff: (personId: string) => boolean;
}

/** How a booking shows itself: a code to type, a token to scan, and the address of its page. Made from the id by a key: nothing is stored. */
export interface BookingPass {
  code: string;
  token: string;
  url: string;
}

/** What belongs to a fact but not into the chain: the whole document, or words that can be purged. */
export type Attachment =
  | { kind: 'config'; document: HallConfig }
  | { kind: 'words'; evaluationId: string; words: string }
  | { kind: 'person'; person: Person; passwordHash: string }
  | { kind: 'matters'; matters: Matter[] }
  | { kind: 'publication'; document: PublicationDocument | null; reason: string | null }
  /** By the guide's id. */
  | { kind: 'guides'; documents: Readonly<Record<string, GuideDocument>> }
  | {
      kind: 'sealed';
      /** By the id of the row each goes into. */
      visitors: Readonly<Record<string, SealedVisitor>>;
      texts: Readonly<Record<string, string | null>>;
    };

/** What a rule answers with: the facts, in order, and the words for whoever asked. A rule that says no throws a Refusal. */
export interface Decision<Answer extends object = object> {
  facts: HallFact[];
  answer: Answer;
  attachment?: Attachment;
}
