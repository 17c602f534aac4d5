import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  guideQuery,
  type GuideHead,
  type GuideResults,
  type HallDirectory,
  type PublicGuide,
} from '#libs/contracts/guides';
import { nearest, search, type Indexed } from '#libs/disclosure/search';
import { Door } from '../access/door.js';
import { PublicAddress } from '../access/public-address.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { GuideShelf } from './guide-shelf.js';
import { directoryOf, placesOf } from './hall-directory.js';

const hall = z.object({ hallId: z.string() });
const oneGuide = hall.extend({ guideId: z.string() });

/** As many as somebody reads through; a narrower question finds the rest. */
const SHOWN_MOST = 100;
const NEAREST_MOST = 5;

/** What the hall owes the public about its matters: looked for and read by anyone (requirements 98, 99, 110). */
@Controller('api')
export class GuidesController {
  constructor(
    private readonly ledger: Ledger,
    private readonly shelf: GuideShelf,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  @Get('halls/:hallId/guides')
  @Door('hall.see')
  async find(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Query({ schema: guideQuery }) sought: z.infer<typeof guideQuery>,
  ): Promise<GuideResults> {
    await this.#mustBeHall(hallId);
    const { index } = await this.shelf.of(hallId);
    const found = search(index, sought);
    const near = found.length === 0 ? nearest(index, sought.query ?? '', NEAREST_MOST) : [];
    return {
      total: found.length,
      guides: found.slice(0, SHOWN_MOST).map(headOf),
      nearest: near.map(headOf),
    };
  }

  @Get('halls/:hallId/guides/:guideId')
  @Door('hall.see')
  async read(
    @Param({ schema: oneGuide }) { hallId, guideId }: z.infer<typeof oneGuide>,
  ): Promise<PublicGuide> {
    await this.#mustBeHall(hallId);
    const guide = (await this.shelf.of(hallId)).guides.get(guideId);
    if (!guide) throw new NotFoundException('no such guide in force');
    const { version, effectiveFrom, document, matterId } = guide;
    const places = await this.ledger.hall(hallId, (state) => placesOf(state, matterId));
    return { guideId, version, effectiveFrom, document, ...places };
  }

  @Get('halls/:hallId/directory')
  @Door('hall.see')
  async directory(@Param({ schema: hall }) { hallId }: z.infer<typeof hall>): Promise<HallDirectory> {
    await this.#mustBeHall(hallId);
    const { guides } = await this.shelf.of(hallId);
    const documents = [...guides.values()].map(({ document }) => document);
    const told = await this.ledger.hall(hallId, (state) => directoryOf(state, documents));
    return {
      ...{ ...told, at: this.clock.now().toISOString() },
      address: `${this.address.base}/enquiry/?hall=${encodeURIComponent(hallId)}`,
    };
  }

  async #mustBeHall(hallId: string): Promise<void> {
    const halls = await this.ledger.halls();
    if (!halls.some(({ id }) => id === hallId)) throw new NotFoundException('no such hall');
  }
}

const headOf = ({ id: guideId, code, name, nameEn, authority }: Indexed): GuideHead => ({
  ...{ guideId, code, name, nameEn, authority },
});
