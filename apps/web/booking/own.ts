import { onScopeDispose, ref, shallowRef } from 'vue';
import type { OwnBooking, OwnHomeVisit } from '#libs/contracts/rest';
import type { CommandReply } from '#libs/contracts/socket';
import { useFailureSentence } from '../shared/i18n.js';
import { newRequestId } from '../shared/request-id.js';
import { askServer } from '../shared/rest.js';

/** One booking, by its link: read when the page opens and whenever it is looked at again. */
export function useOwnBooking(token: string) {
  const sentence = useFailureSentence();
  const at = `/api/halls/${encodeURIComponent(token.split('.')[0] ?? '')}`;
  const link = { 'x-tingxu-booking': token };
  const booking = shallowRef<OwnBooking | OwnHomeVisit | null>(null);
  const unknown = ref(false);
  const busy = ref(false);
  const says = ref('');
  let requestId = newRequestId();

  async function read(): Promise<void> {
    const reply = await askServer<OwnBooking | OwnHomeVisit>('GET', `${at}/bookings/own`, undefined, link);
    if (reply.ok) booking.value = reply.value;
    else if ('refusal' in reply) unknown.value = true;
    else says.value = sentence(reply);
    if (reply.ok) says.value = '';
  }

  async function cancel(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    const [name, body] =
      booking.value?.kind === 'home-visit'
        ? ['cancel-home-visit', { homeVisitId: null }]
        : ['cancel-booking', { pass: null }];
    const asked = { requestId, body };
    const reply = await askServer<CommandReply>('POST', `${at}/commands/${name}`, asked, link);
    busy.value = false;
    await read();
    if (reply.ok) return;
    says.value = sentence(reply);
    if ('refusal' in reply) requestId = newRequestId();
  }

  const lookAgain = (): void => {
    if (document.visibilityState === 'visible') void read();
  };
  document.addEventListener('visibilitychange', lookAgain);
  onScopeDispose(() => document.removeEventListener('visibilitychange', lookAgain));
  void read();
  return { booking, unknown, busy, says, read, cancel };
}
