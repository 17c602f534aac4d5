import type { GuideEvent } from '#libs/disclosure/guide-event';
import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { Row, RowWrite } from '../ledger/row-writes.js';

export function projectGuides(
  { hallId }: HallState,
  { at, actor }: HallEvent,
  fact: GuideEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  const { guideId } = fact;
  const set = (version: number, row: Row): RowWrite => ({
    ...{ table: 'guide_version', write: 'set', by: { guideId, version }, row },
  });
  switch (fact.type) {
    case 'guide-saved': {
      if (attachment?.kind !== 'guides') return [];
      const { type: _type, ...columns } = fact;
      const document = JSON.stringify(attachment.documents[guideId]);
      const row = {
        ...{ ...columns, hallId, document, savedAt: at, savedBy: actor, effectiveFrom: null },
        ...{ publishedAt: null, publishedBy: null, withdrawnAt: null, withdrawReason: null },
      };
      return [{ table: 'guide_version', write: 'insert', row }];
    }
    case 'guide-published': {
      const { effectiveFrom } = fact;
      const row = { effectiveFrom, publishedAt: at, publishedBy: actor };
      return [set(fact.version, { ...row, withdrawnAt: null, withdrawReason: null })];
    }
    case 'guide-withdrawn':
      return fact.versions.map((version) => set(version, { withdrawnAt: at, withdrawReason: fact.reason }));
  }
}
