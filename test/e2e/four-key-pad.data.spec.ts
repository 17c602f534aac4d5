import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInvitationAt } from '#libs/evaluation/invitation';
import { PrismaClient } from '#prisma/client/client';
import { Ledger } from '../../apps/server/src/ledger/ledger.js';
import { BenchDevices, PAD_ADDRESS, PAD_COUNTER } from '../support/browser-devices.js';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';
import { CLOSING } from './visits.fixture.js';

/** Keys of the four-key pad as the field has them (hardware.md 4.a): 3 is 非常满意, 0 is 不满意. */
const VERY_SATISFIED = 3;
const SATISFIED = 2;
const DISSATISFIED = 0;
const PATIENCE_MS = 20_000;

let devices: BenchDevices;
let hall: TestHall;
let guide: Client;
let clerk: Client;
let page: Looking;
let detach: () => Promise<void>;

beforeAll(async () => {
  devices = await BenchDevices.start();
  hall = await TestHall.start({ change: (config) => onlyWiredAt(devices.furnish(config, 'hall')) });
  await hall.hire('guide', ['guide']);
  guide = await hall.signIn('guide', null);
  clerk = await hall.clerk(PAD_COUNTER);
  page = clerk.look({ page: 'counter' });
  detach = await devices.attach(hall);
});
afterAll(async () => {
  page.socket.close();
  await detach();
  await hall.stop();
  await devices.close();
});

/** The counter has the wired pad and no pad page. */
function onlyWiredAt<T extends { devices: { id: string }[] }>(config: T): T {
  return { ...config, devices: config.devices.filter(({ id }) => id !== `hall-pad-${PAD_COUNTER}`) };
}

const bus = () => devices.pad.bus;
const evaluations = (ticketId: string) =>
  hall.server.app.get(PrismaClient).evaluation.findMany({ where: { ticketId } });
const lit = () =>
  hall.server.app
    .get(Ledger)
    .hall('hall', (state) => openInvitationAt(state, `hall-counter-${PAD_COUNTER}`)?.id);

/** A visit at the counter of the pad, until the pad asks for a rating. */
async function visit(): Promise<{ ticketId: string; number: string }> {
  const { ticketId, number } = await guide.do('issue', { queueId: 'hall-queue-a', matterId: null });
  const asked = bus().told(PAD_ADDRESS).length;
  await clerk.do('next', { seen: null, confirmed: false });
  await clerk.do('begin', { ticketId });
  hall.clock.moveBy(5 * 60_000);
  await clerk.do('finish', { ticketId, ...CLOSING });
  await devices.pad.until(() => bus().told(PAD_ADDRESS).length > asked && bus().lit(PAD_ADDRESS));
  return { ticketId: String(ticketId), number: String(number) };
}

async function press(key: number): Promise<void> {
  bus().press(PAD_ADDRESS, key);
  await devices.pad.until(() => bus().acknowledged(PAD_ADDRESS));
}

/** The clerk's page says how it stands with the rating of a visit. */
const told = (visited: string, rating: 'rated' | 'not-rated') =>
  page.sees(
    'counter',
    ({ lastVisit }) => lastVisit?.number === visited && lastVisit.rating === rating,
    PATIENCE_MS,
  );

it('a key rates the visit that was just finished: its counter, its person (requirements 6, 117, 121)', async () => {
  const { ticketId, number } = await visit();
  await press(VERY_SATISFIED);
  await told(number, 'rated');
  expect(await evaluations(ticketId)).toMatchObject([
    { level: 5, counterId: 'hall-counter-2', personId: 'person-clerk-hall-2', deviceId: 'hall-keypad' },
  ]);
});

it('a key pressed again and another after it change nothing', async () => {
  const first = await visit();
  await press(DISSATISFIED);
  await told(first.number, 'rated');
  await press(DISSATISFIED);
  await press(VERY_SATISFIED);
  const second = await visit();
  await press(SATISFIED);
  await told(second.number, 'rated');
  expect((await evaluations(first.ticketId)).map(({ level }) => level)).toEqual([2]);
  expect((await evaluations(second.ticketId)).map(({ level }) => level)).toEqual([4]);
});

it('a late key is taken off the pad and rates nobody: not its own visit, not the next one', async () => {
  const late = await visit();
  hall.clock.moveBy(45_000);
  await told(late.number, 'not-rated');
  await press(DISSATISFIED);
  const next = await visit();
  await press(VERY_SATISFIED);
  await told(next.number, 'rated');
  expect(await evaluations(late.ticketId)).toEqual([]);
  expect((await evaluations(next.ticketId)).map(({ level }) => level)).toEqual([5]);
});

it('a key pressed while the server is away is kept, and rates the visit it was pressed for at its true time', async () => {
  const { ticketId, number } = await visit();
  const invitationId = await lit();
  const pressed = hall.clock.now().getTime();
  await hall.restart(() => press(DISSATISFIED));
  await told(number, 'rated');
  const [evaluation, ...more] = await evaluations(ticketId);
  expect([evaluation?.level, evaluation?.invitationId, more]).toEqual([2, invitationId, []]);
  const [at, received] = [evaluation?.pressedAt.getTime() ?? 0, evaluation?.receivedAt.getTime() ?? 0];
  expect([at >= pressed, received >= at]).toEqual([true, true]);
});
