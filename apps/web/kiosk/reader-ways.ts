import type { ShallowRef } from 'vue';
import type { Booked, Card, Order, Step } from './step.js';

interface Flow {
  step: ShallowRef<Step>;
  card: ShallowRef<Card | null>;
  /** A new visit to the flow. */
  begin(): void;
  send(order: Order): Promise<void>;
}

/** Ways into the flow by what is shown or laid: a booking's code, a receipt, a card. */
export function readerWays({ step, card, begin, send }: Flow) {
  /** With the number of the receipt, or (null) without. */
  function withReceipt(receipt: string | null): void {
    if (step.value.at === 'receipt') step.value = { ...step.value, at: 'choosing', receipt };
  }
  /** Came with a booking: its code is asked for. */
  function askCode(): void {
    if (step.value.at !== 'start') return;
    begin();
    step.value = { at: 'booked' };
  }
  async function checkIn(booked: Booked): Promise<void> {
    if (step.value.at === 'booked' || step.value.at === 'known') await send(booked);
  }
  /** A code under the scanner is a booking's, except where a receipt is asked for. */
  async function scan(text: string): Promise<void> {
    if (step.value.at === 'receipt') return withReceipt(text);
    askCode();
    await checkIn({ pass: text });
  }
  /** Whoever is known is shown what he has; anybody else goes on, and the number will be his. */
  function lay(laid: Card): void {
    if (step.value.at === 'issuing' || step.value.at === 'issued') return;
    card.value = laid;
    const known = laid.bookings.length > 0 || laid.tickets.length > 0;
    if (!known || step.value.at === 'choosing' || step.value.at === 'receipt') return;
    begin();
    step.value = { at: 'known', card: laid };
  }
  /** Another number after all. */
  function goOn(): void {
    if (step.value.at === 'known') step.value = { at: 'start' };
  }
  return { withReceipt, askCode, checkIn, scan, lay, goOn };
}
