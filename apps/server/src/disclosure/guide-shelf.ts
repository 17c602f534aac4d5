import { Injectable } from '@nestjs/common';
import { businessDay } from '#libs/calendar/business-day';
import { guideDocument } from '#libs/contracts/guides';
import { inForceOn } from '#libs/disclosure/apply-guides';
import type { GuideDocument } from '#libs/disclosure/guide';
import { indexed, type Indexed } from '#libs/disclosure/search';
import { isGuide } from '#libs/hall/event-families';
import { PrismaClient } from '#prisma/client/client';
import { Clock } from '../clock.js';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { spell } from './spell.js';

export interface ShownGuide {
  guideId: string;
  matterId: string | null;
  version: number;
  effectiveFrom: string;
  document: GuideDocument;
  index: Indexed;
}

interface Shelf {
  day: string;
  guides: Map<string, ShownGuide>;
  index: Indexed[];
}

type Told = Omit<ShownGuide, 'document' | 'index'>;

/** The guides in force in each hall, whole and ready to be searched. Made anew after an event and at the turn of the day. */
@Injectable()
export class GuideShelf {
  readonly #shelves = new Map<string, Promise<Shelf>>();
  readonly #days = new Map<string, string>();
  /** A version never changes: what was read of it stays. */
  readonly #last = new Map<string, Shelf>();

  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((hallId, events) => {
      if (events.some(({ fact }) => isGuide(fact) || fact.type === 'hall-configured'))
        this.#shelves.delete(hallId);
    });
  }

  async of(hallId: string): Promise<Shelf> {
    const day = await this.ledger.hall(hallId, ({ config }) =>
      businessDay(this.clock.now(), config.timeZone),
    );
    const standing = this.#days.get(hallId) === day ? this.#shelves.get(hallId) : undefined;
    if (standing) return standing;
    const filled = this.#fill(hallId, day);
    this.#days.set(hallId, day);
    this.#shelves.set(hallId, filled);
    filled.catch(() => this.#shelves.delete(hallId));
    return filled;
  }

  async #fill(hallId: string, day: string): Promise<Shelf> {
    const told = await this.ledger.hall(hallId, ({ guides }) =>
      [...guides.values()].flatMap((guide): Told[] => {
        const { version, effectiveFrom } = inForceOn(guide, day) ?? {};
        if (version === undefined || !effectiveFrom) return [];
        return [{ guideId: guide.id, matterId: guide.matterId, version, effectiveFrom }];
      }),
    );
    const before = this.#last.get(hallId)?.guides;
    const kept = (one: Told): ShownGuide | undefined => {
      const found = before?.get(one.guideId);
      return found?.version === one.version ? { ...found, ...one } : undefined;
    };
    const fresh = told.filter((one) => !kept(one));
    const documents = await this.#read(fresh);
    const guides = new Map(
      told.flatMap((one): [string, ShownGuide][] => {
        const shown = kept(one) ?? shownAs(one, documents.get(one.guideId));
        return shown ? [[one.guideId, shown]] : [];
      }),
    );
    const shelf = { day, guides, index: [...guides.values()].map(({ index }) => index) };
    this.#last.set(hallId, shelf);
    return shelf;
  }

  async #read(wanted: readonly Told[]): Promise<Map<string, GuideDocument>> {
    const found = new Map<string, GuideDocument>();
    if (wanted.length === 0) return found;
    const versions = new Map(wanted.map(({ guideId, version }) => [guideId, version]));
    const rows = await this.prisma.guideVersion.findMany({
      where: { guideId: { in: [...versions.keys()] } },
      select: { guideId: true, version: true, document: true },
    });
    for (const { guideId, version, document } of rows)
      if (versions.get(guideId) === version) found.set(guideId, guideDocument.parse(JSON.parse(document)));
    return found;
  }
}

function shownAs(told: Told, document: GuideDocument | undefined): ShownGuide | undefined {
  if (!document) return undefined;
  const { code, name, nameEn, authority, events } = document;
  return {
    ...{ ...told, document },
    index: indexed({ id: told.guideId, code, name, nameEn, authority, events }, spell),
  };
}
