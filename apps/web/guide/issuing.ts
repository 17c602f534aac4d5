import { computed, reactive, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { noIdentity, visitorSaid } from './identity.js';
import { newRequestId } from '../shared/request-id.js';
import type { CommandReply } from '#libs/contracts/socket';
import type { Giving } from './giving.js';

/** What the desk was told of the number it took; the picture tells the rest. */
export interface Issued {
  ticketId: string;
  number: string;
  queueName: string;
  queueNameEn: string;
  zoneName: string;
  zoneNameEn: string;
  ahead: number;
}

/** A number that the visitor holds already in the queue he asks for. */
export interface Held {
  ticketId: string;
  number: string;
}

function readHeld(reply: CommandReply): Held | null {
  if (reply.ok || 'incident' in reply || reply.refusal.code !== 'already-waiting') return null;
  const { ticketId, number } = reply.refusal.params;
  return { ticketId: String(ticketId), number: String(number) };
}

function readIssued(answer: Record<string, unknown>): Issued | null {
  const { ticketId, number, ahead } = answer;
  if (typeof ticketId !== 'string' || typeof number !== 'string' || typeof ahead !== 'number') return null;
  const text = (key: string): string => (typeof answer[key] === 'string' ? answer[key] : '');
  return {
    ...{ ticketId, number, ahead },
    ...{ queueName: text('queueName'), queueNameEn: text('queueNameEn') },
    ...{ zoneName: text('zoneName'), zoneNameEn: text('zoneNameEn') },
  };
}

/** Takes a number for somebody. While the choice stays the same a lost answer is asked for again: never two numbers. */
export function useIssuing({ give, say, busy }: Giving) {
  const { t } = useI18n({ useScope: 'global' });
  const draft = reactive<Record<'queueId' | 'matterId' | 'groupId' | 'routeId' | 'receipt', string | null>>({
    ...{ queueId: null, matterId: null, groupId: null, routeId: null, receipt: null },
  });
  const identity = reactive(noIdentity());
  const held = shallowRef<Held | null>(null);
  const issued = shallowRef<Issued | null>(null);
  let requestId = newRequestId();
  const renew = (): void => {
    requestId = newRequestId();
  };
  watch(() => ({ ...draft, ...identity }), renew, { flush: 'sync' });
  watch(
    () => draft.queueId,
    () => Object.assign(draft, { matterId: null, routeId: null, receipt: null }),
  );

  async function take(): Promise<void> {
    if (draft.queueId === null) {
      say(t('issue.chooseQueue'), false);
      return;
    }
    const body = { ...draft, visitor: visitorSaid(identity) };
    held.value = null;
    const reply = await give({ name: 'issue', body, requestId });
    if (reply === null || (!reply.ok && 'incident' in reply)) return;
    renew();
    held.value = readHeld(reply);
    if (!reply.ok) return;
    Object.assign(draft, { queueId: null, groupId: null });
    Object.assign(identity, noIdentity());
    issued.value = readIssued(reply.answer);
    if (issued.value === null) say(t('issue.unread'), false);
  }
  function again(): void {
    issued.value = null;
  }
  return { draft, identity, held, issued, taking: computed(() => busy.value), take, again };
}
