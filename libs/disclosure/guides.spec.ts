import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../hall/actor.js';
import { DAY, SmallHall } from '../hall/hall.fixture.js';
import { inForceOn } from './apply-guides.js';
import { wholeGuide } from './guide.fixture.js';
import type { GuideDocument } from './guide.js';
import { publishGuide, withdrawGuide } from './publish-guide.js';
import { importGuides, saveGuide } from './save-guide.js';

const APPROVER: Actor = {
  ...{ kind: 'person', personId: 'approver', sessionId: 'session', roles: ['approver'], counterId: null },
};
const LATER = '2026-03-05';

let hall: SmallHall;
beforeEach(() => {
  hall = new SmallHall();
});

const input = (document: GuideDocument) => ({
  matterId: null,
  document,
  documentHash: `hash of ${document.name}`,
});
const save = (document = wholeGuide(), guideId: string | null = null) =>
  String(hall.give(saveGuide, { guideId, ...input(document) }, APPROVER)['guideId']);
const publish = (guideId: string, version = 1, effectiveFrom = DAY) =>
  hall.give(publishGuide, { guideId, version, effectiveFrom }, APPROVER);
const shown = (guideId: string, day = DAY) => {
  const guide = hall.state.guides.get(guideId);
  return guide ? (inForceOn(guide, day)?.version ?? null) : null;
};

describe('a draft', () => {
  it('is a version more, tells the public nothing, and leaves no word in the chain', () => {
    const id = save();
    save(wholeGuide({ legalBasis: '' }), id);
    expect(hall.state.guides.get(id)?.versions.map(({ version, empty }) => [version, empty])).toEqual([
      [1, []],
      [2, ['legalBasis']],
    ]);
    expect(shown(id)).toBeNull();
    expect(JSON.stringify(hall.facts)).not.toContain('居民身份证法');
  });

  it('takes no other guide’s code, and none of a matter that no queue takes', () => {
    save();
    expect(() => save()).toThrow('guide-code-taken');
    const stranger = { ...input(wholeGuide({ code: 'T-2' })), guideId: null, matterId: 'nowhere' };
    expect(() => hall.give(saveGuide, stranger, APPROVER)).toThrow('matter-unknown');
    expect(() => save(wholeGuide(), 'nobody')).toThrow('guide-unknown');
  });
});

describe('many at once', () => {
  it('make new guides and new versions of those whose code is known', () => {
    const id = save();
    const guides = [wholeGuide({ name: '新名' }), wholeGuide({ code: 'T-2' })].map(input);
    expect(hall.give(importGuides, { guides }, APPROVER)).toEqual({ created: 1, revised: 1 });
    expect(hall.state.guides.get(id)?.versions).toHaveLength(2);
    expect(hall.state.guides.size).toBe(2);
  });

  it('are all taken or none', () => {
    const guides = [wholeGuide(), wholeGuide({ code: 'T-2' }), wholeGuide()].map(input);
    expect(() => hall.give(importGuides, { guides }, APPROVER)).toThrow('guide-code-twice');
    expect(hall.state.guides.size).toBe(0);
  });
});

describe('publishing', () => {
  it('is refused while an item of the hall’s list is empty, and names the items (requirement 96)', () => {
    const id = save(wholeGuide({ legalBasis: '', supervisor: '' }));
    expect(() => publish(id)).toThrow(
      expect.objectContaining({ code: 'guide-incomplete', params: { items: '法律依据、监督机构' } }),
    );
  });

  it.each([
    ['five', 'guide-incomplete'],
    ['eight', null],
    ['ten', null],
  ] as const)('asks for what the hall has bound itself to: the %s (requirements 95, 97)', (list, refusal) => {
    hall.state.config = { ...hall.state.config, disclosure: { list } };
    const id = save(wholeGuide({ result: '' }));
    if (refusal === null) expect(publish(id)).toEqual({});
    else expect(() => publish(id)).toThrow(refusal);
  });

  it('shows a version from its day on, and the one before until then', () => {
    const id = save();
    publish(id);
    save(wholeGuide({ name: '新名' }), id);
    publish(id, 2, LATER);
    expect([shown(id), shown(id, '2026-03-04'), shown(id, LATER), shown(id, '2027-01-01')]).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('is for today or later, forward only, and of what there is', () => {
    const id = save();
    expect(() => publish(id, 1, '2026-03-01')).toThrow('effective-date-past');
    expect(() => publish(id, 2)).toThrow('guide-unknown');
    save(wholeGuide(), id);
    publish(id, 2);
    expect(() => publish(id, 1)).toThrow('guide-version-old');
    expect(() => publish(id, 2)).toThrow('guide-version-old');
  });
});

describe('withdrawing (requirement 106)', () => {
  it('takes back what is shown and what was to come; an earlier version may then be published again', () => {
    const id = save();
    publish(id);
    save(wholeGuide(), id);
    publish(id, 2, LATER);
    hall.give(withdrawGuide, { guideId: id, reason: 'content-wrong' }, APPROVER);
    expect([shown(id), shown(id, LATER)]).toEqual([null, null]);
    publish(id, 1);
    expect([shown(id), shown(id, LATER)]).toEqual([1, 1]);
  });

  it('is refused where nothing is published', () => {
    const id = save();
    expect(() => hall.give(withdrawGuide, { guideId: id, reason: 'matter-ended' }, APPROVER)).toThrow(
      'guide-not-published',
    );
  });
});
