import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { io, type Socket } from 'socket.io-client';
import type { HandAct, LabAct, LabDevice } from '#libs/contracts/lab';
import { LAB_PATH } from '#libs/contracts/lab-path';

const ANSWER_MS = 5_000;

export interface LabLine {
  /** In the bench's order. */
  devices: ShallowRef<readonly LabDevice[]>;
  /** `absent`: it was never reached. */
  state: Ref<'connecting' | 'open' | 'absent' | 'cut'>;
  /** The last act did not go through. */
  failed: Ref<boolean>;
  touch(deviceId: string, hand: HandAct): void;
}

type Bench = Socket<
  { device(device: LabDevice): void },
  { act(act: LabAct, done: (reply: { ok: boolean }) => void): void }
>;

export function useLabLine(): LabLine {
  const socket: Bench = io('/', {
    path: LAB_PATH,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 2_000,
  });
  const devices = shallowRef<readonly LabDevice[]>([]);
  const state = ref<LabLine['state']['value']>('connecting');
  const failed = ref(false);

  socket.on('connect', () => (state.value = 'open'));
  socket.on('connect_error', () => (state.value = devices.value.length > 0 ? 'cut' : 'absent'));
  socket.on('disconnect', () => (state.value = 'cut'));
  socket.on('device', (device) => (devices.value = withDevice(devices.value, device)));
  onScopeDispose(() => socket.disconnect());

  async function send(act: LabAct): Promise<void> {
    try {
      failed.value = !(await socket.timeout(ANSWER_MS).emitWithAck('act', act)).ok;
    } catch {
      failed.value = true;
    }
  }
  return { devices, state, failed, touch: (deviceId, hand) => void send({ deviceId, hand }) };
}

function withDevice(devices: readonly LabDevice[], device: LabDevice): readonly LabDevice[] {
  const known = devices.some(({ id }) => id === device.id);
  return known ? devices.map((one) => (one.id === device.id ? device : one)) : [...devices, device];
}
