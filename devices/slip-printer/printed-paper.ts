import iconv from 'iconv-lite';
import type { EscposCommand } from './escpos-reader.js';

export interface PrintedRun {
  text: string;
  width: number;
  height: number;
  bold: boolean;
}

export type PrintedItem =
  | { kind: 'line'; align: number; runs: PrintedRun[] }
  | { kind: 'qr'; align: number; data: string; module: number }
  /** Black dots, most significant bit first. */
  | { kind: 'raster'; bytesPerRow: number; data: number[] }
  | { kind: 'feed'; dots: number };

/** What a person holds in the hand: one slip, from cut to cut. */
export interface PrintedSlip {
  items: PrintedItem[];
}

/** The slip's text, line by line. */
export const linesOf = (slip: PrintedSlip): string[] =>
  slip.items.flatMap((item) => (item.kind === 'line' ? [item.runs.map((run) => run.text).join('')] : []));

export const qrOf = (slip: PrintedSlip): string[] =>
  slip.items.flatMap((item) => (item.kind === 'qr' ? [item.data] : []));

/** No printer's line is longer; bytes without end must not fill the memory. */
const LINE_BYTES = 512;
const LINE_DOTS = 30;
/** The largest code at level M holds no more; a printer leaves such a one out. */
const QR_BYTES = 2_331;

/** A demonstration runs for weeks, and paper without a cut comes to an end too. */
const SLIPS_KEPT = 1_000;
const ITEMS_A_SLIP = 2_000;

/** What commands leave on paper. */
export class PrintedPaper {
  #items: PrintedItem[] = [];
  #runs: PrintedRun[] = [];
  #bytes: number[] = [];
  #align = 0;
  #width = 1;
  #height = 1;
  #bold = false;
  #qrModule = 3;
  #qrData = '';
  readonly slips: PrintedSlip[] = [];
  lines = 0;
  /** Slips cut so far, those no longer kept too. */
  cuts = 0;
  drawerKicks = 0;

  /** The slip that is not cut yet. */
  get unfinished(): PrintedSlip {
    return { items: [...this.#items] };
  }

  print(command: EscposCommand): void {
    if (command.kind === 'text') this.#text(command.bytes);
    if (command.kind === 'line-feed') this.#lineFeed();
    if (command.kind === 'command') this.#command(command.code, command.args);
    if (this.#items.length >= ITEMS_A_SLIP) this.#tearOff();
  }

  #command(code: string, args: readonly number[]): void {
    const [first = 0] = args;
    if (code === '1b40') this.#initialise();
    if (code === '1b61') this.#align = first % 3;
    if (code === '1b4a') this.#items.push({ kind: 'feed', dots: first });
    if (code === '1b64') this.#items.push({ kind: 'feed', dots: first * LINE_DOTS });
    if (code === '1b70') this.drawerKicks += 1;
    if (code === '1b45') this.#style(() => (this.#bold = (first & 1) === 1));
    if (code === '1d21') this.#style(() => this.#size(first));
    if (code === '1d28') this.#qr(args);
    if (code === '1d76') this.#raster(args);
    if (code === '1d56') this.#cut(args);
  }

  #initialise(): void {
    this.#align = 0;
    this.#style(() => {
      this.#size(0);
      this.#bold = false;
    });
  }

  #size(byte: number): void {
    this.#width = ((byte >> 4) & 7) + 1;
    this.#height = (byte & 7) + 1;
  }

  #text(bytes: readonly number[]): void {
    this.#bytes.push(...bytes.slice(0, LINE_BYTES));
    if (this.#bytes.length >= LINE_BYTES || this.#runs.length >= LINE_BYTES) this.#lineFeed();
  }

  #style(change: () => void): void {
    this.#closeRun();
    change();
  }

  #closeRun(): void {
    if (this.#bytes.length === 0) return;
    const text = iconv.decode(Buffer.from(this.#bytes), 'gb18030');
    this.#runs.push({ text, width: this.#width, height: this.#height, bold: this.#bold });
    this.#bytes = [];
  }

  #lineFeed(): void {
    this.#closeRun();
    this.#items.push({ kind: 'line', align: this.#align, runs: this.#runs });
    this.#runs = [];
    this.lines += 1;
  }

  /** GS ( k for a QR code: args are `k pL pH 31 fn …`. */
  #qr(args: readonly number[]): void {
    const [letter, , , symbol, fn, ...rest] = args;
    if (letter !== 0x6b || symbol !== 0x31) return;
    if (fn === 0x43) this.#qrModule = rest[0] ?? 3;
    if (fn === 0x50) this.#qrData = Buffer.from(rest.slice(1)).toString('utf8');
    if (fn === 0x51) this.#printQr();
  }

  /** GS v 0: args are `30 m xL xH yL yH data`. */
  #raster([, , xLow = 0, xHigh = 0, , , ...data]: readonly number[]): void {
    const bytesPerRow = xLow + xHigh * 256;
    if (bytesPerRow > 0) this.#items.push({ kind: 'raster', bytesPerRow, data: [...data] });
  }

  #printQr(): void {
    if (this.#qrData === '' || Buffer.byteLength(this.#qrData) > QR_BYTES) return;
    this.#items.push({ kind: 'qr', align: this.#align, data: this.#qrData, module: this.#qrModule });
  }

  #cut([mode = 0, feed = 0]: readonly number[]): void {
    if (this.#bytes.length > 0) this.#lineFeed();
    if (mode >= 0x41) this.#items.push({ kind: 'feed', dots: feed });
    this.#tearOff();
  }

  #tearOff(): void {
    this.slips.push({ items: this.#items });
    this.#items = [];
    this.cuts += 1;
    if (this.slips.length > SLIPS_KEPT) this.slips.shift();
  }
}
