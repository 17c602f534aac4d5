import { FrameParser } from '../contract/framing.js';
import type { SignTemplate } from './sign-template.js';
import { shapeOf, textOf } from './template-sign.codec.js';
import type { BarHardware, BarProgram } from './virtual-bar.js';

const GAP_MS = 100;

/** A bar built after a template. */
export const templateBar =
  (template: SignTemplate, address: number) =>
  (bar: BarHardware): BarProgram =>
    new FrameParser(shapeOf(template, address), GAP_MS, bar.timers, (frame) => {
      const text = textOf(template, address, frame) ?? '';
      bar.obey(text, { text });
    });
