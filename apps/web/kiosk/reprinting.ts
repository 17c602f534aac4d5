import { ref } from 'vue';
import { useFailureSentence } from '../shared/i18n.js';
import type { Uplink } from '../shared/uplink.js';
import type { KioskSnapshot } from '#libs/contracts/snapshots';

/** Another slip for the number on the screen: one press, one slip. */
export function useReprinting(uplink: Uplink<KioskSnapshot>) {
  const sentence = useFailureSentence();
  const busy = ref(false);
  const failure = ref('');

  async function reprint(ticketId: string): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    failure.value = '';
    const reply = await uplink.send('reprint', { ticketId });
    busy.value = false;
    if (!reply.ok) failure.value = sentence(reply);
  }
  return { busy, failure, reprint };
}
