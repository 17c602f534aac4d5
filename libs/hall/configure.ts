import { Refusal } from '../refusal.js';
import type { HallConfig } from './config.js';
import type { Decision } from './decision.js';
import type { HallState } from './hall-state.js';

/** Puts a whole new configuration in force; every later event names its version. */
export function configureHall(
  state: HallState,
  body: { document: HallConfig; documentHash: string },
): Decision<{ version: number }> {
  const fault = faultOf(body.document);
  if (fault) throw new Refusal('bad-input', { what: fault });
  const version = state.configVersion + 1;
  return {
    facts: [{ type: 'hall-configured', version, documentHash: body.documentHash }],
    answer: { version },
    attachment: { kind: 'config', document: body.document },
  };
}

/** What in a configuration contradicts itself, named; null when nothing does. */
export function faultOf(config: HallConfig): string | null {
  const zones = new Set(config.zones.map(({ id }) => id));
  const queues = new Set(config.queues.map(({ id }) => id));
  const counters = new Set(config.counters.map(({ id }) => id));
  const devices = new Set(config.devices.map(({ id }) => id));
  return (
    twice(
      'counter',
      config.counters.map(({ number }) => number),
    ) ??
    twice(
      'prefix',
      config.queues.map(({ prefix }) => prefix),
    ) ??
    twice('id', [...zones, ...queues, ...counters, ...devices]) ??
    strange(
      'zone',
      [...config.counters, ...config.queues].map(({ zoneId }) => zoneId),
      zones,
    ) ??
    strange(
      'queue',
      config.counters.flatMap(({ queueIds }) => queueIds),
      queues,
    ) ??
    strange(
      'counter',
      config.devices.flatMap(({ counterId }) => counterId ?? []),
      counters,
    ) ??
    strange(
      'device',
      config.devices.flatMap(({ agentId, printerId }) => [agentId ?? [], printerId ?? []].flat()),
      devices,
    )
  );
}

function twice(what: string, values: readonly (string | number)[]): string | null {
  const double = values.find((value, place) => values.indexOf(value) !== place);
  return double === undefined ? null : `${what} ${double} twice`;
}

function strange(what: string, named: readonly string[], known: ReadonlySet<string>): string | null {
  const unknown = named.find((id) => !known.has(id));
  return unknown === undefined ? null : `${what} ${unknown} unknown`;
}
