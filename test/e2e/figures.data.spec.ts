import { afterAll, beforeAll, expect, it } from 'vitest';
import { figures, type Figures } from '#libs/contracts/rest';
import { TestHall } from '../support/test-hall.js';
import { Visits } from './visits.fixture.js';

let hall: TestHall;
let visits: Visits;
beforeAll(async () => {
  hall = await TestHall.start();
  visits = await Visits.open(hall);
});
afterAll(() => hall.stop());

/** As anyone reads them. */
const read = async (): Promise<Figures> =>
  figures.parse(await (await hall.nobody().rest('GET', '/api/halls/hall/figures')).json());
const levels = ({ levels: all }: Figures) => all.map(({ count }) => count);
const WITHHELD = [null, null, null, null, null];

async function rated(level: number): Promise<void> {
  const { invitationId } = await visits.visit(4.5);
  await visits.pad.do('rate', { invitationId, level });
}

it('at first nothing was drawn from anybody: counts are nought, the rest is withheld', async () => {
  expect(await read()).toMatchObject({
    ...{ day: '2026-03-02', issued: 0, served: 0, waitingNow: 0, rated: null },
    ...{ averageWaitMinutes: null, p80WaitMinutes: null },
  });
});

it('waits and ratings of fewer than five people are withheld (facts/evaluation.md, public figures)', async () => {
  for (const level of [5, 5, 5, 5]) await rated(level);
  const said = await read();
  expect(said).toMatchObject({
    issued: 4,
    served: 4,
    averageWaitMinutes: null,
    p80WaitMinutes: null,
    rated: null,
  });
  expect(levels(said)).toEqual(WITHHELD);
});

it('of five and more they are told', async () => {
  await rated(5);
  const said = await read();
  expect(said).toMatchObject({ issued: 5, averageWaitMinutes: 5, p80WaitMinutes: 5, rated: 5 });
  expect(levels(said)).toEqual([5, 0, 0, 0, 0]);
});

it('one poor rating cannot be read off the others by subtraction (requirement 138)', async () => {
  await rated(1);
  const said = await read();
  expect(said.rated).toBe(6);
  expect(levels(said)).toEqual(WITHHELD);
});

it('two poor ratings in two levels cannot either', async () => {
  await rated(2);
  for (const level of [4, 4, 4, 4, 4]) await rated(level);
  const said = await read();
  expect(said.rated).toBe(12);
  const shown = levels(said).filter((count) => count !== null);
  expect(shown).toHaveLength(1);
  expect(12 - (shown[0] ?? 0)).toBeGreaterThanOrEqual(5);
});

it('waits are told in whole minutes, never rounded down: on average, and for four in five', async () => {
  await visits.take();
  hall.clock.moveBy(60 * 60_000);
  await visits.clerk.do('next', { seen: null, confirmed: false });
  expect(await read()).toMatchObject({ issued: 13, averageWaitMinutes: 9, p80WaitMinutes: 5, waitingNow: 0 });
});

it('who waits now is told at once, queue by queue', async () => {
  await visits.take('hall-queue-b');
  const { queues, waitingNow } = await read();
  expect(waitingNow).toBe(1);
  const told = queues.map(({ prefix, waiting, issued }) => ({ prefix, waiting, issued }));
  expect(told).toEqual([
    { prefix: 'A', waiting: 0, issued: 13 },
    { prefix: 'B', waiting: 1, issued: 1 },
  ]);
});

it('yesterday’s figures are not today’s; a hall that is not there has none', async () => {
  hall.clock.moveBy(24 * 3_600_000);
  expect(await read()).toMatchObject({ day: '2026-03-03', issued: 0, rated: null });
  expect((await hall.nobody().rest('GET', '/api/halls/nowhere/figures')).status).toBe(404);
});
