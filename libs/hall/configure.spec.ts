import { describe, expect, it } from 'vitest';
import type { HallConfig } from './config.js';
import { configureHall, faultOf } from './configure.js';
import { NEXT, SmallHall, STRANGER, SYSTEM } from './hall.fixture.js';
import { smallConfig } from './small-config.fixture.js';
import { next } from '../queueing/call.js';

const give = (hall: SmallHall, document: HallConfig) =>
  hall.give(configureHall, { document, documentHash: 'hash' }, SYSTEM);
type Kind = 'zones' | 'counters' | 'queues' | 'devices';

/** The small hall with one thing more of a kind: the first one's copy, changed. */
function more(kind: Kind, change: object): HallConfig {
  const config = smallConfig();
  return { ...config, [kind]: [...config[kind], { ...config[kind].at(0), ...change }] };
}

const withRoutes = (...routes: string[][]): HallConfig => ({
  ...smallConfig(),
  routes: routes.map((queueIds) => ({ id: 'route-1', name: '流程', nameEn: 'Route', queueIds })),
});

const LI = { personId: 'li', queueIds: ['queue-a'] };
const withSkills = (...skills: HallConfig['skills']): HallConfig => ({ ...smallConfig(), skills });

describe('a configuration that contradicts itself is refused, and the contradiction named', () => {
  it.each<[string, HallConfig]>([
    ['counter-twice 1', more('counters', { id: 'counter-9' })],
    ['prefix-twice A', more('queues', { id: 'queue-z' })],
    ['id-twice queue-a', more('queues', { prefix: 'Z' })],
    ['id-twice counter-1', more('counters', { number: 9 })],
    ['id-twice board', more('devices', { id: 'board' })],
    ['id-twice queue-a', more('zones', { id: 'queue-a' })],
    ['zone-unknown nowhere', more('counters', { id: 'counter-9', number: 9, zoneId: 'nowhere' })],
    ['zone-unknown nowhere', more('queues', { id: 'queue-z', prefix: 'Z', zoneId: 'nowhere' })],
    ['zone-unknown nowhere', more('devices', { id: 'sign', kind: 'sign', zoneId: 'nowhere' })],
    ['queue-unknown queue-z', more('counters', { id: 'counter-9', number: 9, queueIds: ['queue-z'] })],
    ['queue-unknown queue-z', more('counters', { id: 'counter-9', number: 9, backupQueueIds: ['queue-z'] })],
    ['queue-unknown queue-z', withRoutes(['queue-a', 'queue-z'])],
    ['route-twice route-1', withRoutes(['queue-a', 'queue-b'], ['queue-b', 'queue-a'])],
    ['counter-unknown counter-9', more('devices', { id: 'sign', kind: 'sign', counterId: 'counter-9' })],
    ['agent-unknown board', more('devices', { id: 'pad-3', kind: 'evaluator-pad', agentId: 'board' })],
    ['queue-unknown queue-z', withSkills({ personId: 'li', queueIds: ['queue-z'] })],
    ['skills-twice li', withSkills(LI, LI)],
    ['person-unknown stranger', withSkills(LI, { ...LI, personId: STRANGER })],
    ['printer-unknown pad-2', more('devices', { id: 'kiosk-3', kind: 'kiosk', printerId: 'pad-2' })],
  ])('%s', (what, document) => {
    const hall = new SmallHall();
    const { code, params } = hall.refusal(configureHall, { document, documentHash: 'hash' }, SYSTEM);
    expect([code, Object.values(params).join(' ')]).toEqual(['bad-input', what]);
    expect(hall.state.config).toEqual(smallConfig());
  });

  it('a whole one has no fault', () => {
    expect(faultOf(smallConfig())).toBeNull();
  });
});

describe('a new configuration', () => {
  it('has the next version, which every later event names', () => {
    const hall = new SmallHall();
    expect(give(hall, { ...smallConfig(), name: '新名' })).toEqual({ version: 2 });
    expect([hall.state.config.name, hall.state.configVersion]).toEqual(['新名', 2]);
    expect(hall.facts.at(-1)).toEqual({ type: 'hall-configured', version: 2, documentHash: 'hash' });
  });

  it('is refused when it was made from a version no longer in force, and says which one is', () => {
    const hall = new SmallHall();
    const changed = { document: { ...smallConfig(), name: '新名' }, documentHash: 'hash' };
    hall.give(configureHall, { ...changed, basedOn: 1 }, SYSTEM);
    const { code, params } = hall.refusal(configureHall, { ...changed, basedOn: 1 }, SYSTEM);
    expect([code, params]).toEqual(['out-of-date', { version: 2 }]);
    expect(hall.give(configureHall, { ...changed, basedOn: 2 }, SYSTEM)).toEqual({ version: 3 });
  });

  it('takes no queue away in which somebody still has a ticket', () => {
    const hall = new SmallHall();
    const without = { ...smallConfig(), queues: smallConfig().queues.slice(1) };
    const document = {
      ...without,
      counters: without.counters.map((one) => ({ ...one, queueIds: ['queue-b'] })),
    };
    const ticketId = hall.take('queue-a');
    expect(hall.refusal(configureHall, { document, documentHash: 'hash' }, SYSTEM).params).toEqual({
      ...{ fault: 'queue-in-use', queue: 'queue-a' },
    });
    hall.state.tickets.delete(ticketId);
    hall.state.lines.clear();
    give(hall, document);
  });

  it('takes no counter away at which somebody sits', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-3');
    hall.take();
    hall.give(next, NEXT, clerk);
    const document = { ...smallConfig(), counters: smallConfig().counters.slice(0, 2) };
    expect(hall.refusal(configureHall, { document, documentHash: 'hash' }, SYSTEM).params).toEqual({
      ...{ fault: 'counter-in-use', counter: 'counter-3' },
    });
  });
});
