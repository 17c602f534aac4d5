import type { PrinterState } from '#libs/contracts/snapshots';
import type { SlipPlace } from '#devices/slip-printer/presenter-watch';

/** One word for the server: a slip that nobody took is told while the printer itself is well. */
export class PrinterReport {
  #state: PrinterState = 'unreachable';
  #left = false;

  constructor(private readonly tell: (state: PrinterState) => void) {}

  health(state: PrinterState): void {
    this.#state = state;
    this.#say();
  }

  slip(place: SlipPlace): void {
    this.#left = place === 'not-taken';
    this.#say();
  }

  #say(): void {
    this.tell(this.#state === 'ready' && this.#left ? 'slip-left' : this.#state);
  }
}
