import type { HallConfig } from '../hall/config.js';

/** GET /api/halls/:hallId/config: what `configure-hall` is given back, changed, with this version as `basedOn`. */
export interface ConfigInForce {
  version: number;
  document: HallConfig;
  /** The hall's clerks, whose skills the document may tell. */
  clerks: { id: string; name: string; staffNumber: string }[];
}
