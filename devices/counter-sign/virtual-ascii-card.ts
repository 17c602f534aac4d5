import { FrameParser } from '../contract/framing.js';
import { fromGb18030 } from '../contract/gb-text.js';
import { BAR_PACKET, decodePacket } from './ascii-bar.codec.js';
import type { BarHardware, BarProgram } from './virtual-bar.js';

const GAP_MS = 100;

/** A text card; what such a card answers is not known, so it says that much. Null: it never answers. */
export const asciiCard =
  (card: number, answer: Uint8Array | null) =>
  (bar: BarHardware): BarProgram =>
    new FrameParser(BAR_PACKET, GAP_MS, bar.timers, (frame) => {
      const packet = decodePacket(frame);
      if (!packet || packet.card !== card) return;
      if (packet.kind === 'page') bar.obey(`page ${packet.page}`, { page: packet.page });
      else {
        const text = fromGb18030(packet.text).trimEnd();
        bar.obey(text, { text, colour: packet.colour });
      }
      if (answer) bar.answer(answer);
    });
