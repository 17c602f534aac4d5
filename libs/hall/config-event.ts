/** The document itself stands in its own row; the hash makes it part of the chain. */
export type ConfigEvent =
  | { type: 'hall-configured'; version: number; documentHash: string }
  | { type: 'day-closed'; day: string; nextDay: string };
