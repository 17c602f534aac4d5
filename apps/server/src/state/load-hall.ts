import { startOfDay } from '#libs/calendar/business-day';
import { emptyHall, type HallState } from '#libs/hall/hall-state';
import { hallConfig } from '#libs/contracts/hall-config';
import { SLIPS_KEPT } from '#libs/fleet/apply-fleet';
import { SLIP_OUTCOMES } from '#libs/fleet/fleet-event';
import { CALLS_KEPT, put } from '#libs/queueing/apply-queueing';
import type { TicketStatus } from '#libs/queueing/ticket';
import type { PrismaClient } from '#prisma/client/client';
import { loadBookings, loadHomeVisits } from './load-bookings.js';
import { loadDevices } from './load-devices.js';
import { loadDesks } from './load-desks.js';
import { loadSignatures } from './load-signatures.js';
import { loadGuides } from './load-guides.js';
import { loadVisitors } from './load-visitors.js';
import { loadEnquiries } from './load-enquiries.js';
import { loadPublications } from './load-publications.js';
import { loadInvitations } from './load-invitations.js';

const OPEN: TicketStatus[] = ['waiting', 'called', 'serving', 'parked', 'missed', 'carried'];

/** A hall as its rows tell it: what `apply` would have made of the events. */
export async function loadHall(prisma: PrismaClient, hallId: string, sequence: number): Promise<HallState> {
  const ledger = await prisma.ledger.findUniqueOrThrow({ where: { id: hallId } });
  const version = await prisma.hallConfigVersion.findFirst({
    where: { hallId },
    orderBy: { version: 'desc' },
  });
  const config = hallConfig.parse(version ? JSON.parse(version.document) : NOT_CONFIGURED);
  const state = emptyHall(hallId, config, ledger.day);
  state.sequence = sequence;
  state.configVersion = version?.version ?? 0;
  await loadTickets(prisma, state);
  await loadCalls(prisma, state);
  await loadDesks(prisma, state);
  await loadInvitations(prisma, state);
  await loadFleet(prisma, state);
  await loadBookings(prisma, state);
  await loadHomeVisits(prisma, state);
  await loadVisitors(prisma, state);
  await loadEnquiries(prisma, state);
  await loadSignatures(prisma, state);
  await loadPublications(prisma, state);
  await loadGuides(prisma, state);
  return state;
}

/** Before its first configuration a hall has nothing to offer. */
const NOT_CONFIGURED = {
  ...{ name: '', nameEn: '', timeZone: 'Asia/Shanghai', complaintPhone: '', dutyChief: '' },
  ...{
    guideDesk: '',
    guideDeskEn: '',
    notices: [],
    slipHints: [],
    zones: [],
    counters: [],
    queues: [],
    devices: [],
  },
  ...{ invitationSeconds: 30, reasonSeconds: 60, quickFinishSeconds: 10 },
};

async function loadTickets(prisma: PrismaClient, state: HallState): Promise<void> {
  const { hallId } = state;
  await loadGiven(prisma, state);
  const rows = await prisma.ticket.findMany({
    where: { hallId, status: { in: OPEN } },
    orderBy: [{ rank: 'asc' }, { statusAt: 'asc' }, { id: 'asc' }], // of one rank, who came to the line first
  });
  for (const { hallId: _hallId, status, ...row } of rows) {
    const open = OPEN.find((name) => name === status);
    if (open) put(state, { ...row, status: open });
  }
}

/** The last number of each letter, and when each was given: by letter, which a ticket keeps wherever it goes. */
async function loadGiven(prisma: PrismaClient, state: HallState): Promise<void> {
  const rows = await prisma.ticket.findMany({
    where: { hallId: state.hallId, day: { gte: state.day } },
    orderBy: { serial: 'asc' },
    select: { day: true, prefix: true, serial: true, issuedAt: true },
  });
  for (const { day, prefix, serial, issuedAt } of rows) {
    const key = `${day} ${prefix}`;
    state.serials.set(key, serial);
    const given = state.given.get(key) ?? [];
    given.push(issuedAt);
    state.given.set(key, given);
  }
}

async function loadCalls(prisma: PrismaClient, state: HallState): Promise<void> {
  const calls = await prisma.call.findMany({
    where: { hallId: state.hallId },
    orderBy: { announcement: 'desc' },
    take: CALLS_KEPT,
    omit: { hallId: true, personId: true },
  });
  state.announcement = calls[0]?.announcement ?? 0;
  const start = startOfDay(state.day, state.config.timeZone);
  state.calls = calls.filter(({ at }) => at >= start);
}

async function loadFleet(prisma: PrismaClient, state: HallState): Promise<void> {
  const { hallId } = state;
  await loadDevices(prisma, state);
  for (const { deviceId, tokenHash, codeHash, codeEndsAt } of await prisma.enrolment.findMany({
    where: { hallId },
  })) {
    if (tokenHash) state.enrolled.add(deviceId);
    if (codeHash && codeEndsAt) state.codes.set(deviceId, { codeHash, endsAt: codeEndsAt });
  }
  const newest = await prisma.slipJob.findMany({
    where: { hallId },
    orderBy: { queuedAt: 'desc' },
    take: SLIPS_KEPT,
  });
  const queued = await prisma.slipJob.findMany({
    where: { hallId, endedAt: null },
    orderBy: { queuedAt: 'asc' },
  });
  for (const { hallId: _hallId, endedAt: _endedAt, outcome, ...job } of [...newest.reverse(), ...queued])
    state.slips.set(job.id, { ...job, outcome: SLIP_OUTCOMES.find((known) => known === outcome) ?? null });
}
