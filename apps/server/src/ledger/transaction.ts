import type pg from 'pg';
import { sha256 } from './chain.js';

/**
 * A database transaction of the ledger. By `pg` itself: Prisma's own transactions cost four times as much, and here the
 * hall's speed is decided. Statements are sent without waiting for the answers of the ones before them (pg's `pipeline`):
 * in a transaction that has failed the database takes no further one, so that nothing is lost by it.
 */
export class Transaction {
  readonly #sent: Promise<unknown>[] = [];

  private constructor(private readonly client: pg.PoolClient) {}

  /** Commits when `work` is done, and rolls back when it, or a statement it sent, fails. */
  static async run<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | boolean = false;
    try {
      const transaction = new Transaction(client);
      transaction.#keep(client.query('BEGIN'));
      const result = await work(transaction);
      transaction.#keep(client.query('COMMIT'));
      await transaction.#allDone();
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

  /** A statement whose answer nobody needs; its failure is the transaction's. */
  send(text: string, ...values: readonly unknown[]): void {
    this.#keep(this.query(text, ...values));
  }

  #keep(sent: Promise<unknown>): void {
    sent.catch(() => undefined); // told by #allDone
    this.#sent.push(sent);
  }

  /** Throws what failed first: what follows it only says that the transaction has failed. */
  async #allDone(): Promise<void> {
    for (const sent of this.#sent) await sent;
  }
}
