import './quiet-zod.js';
import { hallConfig } from '#libs/contracts/hall-config';
import type { HallConfig } from '#libs/hall/config';
import type { Section } from './sections.js';

type Path = readonly PropertyKey[];

/** One thing that the hall's schema does not take, in the parts of a sentence. */
export interface Fault {
  section: Section | null;
  /** The queue or counter it is about. */
  queueName: string | null;
  /** Whose skill it is about. */
  personId: string | null;
  counterNumber: number | null;
  /** Of a table, from 1. */
  row: number | null;
  /** The field's own key, `span` for a from and a to at odds. */
  field: string;
  what:
    'missing' | 'number' | 'whole' | 'date' | 'form' | 'backwards' | 'least' | 'most' | 'fewest' | 'longest';
  bound: number;
}

/** The same schema that stands at the server's door, asked before anything is sent. */
export function faultsOf(draft: HallConfig): Fault[] {
  const checked = hallConfig.safeParse(draft);
  return (checked.error?.issues ?? []).map((issue) => ({
    ...whereOf(issue.path, draft),
    ...whatOf(issue),
  }));
}

function whereOf(path: Path, { queues, counters, skills }: HallConfig): Omit<Fault, 'what' | 'bound'> {
  const [kind, place] = path;
  const owned = kind === 'queues' || kind === 'counters' || kind === 'skills';
  const index = typeof place === 'number' ? place : -1;
  const rows = path.slice(owned ? 2 : 0).filter((key) => typeof key === 'number');
  const last = path[path.length - 1];
  const row = rows[0];
  return {
    section: sectionOf(path),
    queueName: kind === 'queues' ? (queues[index]?.name ?? null) : null,
    personId: kind === 'skills' ? (skills[index]?.personId ?? null) : null,
    counterNumber: kind === 'counters' ? (counters[index]?.number ?? null) : null,
    row: row === undefined ? null : row + 1,
    field: fieldOf(kind, last),
  };
}

function fieldOf(kind: PropertyKey | undefined, last: PropertyKey | undefined): string {
  if (kind === 'skills') return 'skills';
  if (kind === 'visitors' && last === 'days') return 'noShowDays';
  if (kind === 'collections' && last === 'keepDays') return 'signatureDays';
  return typeof last === 'string' ? last : 'span';
}

const BY_QUEUE: Readonly<Record<string, Section>> = {
  hours: 'hours',
  stopIssuingMinutes: 'hours',
  quota: 'numbers',
  firstNumber: 'numbers',
  numberDigits: 'numbers',
  calls: 'missed',
};
const BY_KEY: Readonly<Record<string, Section>> = {
  specialDays: 'days',
  extraHours: 'extra',
  noonRotas: 'noon',
  callOrder: 'order',
  routes: 'routes',
  routeRating: 'routes',
  appointments: 'booking',
  visitors: 'visitors',
  counters: 'counters',
  slipTemplate: 'slip',
  skills: 'skills',
  selfTestMinutes: 'devices',
  undecidedAtClose: 'missed',
  enquiries: 'enquiries',
  collections: 'collections',
  publications: 'publications',
  disclosure: 'disclosure',
};

function sectionOf([kind, second, third]: Path): Section | null {
  if (kind === 'queues') return BY_QUEUE[String(third)] ?? null;
  return BY_KEY[String(kind === 'calendar' ? second : kind)] ?? null;
}

interface Issue {
  code?: string | undefined;
  origin?: string;
  format?: string;
  expected?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
}

function whatOf({
  code,
  origin,
  format,
  expected,
  minimum = 0,
  maximum = 0,
}: Issue): Pick<Fault, 'what' | 'bound'> {
  const bound = Number(code === 'too_big' ? maximum : minimum);
  switch (code) {
    case 'too_small':
      if (origin === 'string') return { what: 'missing', bound };
      return { what: origin === 'array' ? 'fewest' : 'least', bound };
    case 'too_big':
      return { what: origin === 'string' ? 'longest' : 'most', bound };
    case 'invalid_type':
      if (expected === 'int') return { what: 'whole', bound };
      return { what: expected === 'number' ? 'number' : 'missing', bound };
    case 'invalid_format':
      return { what: format === 'date' ? 'date' : 'form', bound };
    case 'custom':
      return { what: 'backwards', bound };
    default:
      return { what: 'form', bound };
  }
}
