import type { KioskSnapshot, PrinterState, SlipState } from '#libs/contracts/snapshots';

/** What the visitor is told about the slip: its state, and what only the screen knows. */
export type SlipNews = SlipState | 'paper-low' | 'unheard' | 'none';

type Stop = Exclude<PrinterState, 'ready' | 'paper-low' | 'slip-left'>;

/** Why this kiosk gives no numbers now; null when its printer works. */
export const printerStop = (printer: PrinterState): Stop | null =>
  printer === 'ready' || printer === 'paper-low' || printer === 'slip-left' ? null : printer;

interface Heard {
  ticket: { ticketId: string; slipJobId: string | null };
  snapshot: Pick<KioskSnapshot, 'slips' | 'printer'>;
  /** The last state heard: a slip drops out of the list after some minutes. */
  before: SlipState | null;
  lineCut: boolean;
}

export function slipState(heard: Omit<Heard, 'lineCut'>): SlipState | null {
  const slip = heard.snapshot.slips.find(({ ticketId }) => ticketId === heard.ticket.ticketId);
  return slip?.state ?? heard.before;
}

export function slipNews(heard: Heard): SlipNews {
  if (heard.ticket.slipJobId === null) return 'none';
  const state = slipState(heard) ?? 'queued';
  if (state === 'queued' && heard.lineCut) return 'unheard';
  return state === 'printed' && heard.snapshot.printer === 'paper-low' ? 'paper-low' : state;
}

/** Only a slip in the visitor's hand lets the number go by itself. */
export const isSlipOut = (news: SlipNews): boolean => news === 'printed' || news === 'paper-low';

/** The visitor may ask for another slip. While one is under way there would be two. */
export const mayReprint = (news: SlipNews): boolean =>
  !isSlipOut(news) && news !== 'queued' && news !== 'unheard' && news !== 'none';
