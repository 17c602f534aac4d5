import { ref } from 'vue';
import { useFailureSentence } from '../shared/i18n.js';
import type { Uplink } from '../shared/uplink.js';
import type { KioskSnapshot } from '#libs/contracts/snapshots';

/** Another slip for the number on the screen: one press, one slip. Answers whether it is under way. */
export function useReprinting(uplink: Uplink<KioskSnapshot>) {
  const sentence = useFailureSentence();
  const busy = ref(false);
  const failure = ref('');

  async function reprint(ticketId: string): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    failure.value = '';
    const reply = await uplink.send('reprint', { ticketId });
    busy.value = false;
    if (!reply.ok) failure.value = sentence(reply);
    return reply.ok;
  }
  return { busy, failure, reprint };
}
export type Reprinting = ReturnType<typeof useReprinting>;
