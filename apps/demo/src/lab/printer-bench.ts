import type { HandAct, LabDeviceOf } from '#libs/contracts/lab';
import type { SlipPrinterSimulator } from '#devices/slip-printer/slip-printer.simulator';
import { ears, lateness, Moods, NOISE, plug, type Bench } from './bench.js';

type Printer = LabDeviceOf<'slip-printer'>;

/** As many as are looked at; a picture is some ten kilobytes. */
const SLIPS_SHOWN = 5;

export class PrinterBench implements Bench {
  readonly #moods: Moods;
  #paper: Printer['paper'] = 'full';
  #slips: Printer['slips'] = [];

  constructor(
    readonly id: string,
    private readonly place: Printer['place'],
    private readonly simulator: SlipPrinterSimulator,
  ) {
    const { printer } = simulator;
    this.#moods = new Moods({
      unplugged: plug(simulator),
      deaf: ears(printer),
      late: lateness((milliseconds) => printer.answerAfter(milliseconds)),
      'cover-open': (on) => (on ? printer.openCover() : printer.closeCover()),
      jammed: (on) => (on ? printer.jam() : printer.clearJam()),
    });
  }

  look(): Printer {
    this.#lookAtSlips();
    return {
      ...{ id: this.id, kind: 'slip-printer', place: this.place, connected: this.simulator.hosts() > 0 },
      ...{ moods: this.#moods.list(), paper: this.#paper, slips: this.#slips },
    };
  }

  async act(hand: HandAct): Promise<void> {
    if (hand.act === 'mood') await this.#moods.set(hand.mood, hand.on);
    if (hand.act === 'noise') this.simulator.printer.noise(NOISE);
    if (hand.act === 'paper') this.#setPaper(hand.paper);
  }

  onChange(look: () => void): () => void {
    return this.simulator.printer.onChange(look);
  }

  #setPaper(paper: Printer['paper']): void {
    const { printer } = this.simulator;
    this.#paper = paper;
    if (paper === 'full') printer.loadPaper();
    else if (paper === 'near-end') printer.nearEnd();
    else printer.takePaperOut();
  }

  /** A slip is drawn once. */
  #lookAtSlips(): void {
    const cuts = this.simulator.cuts();
    const seen = this.#slips[0]?.number ?? 0;
    if (cuts === seen) return;
    const fresh = this.simulator.slips().slice(-Math.min(cuts - seen, SLIPS_SHOWN));
    const drawn = fresh.map((slip, place) => ({
      number: cuts - fresh.length + place + 1,
      picture: slip.picture(),
      code: slip.qr[0] ?? null,
    }));
    this.#slips = [...drawn.reverse(), ...this.#slips].slice(0, SLIPS_SHOWN);
  }
}
