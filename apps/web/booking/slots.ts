import { computed, ref, shallowRef } from 'vue';
import type { Bookable, SlotList } from '#libs/contracts/rest';
import type { CommandReply } from '#libs/contracts/socket';
import { useFailureSentence } from '../shared/i18n.js';
import { newRequestId } from '../shared/request-id.js';
import { askServer } from '../shared/rest.js';

type Slot = SlotList['slots'][number];

/** The way to a booking: a queue, a day, a slot. The choice keeps its requestId, so that trying again books once. */
export function useSlots(hallId: string) {
  const sentence = useFailureSentence();
  const at = `/api/halls/${encodeURIComponent(hallId)}`;
  const hall = shallowRef<Bookable | null>(null);
  const queueId = ref<string | null>(null);
  const day = ref<string | null>(null);
  const slots = shallowRef<Slot[] | null>(null);
  const slot = shallowRef<Slot | null>(null);
  const busy = ref(false);
  const says = ref('');
  let requestId = '';
  const queue = computed(() => hall.value?.queues.find(({ id }) => id === queueId.value) ?? null);

  async function readHall(): Promise<void> {
    const reply = await askServer<Bookable>('GET', `${at}/appointments`);
    says.value = reply.ok ? '' : sentence(reply);
    if (reply.ok) hall.value = reply.value;
  }

  async function readSlots(): Promise<void> {
    const asked = `queueId=${encodeURIComponent(queueId.value ?? '')}&day=${day.value ?? ''}`;
    const reply = await askServer<SlotList>('GET', `${at}/slots?${asked}`);
    if (asked !== `queueId=${encodeURIComponent(queueId.value ?? '')}&day=${day.value ?? ''}`) return;
    slots.value = reply.ok ? reply.value.slots : null;
    if (!reply.ok) says.value = sentence(reply);
  }

  async function chooseDay(chosen: string): Promise<void> {
    day.value = chosen;
    slot.value = slots.value = null;
    says.value = '';
    await readSlots();
  }

  async function chooseQueue(chosen: string | null): Promise<void> {
    queueId.value = chosen;
    says.value = '';
    const first = queue.value?.days.find(({ free }) => free > 0) ?? queue.value?.days[0];
    if (first) await chooseDay(first.day);
  }

  function chooseSlot(chosen: Slot): void {
    slot.value = chosen;
    requestId = newRequestId();
    says.value = '';
  }

  /** Answers with the address of the booking's page; null when it was not booked. */
  async function book(): Promise<string | null> {
    if (busy.value || slot.value === null) return null;
    busy.value = true;
    const body = { queueId: queueId.value, day: day.value, from: slot.value.from };
    const reply = await askServer<CommandReply>('POST', `${at}/commands/book`, { requestId, body });
    busy.value = false;
    if (reply.ok && reply.value.ok) return String(reply.value.answer['url']);
    const failed = reply.ok ? reply.value : reply;
    if (failed.ok) return null;
    says.value = sentence(failed);
    if ('refusal' in failed) {
      slot.value = null;
      await readSlots();
    }
    return null;
  }

  void readHall();
  return { hall, queue, day, slots, slot, busy, says, readHall, chooseQueue, chooseDay, chooseSlot, book };
}
