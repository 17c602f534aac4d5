import type { Level } from '#libs/evaluation/levels';
import { DOCUMENT_NAMES, type RateNames } from './rate-message.codec.js';

/** What a model of tablet speaks in RateQuest and RateSubmit. */
export interface RatePadModel {
  name: string;
  names: RateNames;
  /** Content as the pad sends it → level. */
  contents: Readonly<Record<string, Level>>;
  cannotSay: readonly Level[];
  /** Whether standard reasons and words can be given on it. */
  reasons: boolean;
}

/** The document does not list the codes of Content; the level's own digit is an assumption: try it on the model. */
export const RATE_PAD: RatePadModel = {
  name: 'WebSocket pad, RateQuest',
  names: DOCUMENT_NAMES,
  contents: { 5: 5, 4: 4, 3: 3, 2: 2, 1: 1 },
  cannotSay: [],
  reasons: false,
};
