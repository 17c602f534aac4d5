import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import { Door } from '../access/door.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';

const hall = z.object({ hallId: z.string() });

/** The rules of a hall as they stand, for whoever may change them. */
@Controller('api')
export class ConfigController {
  constructor(
    private readonly ledger: Ledger,
    private readonly directory: Directory,
  ) {}

  @Get('halls/:hallId/config')
  @Door('hall.configure')
  inForce(@Param({ schema: hall }) { hallId }: z.infer<typeof hall>): Promise<ConfigInForce> {
    const clerks = this.directory.holders('clerk', hallId);
    return this.ledger.hall(hallId, ({ configVersion, config }) => ({
      version: configVersion,
      document: config,
      clerks: clerks.map(({ id, name, staffNumber }) => ({ id, name, staffNumber })),
    }));
  }
}
