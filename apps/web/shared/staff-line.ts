import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Me } from '#libs/contracts/rest';
import type { Handshake } from '#libs/contracts/socket';
import type { Snapshot } from '#libs/contracts/snapshots';
import { whoAmI } from './session.js';
import { openUplink, type Uplink } from './uplink.js';

/** Who is signed in at this desk, and the line that belongs to it. A reload keeps both. */
export function useStaffLine<S extends Snapshot>(handshake: Handshake) {
  const { t } = useI18n({ useScope: 'global' });
  const me = shallowRef<Me | null>(null);
  const uplink = shallowRef<Uplink<S> | null>(null);
  const asked = ref(false);
  const reason = ref('');

  function enter(who: Me): void {
    me.value = who;
    reason.value = '';
    uplink.value?.close();
    uplink.value = openUplink<S>(handshake);
  }
  function leave(why = ''): void {
    uplink.value?.close();
    uplink.value = null;
    me.value = null;
    reason.value = why;
  }
  async function begin(): Promise<void> {
    const reply = await whoAmI();
    asked.value = true;
    if (reply.ok) enter(reply.value);
  }

  /** The line's refusal tells that the session may have ended. */
  watch(
    () => uplink.value?.refused.value ?? null,
    async (refused) => {
      if (refused === null) return;
      const reply = await whoAmI();
      if (!reply.ok) leave(t('signIn.ended'));
    },
  );
  onScopeDispose(() => uplink.value?.close());
  void begin();
  return { me, uplink, asked, reason, enter, leave };
}
