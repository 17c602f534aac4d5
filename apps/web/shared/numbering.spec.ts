import { describe, expect, it } from 'vitest';
import { createNumbering } from './numbering.js';

describe('numbering of snapshots', () => {
  it('draws each newer one and leaves late and repeated ones', () => {
    const numbering = createNumbering();
    const drawn = [1, 2, 2, 5, 3, 6].filter((number) => numbering.isNewer(number));
    expect(drawn).toEqual([1, 2, 5, 6]);
  });

  it('draws a small number after a new connection', () => {
    const numbering = createNumbering();
    numbering.isNewer(900);
    numbering.restart();
    expect(numbering.isNewer(1)).toBe(true);
  });
});
