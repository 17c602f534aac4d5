const DIGIT_UNITS = [
  ...(['digit-0', 'digit-1', 'digit-2', 'digit-3', 'digit-4'] as const),
  ...(['digit-5', 'digit-6', 'digit-7', 'digit-8', 'digit-9'] as const),
] as const;
const FIRST_LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'] as const;
const LAST_LETTERS = ['n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'] as const;
const LETTERS = [...FIRST_LETTERS, ...LAST_LETTERS] as const;
const WORD_UNITS = ['chime', 'qing', 'hao', 'dao', 'shi', 'bai', 'yao', 'hao-chuangkou', 'banli'] as const;

/** One recording each, by its file's name: in the default bank and in a hall's own recordings alike. */
export type ClipUnit =
  (typeof WORD_UNITS)[number] | (typeof DIGIT_UNITS)[number] | `letter-${(typeof LETTERS)[number]}`;

export const CLIP_UNITS: readonly ClipUnit[] = [
  ...WORD_UNITS,
  ...DIGIT_UNITS,
  ...LETTERS.map((letter) => `letter-${letter}` as const),
];

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

const UNIT_OF_SOUND: ReadonlyMap<string, ClipUnit> = new Map<string, ClipUnit>([
  ...DIGIT_UNITS.map((unit, digit) => [NUMERALS[digit] ?? '', unit] as const),
  ...LETTERS.map((letter) => [letter.toUpperCase(), `letter-${letter}`] as const),
  ['十', 'shi'],
  ['百', 'bai'],
  ['幺', 'yao'],
]);

const numeral = (digit: number): string => NUMERALS[digit] ?? '';

/** Singly, as ticket numbers are read aloud; `yao` says 幺 for one, as telephone operators do. */
function spelled(text: string, yao: boolean): string {
  return [...text.toUpperCase()]
    .map((sign) => (/\d/.test(sign) ? (yao && sign === '1' ? '幺' : numeral(Number(sign))) : sign))
    .filter((sound) => UNIT_OF_SOUND.has(sound))
    .join('');
}

/** A counter is read as a number: 十二, 二十, 一百零五, 一百一十. Beyond 999 it is a room's number and spelled. */
export function counterInWords(counter: number): string {
  if (!Number.isInteger(counter) || counter < 1 || counter > 999) return spelled(String(counter), false);
  const hundreds = Math.floor(counter / 100);
  const tens = Math.floor(counter / 10) % 10;
  const ones = counter % 10;
  const head = hundreds > 0 ? `${numeral(hundreds)}百` : '';
  const tail = ones > 0 ? numeral(ones) : '';
  if (tens === 0) return head && tail ? `${head}零${tail}` : head + tail;
  return `${head}${tens === 1 && !head ? '' : numeral(tens)}十${tail}`;
}

const clips = (sounds: string): ClipUnit[] => [...sounds].flatMap((sound) => UNIT_OF_SOUND.get(sound) ?? []);

export interface CallPhrase {
  /** To read: the number as it stands on the slip. */
  caption: string;
  captionEn: string;
  /** For a voice that reads text: the number as it is spoken. */
  spoken: string;
  /** For the clip bank, without the chime. */
  units: readonly ClipUnit[];
}

/** What is said and shown for one call: 请 A 零一七 号到 十二 号窗口办理. */
export function callPhrase(number: string, counter: number, { yao } = { yao: false }): CallPhrase {
  const ticketWords = spelled(number, yao);
  const counterWords = counterInWords(counter);
  return {
    caption: `请 ${number} 号到 ${counter} 号窗口办理`,
    captionEn: `${number}, please go to counter ${counter}`,
    spoken: `请${[...ticketWords].join(' ')}号，到${counterWords}号窗口办理。`,
    units: ['qing', ...clips(ticketWords), 'hao', 'dao', ...clips(counterWords), 'hao-chuangkou', 'banli'],
  };
}
