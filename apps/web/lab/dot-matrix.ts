/** A bar of eight Chinese characters of 16 dots. */
export const DOTS = { wide: 128, high: 16 } as const;
/** Picture points a dot. */
export const PITCH = 8;

const RADIUS = 3;
const STEP_MS = 60;
/** Blank dots between the end of a moving text and its beginning. */
const GAP = 32;
/** Of 255; a fainter point of a letter is no dot. */
const LIT = 110;

export interface Shown {
  text: string;
  colour: 'red' | 'green' | 'yellow';
  moves: boolean;
}

export interface DotMatrix {
  show(shown: Shown): void;
  stop(): void;
}

interface Dots {
  wide: number;
  lit(x: number, y: number): boolean;
}

/** Draws a text as an LED bar shows it. It works only while something moves. */
export function createDotMatrix(canvas: HTMLCanvasElement): DotMatrix {
  const style = getComputedStyle(canvas);
  const font = `500 15px ${style.getPropertyValue('--font')}`;
  let timer = 0;
  let turn = 0;

  function run({ text, colour, moves }: Shown): void {
    window.clearInterval(timer);
    const dots = dotsOf(text, font);
    const paint = (from: number): void =>
      draw(canvas, dots, from, {
        lit: style.getPropertyValue(`--led-${colour}`),
        dark: style.getPropertyValue('--led-off'),
      });
    if (dots.wide <= DOTS.wide) return paint(-Math.floor((DOTS.wide - dots.wide) / 2));
    paint(0);
    if (!moves || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let from = 0;
    timer = window.setInterval(() => {
      from = from >= dots.wide ? -GAP : from + 1;
      paint(from);
    }, STEP_MS);
  }

  return {
    show: (shown) => {
      turn += 1;
      const mine = turn;
      const draws = (): void => {
        if (mine === turn) run(shown);
      };
      draws();
      // letters that have not been loaded yet are drawn again once they are there
      document.fonts.load(font, shown.text).then(draws, draws);
    },
    stop: () => {
      turn += 1;
      window.clearInterval(timer);
    },
  };
}

function dotsOf(text: string, font: string): Dots {
  const sheet = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!sheet || text === '') return { wide: 0, lit: () => false };
  sheet.font = font;
  const wide = Math.ceil(sheet.measureText(text).width);
  sheet.canvas.width = wide;
  sheet.canvas.height = DOTS.high;
  sheet.font = font;
  sheet.textBaseline = 'alphabetic';
  sheet.fillText(text, 0, 13);
  const { data } = sheet.getImageData(0, 0, wide, DOTS.high);
  const lit = (x: number, y: number): boolean =>
    x >= 0 && x < wide && (data[(y * wide + x) * 4 + 3] ?? 0) > LIT;
  return { wide, lit };
}

function draw(
  canvas: HTMLCanvasElement,
  dots: Dots,
  from: number,
  colours: { lit: string; dark: string },
): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  for (const lit of [false, true]) {
    pen.fillStyle = lit ? colours.lit : colours.dark;
    pen.beginPath();
    for (let y = 0; y < DOTS.high; y += 1)
      for (let x = 0; x < DOTS.wide; x += 1) {
        if (dots.lit(from + x, y) !== lit) continue;
        const middle = { x: (x + 0.5) * PITCH, y: (y + 0.5) * PITCH };
        pen.moveTo(middle.x + RADIUS, middle.y);
        pen.arc(middle.x, middle.y, RADIUS, 0, 2 * Math.PI);
      }
    pen.fill();
  }
}
