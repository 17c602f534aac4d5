import { ENROLLED_KINDS, type Device } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';
import { failed, passed, wordOf, type TestResult } from './device-test.js';

/** What says that a device works, without anybody trying it. */
interface Lines {
  has(deviceId: string): boolean;
}

/** A printer prints on while its paper is low or a slip hangs in its mouth. */
const WORKS: readonly string[] = ['ready', 'paper-low', 'slip-left'];

/** How a device stands, by what is known of it: a screen by its line, a device on a wire by what its agent last said. */
export function standing(state: HallState, device: Device, connected: Lines): TestResult {
  const said = state.reports.get(device.id)?.state;
  if (ENROLLED_KINDS.some((kind) => kind === device.kind)) {
    if (!state.enrolled.has(device.id)) return failed('not-enrolled');
    if (!connected.has(device.id)) return failed('unreachable');
    return said === 'sound-blocked' ? failed('sound-blocked') : passed('well');
  }
  if (!connected.has(device.agentId ?? '')) return failed('agent-away');
  if (said === 'ready') return passed('well');
  return WORKS.includes(said ?? '') ? passed(wordOf(said ?? '')) : failed(wordOf(said ?? 'unreachable'));
}
