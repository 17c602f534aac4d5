import { computed, ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { KioskSnapshot, SlipState } from '#libs/contracts/snapshots';
import { useIdle } from '../shared/kiosk-manners.js';
import { newRequestId } from '../shared/request-id.js';
import type { Uplink } from '../shared/uplink.js';
import { isSlipOut, slipNews, slipState, type SlipNews } from './slip-news.js';
import { createTaking } from './taking.js';
import { isBooked } from './step.js';

const IDLE_SECONDS = 30;

/** One visitor at the kiosk, from the first tap until nobody is there any more. */
export function useSession(uplink: Uplink<KioskSnapshot>) {
  const { locale } = useI18n({ useScope: 'global' });
  const taking = createTaking(
    (order, requestId) => uplink.send(isBooked(order) ? 'check-in' : 'issue', { ...order }, requestId),
    newRequestId,
  );
  const large = ref(false);
  const news = useSlipNews(uplink, taking.step);
  const unread = ref(false);

  /** A number whose slip did not come out stays until the visitor says they have it. */
  const returning = computed(() => {
    const { at } = taking.step.value;
    return at === 'issued' ? isSlipOut(news.value) : at !== 'start' && at !== 'issuing';
  });

  /** The next visitor finds the kiosk in Chinese and in normal print. */
  function forget(): void {
    taking.home();
    taking.card.value = null;
    unread.value = false;
    locale.value = 'zh-CN';
    large.value = false;
  }

  const idle = useIdle({
    seconds: IDLE_SECONDS,
    now: uplink.now,
    onIdle() {
      if (returning.value || taking.step.value.at === 'start') forget();
    },
  });
  watch([taking.step, returning], idle.touch);
  uplink.onReading((message) => {
    idle.touch();
    unread.value = message.kind === 'unreadable';
    if (message.kind === 'card') taking.lay(message);
    if (message.kind === 'scan') void taking.scan(message.text);
  });

  const { step, card } = taking;
  return { taking, step, card, unread, large, news, returning, secondsLeft: idle.secondsLeft, forget };
}

function useSlipNews(
  uplink: Uplink<KioskSnapshot>,
  step: ReturnType<typeof createTaking>['step'],
): Ref<SlipNews> {
  const last = ref<SlipState | null>(null);
  watch([step, uplink.snapshot], ([current, snapshot]) => {
    if (current.at !== 'issued' || snapshot === null) last.value = null;
    else last.value = slipState({ ticket: current.ticket, snapshot, before: last.value });
  });
  return computed(() => {
    const snapshot = uplink.snapshot.value;
    if (step.value.at !== 'issued' || snapshot === null) return 'queued';
    const lineCut = uplink.staleSince.value !== null;
    return slipNews({ ticket: step.value.ticket, snapshot, before: last.value, lineCut });
  });
}
