import { ref, shallowRef } from 'vue';
import type { GuideDesk, GuideHistory } from '#libs/contracts/guides';
import type { CommandReply } from '#libs/contracts/socket';
import { useFailureSentence, type FailedReply } from '../../shared/i18n.js';
import { newRequestId } from '../../shared/request-id.js';
import { askServer } from '../../shared/rest.js';

type Done = Extract<CommandReply, { ok: true }>;

/** The guides of a hall, and the commands about them. Those who make guides have no line of the duty board: all by REST. */
export function useGuideDesk(hallId: string) {
  const failureSentence = useFailureSentence();
  const desk = shallowRef<GuideDesk | null>(null);
  const said = shallowRef<{ text: string; ok: boolean } | null>(null);
  const busy = ref(false);
  const refuse = (reply: FailedReply): void => say(failureSentence(reply), false);

  function say(text: string, ok: boolean): void {
    said.value = { text, ok };
  }
  async function load(): Promise<void> {
    const reply = await askServer<GuideDesk>('GET', `/api/halls/${hallId}/guide-desk`);
    if (reply.ok) desk.value = reply.value;
    else refuse(reply);
  }
  async function history(guideId: string): Promise<GuideHistory | null> {
    const path = `/api/halls/${hallId}/guide-desk/${encodeURIComponent(guideId)}`;
    const reply = await askServer<GuideHistory>('GET', path);
    if (reply.ok) return reply.value;
    refuse(reply);
    return null;
  }
  /** Null where it was refused or another one is under way: the reason is said. */
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
  void load();
  return { desk, said, busy, say, load, history, give };
}
export type GuideGiving = ReturnType<typeof useGuideDesk>;

/** A form of their own: what the server keeps stays as it was read. */
export const blankGuide = (): GuideHistory['document'] => ({
  ...{ code: '', name: '', nameEn: '', authority: '', legalBasis: '', conditions: '', materials: [] },
  ...{ procedure: [], statutoryLimit: null, promisedLimit: null, feeStandard: '', feeBasis: '', place: '' },
  ...{ hours: '', delivery: '', contact: '', supervisor: '', complaintPhone: '', result: '', events: [] },
});
