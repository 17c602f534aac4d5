import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import type { DutySnapshot } from '#libs/contracts/snapshots';
import type { HallConfig } from '#libs/hall/config';
import { useFailureSentence, type FailedReply } from '../../shared/i18n.js';
import { askServer } from '../../shared/rest.js';
import type { Uplink } from '../../shared/uplink.js';
import { contradictionOf } from './contradiction.js';
import { changesBetween, copyOf } from './draft.js';
import { faultsOf } from './faults.js';

export type Said = { tone: 'done' | 'refused' | 'outdated'; sentence: string };

const isOutdated = (reply: FailedReply): boolean =>
  'refusal' in reply && reply.refusal.code === 'out-of-date';

/** The rules in force and a draft of the next ones, which is kept until it is saved or thrown away. */
export function useRules(hallId: string, uplink: Uplink<DutySnapshot>) {
  const { t } = useI18n({ useScope: 'global' });
  const failureSentence = useFailureSentence();
  const inForce = shallowRef<ConfigInForce | null>(null);
  const draft = ref<HallConfig | null>(null);
  const said = ref<Said | null>(null);
  const busy = ref(false);
  const changes = computed(() => changesBetween(inForce.value?.document, draft.value));
  const faults = computed(() => (draft.value ? faultsOf(draft.value) : []));

  function discard(): void {
    said.value = null;
    draft.value = inForce.value && copyOf(inForce.value.document);
  }

  /** A contradiction is named in words; the rest has the sentence of every page. */
  function sentenceOf(reply: FailedReply, document: HallConfig): string {
    const found = 'refusal' in reply ? contradictionOf(reply.refusal.params, document) : null;
    return found ? t(`rules.contradiction.${found.key}`, found.params) : failureSentence(reply);
  }

  async function load(): Promise<void> {
    const reply = await askServer<ConfigInForce>('GET', `/api/halls/${hallId}/config`);
    if (reply.ok) {
      inForce.value = reply.value;
      discard();
    } else said.value = { tone: 'refused', sentence: failureSentence(reply) };
  }

  async function save(): Promise<void> {
    if (!inForce.value || !draft.value || busy.value) return;
    busy.value = true;
    const document = copyOf(draft.value);
    const reply = await uplink.send('configure-hall', { document, basedOn: inForce.value.version });
    if (reply.ok) {
      const version = Number(reply.answer['version']);
      inForce.value = { ...inForce.value, version, document };
      discard();
      said.value = { tone: 'done', sentence: t('rules.saved', { version }) };
    } else {
      const tone = isOutdated(reply) ? 'outdated' : 'refused';
      said.value = { tone, sentence: sentenceOf(reply, document) };
    }
    busy.value = false;
  }

  const warn = (event: BeforeUnloadEvent): void => {
    if (changes.value > 0) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  onScopeDispose(() => window.removeEventListener('beforeunload', warn));
  watch(changes, (count) => {
    if (count > 0 && said.value?.tone === 'done') said.value = null;
  });
  void load();
  return { inForce, draft, said, busy, changes, faults, load, discard, save };
}
