import type { ConfigEvent } from '#libs/hall/config-event';
import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { RowWrite } from '../ledger/row-writes.js';

export function projectConfig(
  { hallId }: HallState,
  { at }: HallEvent,
  fact: ConfigEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  switch (fact.type) {
    case 'hall-configured': {
      if (attachment?.kind !== 'config') return [];
      const document = JSON.stringify(attachment.document);
      return [
        { table: 'hall_config', write: 'insert', row: { hallId, version: fact.version, document, at } },
      ];
    }
    case 'day-closed':
      return []; // the ledger's own row carries the day
  }
}
