import type { BookingPass } from '#libs/hall/decision';
import type { BookingLinks, SlipLinks } from './secrets.js';

/** What QR codes and enrolment links begin with: PUBLIC_URL, or where the server came to listen. */
export class PublicAddress {
  #base: string;

  constructor(
    given: string | undefined,
    private readonly links: SlipLinks,
    private readonly bookings: BookingLinks,
  ) {
    this.#base = given ?? '';
  }

  /** Without a PUBLIC_URL the address is known only when the port is. */
  listensAt(url: string): void {
    this.#base ||= url;
  }

  get base(): string {
    return this.#base;
  }

  followUrl(hallId: string, ticketId: string): string {
    return `${this.#base}/t/${this.links.token(hallId, ticketId)}`;
  }

  bookingPass(hallId: string, bookingId: string): BookingPass {
    const token = this.bookings.token(hallId, bookingId);
    return { token, code: this.bookings.code(hallId, bookingId), url: `${this.#base}/b/${token}` };
  }
}
