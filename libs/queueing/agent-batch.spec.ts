import { describe, expect, it } from 'vitest';
import { BARE_KIOSK, SmallHall } from '../hall/hall.fixture.js';
import { visitor } from '../persons/persons.fixture.js';
import { issueAgentBatch, type AgentBatchBody } from './agent-batch.js';
import { next } from './call.js';
import { issue } from './issue.js';

const AGENT = visitor({ name: '代办员', phoneHash: 'agent' });
const item = (letter: string, phoneHash: string | null = null): AgentBatchBody['items'][number] => ({
  ...{ queueId: `queue-${letter}`, matterId: 'matter-a' },
  visitor: phoneHash === null ? null : visitor({ phoneHash }),
});

describe('代办 (requirements 24, 25)', () => {
  const open = () => {
    const hall = new SmallHall();
    return { hall, guide: hall.sit(null, 'guide', ['guide']) };
  };

  it('each case enters its queue at once, behind whoever waits there, with the others of its batch', () => {
    const { hall, guide } = open();
    hall.take();
    const answer = hall.give(
      issueAgentBatch,
      { visitor: AGENT, items: [item('a'), item('b'), item('a')] },
      guide,
    );
    expect(answer['tickets']).toMatchObject([
      { number: 'A002', ahead: 1 },
      { number: 'B001', ahead: 0 },
      { number: 'A003', ahead: 2 },
    ]);
    expect(hall.numbers()).toEqual(['A001', 'A002', 'A003']);
    const tickets = [...hall.state.tickets.values()].filter(({ batchId }) => batchId === answer['batchId']);
    expect(tickets.map(({ batchSize }) => batchSize)).toEqual([3, 3, 3]);
    const clerk = hall.sit('counter-1');
    expect(hall.give(next, { seen: null, confirmed: false }, clerk)).toMatchObject({
      called: { number: 'A001' },
    });
  });

  it('keeps who the agent is and whom each case is for', () => {
    const { hall, guide } = open();
    hall.give(issueAgentBatch, { visitor: AGENT, items: [item('a', 'one'), item('a', 'two')] }, guide);
    const known = [...hall.state.visitors.values()].map(({ phoneHash }) => phoneHash);
    expect(known).toEqual(['agent', 'one', 'two']);
    const registered = hall.facts.find(({ type }) => type === 'agent-registered');
    expect(registered).toMatchObject({ personId: 'guide', size: 2, visitorId: expect.any(String) });
  });

  it('is refused as a whole where one case cannot be taken: nobody is left with half of it', () => {
    const { hall, guide } = open();
    const give = (body: AgentBatchBody) => hall.refused(issueAgentBatch, body, guide);
    expect(give({ visitor: AGENT, items: [item('a'), item('z')] })).toBe('queue-unknown');
    expect(give({ visitor: AGENT, items: [item('a', 'same'), item('a', 'same')] })).toBe('already-waiting');
    expect(give({ visitor: visitor({ phoneHash: 'x' }), items: [item('a')] })).toBe('agent-needed');
    expect(hall.refused(issueAgentBatch, { visitor: AGENT, items: [item('a')] }, BARE_KIOSK)).toBe(
      'not-allowed',
    );
    expect(hall.numbers()).toEqual([]);
  });

  it('counts against the numbers of the day', () => {
    const hall = new SmallHall((config) => ({
      ...config,
      queues: config.queues.map((queue) => ({ ...queue, quota: { daily: 1, periods: [] } })),
    }));
    const guide = hall.sit(null, 'guide', ['guide']);
    const two = { visitor: AGENT, items: [item('a'), item('a')] };
    expect(hall.refused(issueAgentBatch, two, guide)).toBe('sold-out');
    hall.give(issue, { queueId: 'queue-a', matterId: null }, BARE_KIOSK);
  });
});
