import type { CollectedBy, ProxyPaper } from './collection.js';

/** About certificates handed out: ids and codes. The signature is in a row that can be emptied. */
export type CollectionEvent =
  | {
      type: 'collection-recorded';
      collectionId: string;
      ticketId: string;
      /** 受理回执 number of the case. */
      receipt: string;
      by: CollectedBy;
      papers: ProxyPaper[];
      day: string;
      counterId: string;
      personId: string;
      visitorId: string | null;
      purgeOn: string;
    }
  /** Somebody of the staff was shown the signature. */
  | { type: 'signature-shown'; collectionId: string }
  /** Their rows hold no signature any more. */
  | { type: 'signatures-purged'; collectionIds: string[] };
