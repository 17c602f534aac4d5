/**
 * What a rule may say no with. Closed: a client holds a sentence in zh-CN and in English for each code.
 * A refusal is an answer (HTTP 409, socket ack), not an accident.
 */
export const REFUSAL_CODES = [
  'account-unknown',
  'address-missing',
  'address-taken',
  'already-rated',
  'already-waiting',
  'bad-input',
  'booking-not-found',
  'booking-over',
  'booking-unknown',
  'call-limit-reached',
  'call-too-soon',
  'cancel-too-late',
  'card-gone',
  'check-in-too-early',
  'check-in-too-late',
  'code-unknown',
  'confirm-quick-finish',
  'counter-paused',
  'counter-taken',
  'counter-unknown',
  'device-unknown',
  'device-without-counter',
  'device-without-kiosk',
  'driver-unknown',
  'group-at-guide-desk',
  'group-unknown',
  'help-not-asked',
  'id-number-wrong',
  'invitation-over',
  'invitation-unknown',
  'issuing-stopped',
  'kiosk-no-paper',
  'matter-required',
  'matter-unknown',
  'miss-too-soon',
  'no-counter',
  'nobody-at-counter',
  'nobody-parked',
  'nobody-waiting',
  'not-allowed',
  'not-at-this-counter',
  'not-paused',
  'not-signed-in',
  'number-unknown',
  'number-void',
  'other-hall',
  'out-of-date',
  'out-of-step',
  'phone-wrong',
  'pick-not-allowed',
  'port-taken',
  'port-unfit',
  'press-too-old',
  'printer-unknown',
  'queue-closed',
  'queue-unknown',
  'reasons-given',
  'reasons-of-other-level',
  'request-id-reused',
  'route-unknown',
  'same-destination',
  'signed-in-elsewhere',
  'slip-job-unknown',
  'slot-full',
  'slot-past',
  'slot-unknown',
  'sold-out',
  'ticket-unknown',
  'ticket-wrong-state',
  'too-many-no-shows',
  'too-many-tries',
  'username-taken',
  'visitor-needed',
  'visitor-not-begun',
  'visitor-present',
  'visitor-unknown',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Values that a client's sentence may name, e.g. `{ number: 'A017', seconds: 12 }`. */
export type RefusalParams = Readonly<Record<string, string | number>>;

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
