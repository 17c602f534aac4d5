import type { AttachedDevice } from '#libs/contracts/agent';
import { WIRED_KINDS } from '#libs/contracts/agent';
import type { HallState } from '#libs/hall/hall-state';

/** The room of one agent's sockets. */
export const agentRoom = (hallId: string, agentId: string): string => `agent ${hallId} ${agentId}`;

/** The devices on an agent's wires, as it needs to know them. */
export function attachedTo({ config }: HallState, agentId: string): AttachedDevice[] {
  return config.devices.flatMap((device) => {
    const { id, name, driver, port, address, settings } = device;
    const kind = WIRED_KINDS.find((known) => known === device.kind);
    if (device.agentId !== agentId || !kind || !driver || !port) return [];
    return [{ id, kind, name, driver, port, ...{ address, settings } }];
  });
}
