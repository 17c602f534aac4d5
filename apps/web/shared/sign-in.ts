import { computed, nextTick, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { HallList, Me } from '#libs/contracts/rest';
import { useFailureSentence, type FailedReply } from './i18n.js';
import { rememberedPlace } from './remembered-place.js';
import { loadHalls, signIn, type SignIn } from './session.js';

export interface SignInOptions {
  /** Where this machine remembers its place. */
  key: string;
  /** `''`: one is to be chosen; null: at a desk, without a counter. */
  counterId: '' | null;
  reason(): string;
  username: Readonly<Ref<HTMLInputElement | null>>;
  password: Readonly<Ref<HTMLInputElement | null>>;
  signedIn(me: Me): void;
}

/** What every sign-in form does, whatever it looks like. */
export function useSignIn(options: SignInOptions) {
  const { t } = useI18n({ useScope: 'global' });
  const sentence = useSentence();
  const place = rememberedPlace(options.key);
  const choice = useHallChoice(options, place.read);
  const { form } = choice;
  const busy = ref(false);
  const says = ref(options.reason());
  watch(options.reason, (reason) => (says.value = reason));

  async function submit(): Promise<void> {
    if (busy.value) return;
    const { hallId, counterId, username } = form;
    if ([hallId, counterId, username, form.password].includes('')) {
      says.value = t('signIn.incomplete');
      return;
    }
    busy.value = true;
    says.value = '';
    const reply = await signIn({ ...form });
    busy.value = false;
    form.password = '';
    if (reply.ok) {
      place.keep({ hallId, counterId });
      options.signedIn(reply.value);
      return;
    }
    says.value = sentence(reply);
    options.password.value?.focus();
  }

  return { ...choice, busy, says, submit };
}

/** The halls to choose from, and what is filled in; the form begins where this machine stood the last time. */
function useHallChoice(
  { counterId, username }: SignInOptions,
  last: ReturnType<typeof rememberedPlace>['read'],
) {
  const halls = shallowRef<HallList['halls'] | null>(null);
  const unreachable = ref(false);
  const form = reactive<SignIn>({ hallId: '', counterId, username: '', password: '' });
  const hall = computed(() => halls.value?.find(({ id }) => id === form.hallId));
  const counters = computed(() => hall.value?.counters ?? []);

  async function load(): Promise<void> {
    unreachable.value = false;
    const reply = await loadHalls();
    unreachable.value = !reply.ok;
    if (!reply.ok) return;
    halls.value = reply.value.halls;
    const before = last();
    form.hallId = (halls.value.find(({ id }) => id === before?.hallId) ?? halls.value[0])?.id ?? '';
    if (counterId !== null)
      form.counterId = counters.value.find(({ id }) => id === before?.counterId)?.id ?? '';
    await nextTick();
    if (form.counterId !== '') username.value?.focus();
  }

  void load();
  return { halls, unreachable, form, counters, load };
}

function useSentence(): (reply: FailedReply) => string {
  const { t } = useI18n({ useScope: 'global' });
  const failureSentence = useFailureSentence();
  return (reply) => {
    const elsewhere = 'refusal' in reply && reply.refusal.code === 'signed-in-elsewhere';
    return elsewhere ? t('signIn.elsewhere') : failureSentence(reply);
  };
}
