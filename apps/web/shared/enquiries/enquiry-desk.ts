import { ref, shallowRef, watch } from 'vue';
import type { EnquiryDesk } from '#libs/contracts/enquiries';
import type { CommandReply } from '#libs/contracts/socket';
import { useFailureSentence, type FailedReply } from '../i18n.js';
import { newRequestId } from '../request-id.js';
import { askServer } from '../rest.js';

type Done = Extract<CommandReply, { ok: true }>;

/** The enquiries that concern whoever is signed in, read anew whenever `told` changes, and the commands about them. */
export function useEnquiryDesk(hallId: string, told: () => unknown) {
  const failureSentence = useFailureSentence();
  const desk = shallowRef<EnquiryDesk | null>(null);
  const said = shallowRef<{ text: string; ok: boolean } | null>(null);
  const busy = ref(false);
  /** The department somebody was just sent to: it stays shown when the enquiry has left the list. */
  const sentTo = ref<string | null>(null);

  const refuse = (reply: FailedReply): void => {
    said.value = { text: failureSentence(reply), ok: false };
  };
  function say(text: string, ok: boolean): void {
    said.value = { text, ok };
  }

  async function load(): Promise<void> {
    const reply = await askServer<EnquiryDesk>('GET', `/api/halls/${hallId}/enquiries`);
    if (reply.ok) desk.value = reply.value;
    else refuse(reply);
  }

  /** Null where it was refused or is still under way: the reason is said. */
  async function give(name: string, body: object): Promise<Done['answer'] | null> {
    if (busy.value) return null;
    busy.value = true;
    said.value = null;
    const path = `/api/halls/${hallId}/commands/${name}`;
    const reply = await askServer<Done>('POST', path, { requestId: newRequestId(), body });
    if (!reply.ok) refuse(reply);
    await load();
    busy.value = false;
    return reply.ok ? reply.value.answer : null;
  }

  watch(() => JSON.stringify(told()), load, { immediate: true });
  return { desk, said, busy, sentTo, say, give };
}
export type EnquiryGiving = ReturnType<typeof useEnquiryDesk>;

/** What a reply may be given time for, in minutes; null: what the hall's rules say. */
export const WITHIN = [null, 30, 120, 240, 1_440, 4_320] as const;

/** `2880` is 2 days: the key of the words, and the count in them. */
export function withinOf(minutes: number): { key: string; count: number } {
  if (minutes % 1_440 === 0) return { key: 'enquiry.within.days', count: minutes / 1_440 };
  if (minutes % 60 === 0) return { key: 'enquiry.within.hours', count: minutes / 60 };
  return { key: 'enquiry.within.minutes', count: minutes };
}
