import { Controller, Get } from '@nestjs/common';
import type { HallList } from '#libs/contracts/rest';
import { Door } from '../access/door.js';
import { Ledger } from '../ledger/ledger.js';

/** What a page needs before anybody has signed in. */
@Controller('api')
export class HallsController {
  constructor(private readonly ledger: Ledger) {}

  @Get('halls')
  @Door('hall.see')
  async list(): Promise<HallList> {
    const halls: HallList['halls'] = [];
    for (const { id } of await this.ledger.halls())
      halls.push(
        await this.ledger.hall(id, ({ config: { name, nameEn, counters } }) => ({
          ...{ id, name, nameEn },
          counters: counters.map(({ id: counterId, number, post }) => ({ id: counterId, number, post })),
        })),
      );
    return { halls };
  }

  /** 200 when commands can be taken: every hall's state can be read from the database. */
  @Get('health')
  @Door('hall.see')
  async health(): Promise<{ status: 'ok'; halls: number }> {
    const halls = await this.ledger.halls();
    for (const { id } of halls) await this.ledger.hall(id, ({ sequence }) => sequence);
    return { status: 'ok', halls: halls.length };
  }
}
