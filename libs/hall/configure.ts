import { mustFitDevices } from '../fleet/fitting-devices.js';
import { narrowest } from '../fleet/paper.js';
import { slipTemplateFaults } from '../fleet/slip-template-faults.js';
import { Refusal } from '../refusal.js';
import { calendarFaultOf } from './calendar-faults.js';
import type { ConfigFault, Doubled } from './config-fault.js';
import type { HallConfig } from './config.js';
import type { Asking, Decision } from './decision.js';
import type { HallState } from './hall-state.js';

/** Puts a whole new configuration in force; every later event names its version. Whoever names the version they changed overwrites nobody. */
export function configureHall(
  state: HallState,
  body: { document: HallConfig; documentHash: string; basedOn?: number | undefined },
  { isStaff }: Asking,
): Decision<{ version: number }> {
  if (body.basedOn !== undefined && body.basedOn !== state.configVersion)
    throw new Refusal('out-of-date', { version: state.configVersion });
  const fault =
    faultOf(body.document) ?? missedBy(state, body.document) ?? strangerAmong(body.document, isStaff);
  if (fault) throw new Refusal('bad-input', fault);
  mustFitDevices(body.document);
  const version = state.configVersion + 1;
  return {
    facts: [{ type: 'hall-configured', version, documentHash: body.documentHash }],
    answer: { version },
    attachment: { kind: 'config', document: body.document },
  };
}

/** What in a configuration contradicts itself, named; null when nothing does. */
export function faultOf(config: HallConfig): ConfigFault | null {
  const { zones, counters, queues, devices, routes, callOrder } = config;
  const numbers = counters.map(({ number }) => number);
  const prefixes = queues.map(({ prefix }) => prefix);
  const agents = devices.filter(({ kind }) => kind === 'agent');
  const printers = devices.filter(({ kind }) => kind === 'slip-printer');
  return (
    twice('counter', numbers) ??
    twice('prefix', prefixes) ??
    twice('id', ids([...zones, ...queues, ...counters, ...devices])) ??
    strange('zone', named([...counters, ...queues, ...devices], 'zoneId'), zones) ??
    twice('priority-group', ids(callOrder.groups)) ??
    twice('route', ids(routes)) ??
    strange('queue', queuesNamed(config), queues) ??
    twice(
      'appointments',
      config.appointments.map(({ queueId, kind }) => `${queueId} ${kind}`),
    ) ??
    twice('skills', named(config.skills, 'personId')) ??
    twice('department', ids(config.enquiries.departments)) ??
    strange('counter', named(devices, 'counterId'), counters) ??
    strange('agent', named(devices, 'agentId'), agents) ??
    strange('printer', named(devices, 'printerId'), printers) ??
    calendarFaultOf(config) ??
    slipFaultOf(config)
  );
}

/** The slip must fit every printer of the hall. */
function slipFaultOf({ slipTemplate, devices }: HallConfig): ConfigFault | null {
  const paper = narrowest(devices.map(({ driver }) => driver));
  return slipTemplateFaults(slipTemplate, paper)[0] ?? null;
}

/** The queues that counters take, of their own or to help out, that people may serve, that routes lead through, and that can be booked. */
const queuesNamed = ({ counters, routes, appointments, skills }: HallConfig): string[] => [
  ...named(appointments, 'queueId'),
  ...counters.flatMap(({ queueIds, backupQueueIds }) => [...queueIds, ...backupQueueIds]),
  ...[...routes, ...skills].flatMap(({ queueIds }) => queueIds),
];

/** What a new configuration leaves out though somebody waits in it or sits at it; null when nothing. */
function missedBy(state: HallState, { queues, counters }: HallConfig): ConfigFault | null {
  const held = [...state.tickets.values()];
  const taken = [
    ...[...state.sessions.values()].map(({ counterId }) => counterId),
    ...held.flatMap(({ counterId, targetCounterId }) => [counterId, targetCounterId]),
  ];
  const booked = [...state.bookings.values()].filter(({ status }) => status === 'booked');
  const queueIds = [
    ...held.flatMap(({ queueId, route }) => [queueId, ...route]),
    ...[...booked, ...state.homeVisits.values()].map(({ queueId }) => queueId),
  ];
  const queue = queueIds.find((id) => !ids(queues).includes(id));
  const counter = taken.find((id) => id !== null && !ids(counters).includes(id));
  if (queue) return { fault: 'queue-in-use', queue };
  return counter ? { fault: 'counter-in-use', counter } : null;
}

/** Somebody whose skill is told and who does not work here. */
function strangerAmong({ skills }: HallConfig, isStaff: Asking['isStaff']): ConfigFault | null {
  const stranger = skills.find(({ personId }) => !isStaff(personId));
  return stranger ? { fault: 'person-unknown', person: stranger.personId } : null;
}

interface Thing {
  readonly id: string;
}

const ids = (things: readonly Thing[]): string[] => things.map(({ id }) => id);

/** The ids that things name under a key, where they name one. */
const named = <Key extends string>(
  things: readonly { readonly [key in Key]?: string | undefined }[],
  key: Key,
): string[] => things.flatMap((thing) => thing[key] ?? []);

function twice(what: Doubled, values: readonly (string | number)[]): ConfigFault | null {
  const double = values.find((value, place) => values.indexOf(value) !== place);
  return double === undefined ? null : { fault: `${what}-twice`, [what]: String(double) };
}

function strange(
  what: 'zone' | 'queue' | 'counter' | 'agent' | 'printer',
  asked: readonly string[],
  things: readonly Thing[],
): ConfigFault | null {
  const known = new Set(ids(things));
  const unknown = asked.find((id) => !known.has(id));
  return unknown === undefined ? null : { fault: `${what}-unknown`, [what]: unknown };
}
