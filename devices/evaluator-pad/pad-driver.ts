import type { Level } from '#libs/evaluation/levels';
import type { StationHealth } from '../contract/chunk-station.js';

export type PadHealth = StationHealth;

/** What a pad should show: lit for one invitation, or at rest. */
export interface PadState {
  invitationId: string | null;
}

export interface PadPress {
  level: Level;
  /** The one that was lit when the key went down. */
  invitationId: string;
  pressedAt: Date;
}
