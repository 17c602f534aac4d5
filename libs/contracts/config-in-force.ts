import type { HallConfig } from '../hall/config.js';

/** GET /api/halls/:hallId/config: what `configure-hall` is given back, changed, with this version as `basedOn`. */
export interface ConfigInForce {
  version: number;
  document: HallConfig;
}
