import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import { hallConfig } from '#libs/contracts/hall-config';
import type { DutySnapshot } from '#libs/contracts/snapshots';
import type { Device } from '#libs/hall/config';
import { useFailureSentence } from '../../shared/i18n.js';
import { askServer } from '../../shared/rest.js';
import type { Uplink } from '../../shared/uplink.js';
import { copyOf } from '../rules/draft.js';
import { faultyFields, type Change, withChange } from './device-draft.js';

/** The devices as the rules in force have them, and their change: the same rules as on the rules page, saved as a whole. */
export function useDevices(hallId: string, uplink: Uplink<DutySnapshot>) {
  const { t } = useI18n({ useScope: 'global' });
  const failureSentence = useFailureSentence();
  const inForce = shallowRef<ConfigInForce | null>(null);
  const says = ref<{ done: boolean; sentence: string } | null>(null);
  const busy = ref(false);

  async function load(): Promise<boolean> {
    const reply = await askServer<ConfigInForce>('GET', `/api/halls/${hallId}/config`);
    if (reply.ok) inForce.value = reply.value;
    else says.value = { done: false, sentence: failureSentence(reply) };
    return reply.ok;
  }

  function mend(devices: readonly Device[], change: Change): string | null {
    if (!inForce.value) return null;
    const checked = hallConfig.safeParse({ ...inForce.value.document, devices });
    const fields = faultyFields(checked.error?.issues ?? [], devices, change);
    if (fields.length === 0) return null;
    return t('devices.form.mend', { fields: fields.map((field) => t(`devices.form.${field}`)).join('、') });
  }

  /** True once it is in force. */
  async function save(change: Change): Promise<boolean> {
    if (!inForce.value || busy.value) return false;
    const { document, version } = inForce.value;
    const devices = withChange(document.devices, change);
    const faults = mend(devices, change);
    if (faults !== null) {
      says.value = { done: false, sentence: faults };
      return false;
    }
    busy.value = true;
    const next = copyOf({ ...document, devices });
    const reply = await uplink.send('configure-hall', { document: next, basedOn: version });
    busy.value = false;
    if (reply.ok) {
      const saved = Number(reply.answer['version']);
      inForce.value = { ...inForce.value, version: saved, document: next };
      says.value = { done: true, sentence: t('devices.form.saved', { version: saved }) };
      return true;
    }
    const outdated = 'refusal' in reply && reply.refusal.code === 'out-of-date' && (await load());
    says.value = { done: false, sentence: outdated ? t('devices.form.outdated') : failureSentence(reply) };
    return false;
  }

  return { inForce, says, busy, load, save };
}
