import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { TestResult } from '#libs/fleet/device-test';
import { useFailureSentence } from '../../shared/i18n.js';
import { askServer } from '../../shared/rest.js';
import type { DeviceRow } from './groups.js';

/** Of the words for what a test does: screens are all looked at in one way. */
export const testKind = ({ kind, driver }: DeviceRow): string => (driver === null ? 'screen' : kind);

export interface Tried {
  going: boolean;
  failed: boolean;
  sentence: string;
}

/** Tests by hand, each told at its own device. */
export function useTests(hallId: string) {
  const { t } = useI18n({ useScope: 'global' });
  const failureSentence = useFailureSentence();
  const tried = ref<Record<string, Tried>>({});

  async function test(device: DeviceRow): Promise<void> {
    if (tried.value[device.id]?.going) return;
    const told = (one: Tried): unknown => (tried.value = { ...tried.value, [device.id]: one });
    told({ going: true, failed: false, sentence: t(`devices.waits.${testKind(device)}`) });
    const address = `/api/halls/${hallId}/devices/${encodeURIComponent(device.id)}/test`;
    const reply = await askServer<TestResult>('POST', address, {});
    if (!reply.ok) told({ going: false, failed: true, sentence: failureSentence(reply) });
    else {
      const { outcome, words } = reply.value;
      told({ going: false, failed: outcome === 'failed', sentence: t(`devices.result.${words}`) });
    }
  }

  return { tried, test };
}
