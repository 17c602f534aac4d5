import { describe, expect, it } from 'vitest';
import { AGENT, device, PAD } from '../hall/hall.fixture.js';
import { LEVELS } from './levels.js';
import { explain, rate } from './rate.js';
import { RatingHall } from './rating.fixture.js';
import { TAGS, TAGS_VERSION } from './tags.js';

function rated(level: (typeof LEVELS)[number]) {
  const hall = new RatingHall();
  const { lit: invitationId } = hall;
  hall.give(rate, { invitationId, level }, PAD);
  return { hall, invitationId };
}

describe('reasons, after the level (facts/evaluation.md 1.3)', () => {
  it.each(LEVELS)('may be the standard ones of level %i, each once, in order', (level) => {
    const { hall, invitationId } = rated(level);
    const codes = TAGS[level].map(({ code }) => code);
    hall.give(explain, { invitationId, tags: [...codes].reverse(), words: '' }, PAD);
    expect(hall.facts.at(-1)).toMatchObject({ tags: codes, tagsVersion: TAGS_VERSION, hasWords: false });
  });

  it('said twice are kept once', () => {
    const { hall, invitationId } = rated(5);
    hall.give(explain, { invitationId, tags: [517, 510, 517], words: '' }, PAD);
    expect(hall.facts.at(-1)).toMatchObject({ tags: [510, 517] });
  });

  it.each([[[115]], [[517, 115]], [[999]]])('of another level are refused: %j', (tags) => {
    const { hall, invitationId } = rated(5);
    expect(hall.refused(explain, { invitationId, tags, words: '' }, PAD)).toBe('reasons-of-other-level');
  });

  it('are given once', () => {
    const { hall, invitationId } = rated(4);
    hall.give(explain, { invitationId, tags: [], words: '还行' }, PAD);
    expect(hall.refused(explain, { invitationId, tags: [], words: '改主意' }, PAD)).toBe('reasons-given');
  });

  it('are offered for a while: then the pad belongs to the next visitor', () => {
    const { hall, invitationId } = rated(4);
    hall.pass(45);
    hall.give(explain, { invitationId, tags: [413], words: '' }, PAD);
    const late = rated(4);
    late.hall.pass(46);
    expect(late.hall.refused(explain, { invitationId: late.invitationId, tags: [413], words: '' }, PAD)).toBe(
      'invitation-over',
    );
  });

  it('need a level first, and come from that counter’s own pad page', () => {
    const hall = new RatingHall();
    const body = { invitationId: hall.lit, tags: [], words: '好' };
    expect(hall.refused(explain, body, PAD)).toBe('invitation-over');
    hall.give(rate, { invitationId: hall.lit || body.invitationId, level: 5 }, PAD);
    for (const actor of [AGENT, device('pad-2', 'pad')])
      expect(hall.refused(explain, body, actor)).toBe('not-allowed');
  });
});

describe('the public’s own words', () => {
  it('never stand in what happened, only beside it, where they can be purged', () => {
    const { hall, invitationId } = rated(1);
    const words = '  等了两个小时，李某态度不好  ';
    const decision = explain(hall.state, { invitationId, tags: [], words }, hall.asking(PAD));
    expect(JSON.stringify([decision.facts, decision.answer])).not.toContain('两个小时');
    expect(decision.facts[0]).toMatchObject({ hasWords: true });
    expect(decision.attachment).toMatchObject({ kind: 'words', words: words.trim() });
  });

  it('that are blank are none', () => {
    const { hall, invitationId } = rated(1);
    const decision = explain(hall.state, { invitationId, tags: [115], words: '  \n ' }, hall.asking(PAD));
    expect(decision.facts[0]).toMatchObject({ hasWords: false });
    expect(decision.attachment).toBeUndefined();
  });
});
