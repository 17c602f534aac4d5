import { expect, it } from 'vitest';
import { SmallHall } from '../hall/hall.fixture.js';
import { deviceOf } from '../hall/lookup.js';
import { standing } from './standing.js';

const hall = new SmallHall();
const at = hall.at;
hall.state.enrolled = new Set(['agent', 'board', 'kiosk']);

it.each([
  ['board', ['board'], null, 'done', 'well'],
  ['board', [], null, 'failed', 'unreachable'],
  ['board', ['board'], 'sound-blocked', 'failed', 'sound-blocked'],
  ['bare-kiosk', ['bare-kiosk'], null, 'failed', 'not-enrolled'],
  ['printer', ['agent'], 'ready', 'done', 'well'],
  ['printer', ['agent'], 'paper-low', 'done', 'paper-low'],
  ['printer', ['agent'], 'paper-out', 'failed', 'paper-out'],
  ['printer', ['agent'], null, 'failed', 'unreachable'],
  ['printer', [], 'ready', 'failed', 'agent-away'],
])('%s, of %j connected, that said %s: %s, %s', (deviceId, connected, said, outcome, words) => {
  hall.state.reports = new Map(said === null ? [] : [[deviceId, { state: said, cause: null, since: at }]]);
  const device = deviceOf(hall.state, deviceId);
  expect(standing(hall.state, device, new Set(connected))).toEqual({ outcome, words });
});
