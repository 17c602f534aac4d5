import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#prisma/client/client';
import type { Database } from './database.js';
import { statementNames } from './statement-names.js';

/**
 * On the embedded database there is one connection: a query on this client inside `$transaction` would wait for ever
 * for the transaction that it stands in, so use only the transaction's own client there.
 */
export function createPrisma(database: Database): PrismaClient {
  const statementNameGenerator = statementNames();
  return new PrismaClient({
    adapter: new PrismaPg(database.pool, { statementNameGenerator }),
    // a report in the one session of the embedded database may stand before us in the line
    transactionOptions: { maxWait: 30_000, timeout: 60_000 },
  });
}
