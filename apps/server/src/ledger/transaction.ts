import type pg from 'pg';
import { sha256 } from './chain.js';

/**
 * A database transaction of the ledger. By `pg` itself: Prisma's own transactions cost four times as much, and here the
 * hall's speed is decided.
 */
export class Transaction {
  private constructor(private readonly client: pg.PoolClient) {}

  /** Commits when `work` is done, and rolls back when it throws. */
  static async run<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | boolean = false;
    try {
      await client.query('BEGIN');
      const result = await work(new Transaction(client));
      await client.query('COMMIT');
      return result;
    } catch (cause) {
      await client.query('ROLLBACK').catch(() => {
        broken = true; // a client that cannot even roll back is thrown away
      });
      throw cause;
    } finally {
      client.release(broken);
    }
  }

  /** Prepared once a connection: the ledger has few texts and many calls. */
  async query<Row extends pg.QueryResultRow>(text: string, ...values: readonly unknown[]): Promise<Row[]> {
    const name = sha256(text).slice(0, 32);
    const { rows } = await this.client.query<Row>({ name, text, values: [...values] });
    return rows;
  }
}
