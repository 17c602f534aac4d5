import { computed, reactive, ref, shallowRef, watch } from 'vue';
import type { Bookable, SlotList } from '#libs/contracts/rest';
import type { CommandReply } from '#libs/contracts/socket';
import { noContact, visitorIn } from './contact.js';
import { useFailureSentence, type FailedReply } from './i18n.js';
import { newRequestId } from './request-id.js';
import { askServer } from './rest.js';

/** A booking as the page that made it shows it. */
export interface Booked {
  code: string;
  url: string;
  day: string;
  from: string;
  to: string;
}

function readBooked(answer: Record<string, unknown>): Booked {
  const text = (key: string): string => String(answer[key] ?? '');
  return { code: text('code'), url: text('url'), day: text('day'), from: text('from'), to: text('to') };
}

type Slot = SlotList['slots'][number];

/** Where there is room: a queue, a day, and its slots. */
function useRoom(at: string) {
  const sentence = useFailureSentence();
  const hall = shallowRef<Bookable | null>(null);
  const queueId = ref<string | null>(null);
  const day = ref<string | null>(null);
  const slots = shallowRef<Slot[] | null>(null);
  const slot = shallowRef<Slot | null>(null);
  const says = ref('');
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

  void readHall();
  return { hall, queue, day, slots, slot, says, readHall, readSlots, chooseDay, chooseQueue };
}

/** The way to a booking: a queue, a day, a slot, who comes. What is chosen keeps its requestId, so that trying again books once. */
export function useSlots(hallId: string) {
  const at = `/api/halls/${encodeURIComponent(hallId)}`;
  const sentence = useFailureSentence();
  const room = useRoom(at);
  const { hall, queue, day, slot, says } = room;
  const busy = ref(false);
  /** As far as the hall asks. */
  const contact = reactive(noContact());
  /** The hall takes no bookings from this visitor for a while. */
  const kept = ref(false);
  let requestId = '';
  const renew = (): void => {
    requestId = newRequestId();
  };
  watch(
    contact,
    () => {
      renew();
      kept.value = false;
      says.value = '';
    },
    { flush: 'sync' },
  );

  function chooseSlot(chosen: Slot): void {
    slot.value = chosen;
    kept.value = false;
    says.value = '';
    renew();
  }

  /** Answers with what the server said of the booking; null when it was not booked. */
  async function book(): Promise<Booked | null> {
    if (busy.value || slot.value === null) return null;
    busy.value = true;
    const visitor = hall.value?.asks === 'none' ? null : visitorIn(contact);
    const body = { queueId: queue.value?.id, day: day.value, from: slot.value.from, visitor };
    const reply = await askServer<CommandReply>('POST', `${at}/commands/book`, { requestId, body });
    busy.value = false;
    if (reply.ok && reply.value.ok) return readBooked(reply.value.answer);
    const failed = reply.ok ? reply.value : reply;
    if (!failed.ok) await tell(failed);
    return null;
  }

  /** Only where the slot is what cannot be had another is to be chosen. */
  async function tell(failed: FailedReply): Promise<void> {
    says.value = sentence(failed);
    if (!('refusal' in failed)) return;
    renew();
    kept.value = failed.refusal.code === 'too-many-no-shows';
    if (!failed.refusal.code.startsWith('slot-')) return;
    slot.value = null;
    await room.readSlots();
  }

  return { ...room, contact, busy, kept, chooseSlot, book };
}
