import type pg from 'pg';

/** Judges a hall by its stored events alone, in SQL: nothing of the rules that made them is asked. */
export class Recount {
  constructor(
    private readonly pool: pg.Pool,
    private readonly hallId: string,
  ) {}

  /** Tickets that were called more than once, where nobody was called again on purpose. */
  ticketsCalledTwice(): Promise<string[]> {
    return this.#names(`
      SELECT "ticketId" AS name FROM event
      WHERE "ledgerId" = $1 AND type = 'ticket-called' GROUP BY "ticketId" HAVING count(*) > 1`);
  }

  /** Counters where a ticket was called before the one before it was finished, or another one finished. */
  countersWithTwo(): Promise<string[]> {
    return this.#names(`
      WITH step AS (
        SELECT type, "ticketId", sequence, record::json->'fact'->>'counterId' AS counter FROM event
        WHERE "ledgerId" = $1 AND type IN ('ticket-called', 'visit-finished')),
      pair AS (
        SELECT *, lag(type) OVER before AS type_before, lag("ticketId") OVER before AS ticket_before FROM step
        WINDOW before AS (PARTITION BY counter ORDER BY sequence))
      SELECT counter || ' at ' || sequence AS name FROM pair
      WHERE type = coalesce(type_before, 'visit-finished')
         OR type = 'visit-finished' AND ticket_before IS DISTINCT FROM "ticketId"`);
  }

  /** Tickets called after a later one of their queue. */
  ticketsOutOfOrder(): Promise<string[]> {
    return this.#names(`
      WITH call AS (
        SELECT called.sequence, issued.sequence AS place, issued.record::json->'fact'->>'number' AS number,
               issued.record::json->'fact'->>'queueId' AS queue
        FROM event called JOIN event issued
          ON issued."ledgerId" = called."ledgerId" AND issued."ticketId" = called."ticketId"
        WHERE called."ledgerId" = $1 AND called.type = 'ticket-called' AND issued.type = 'ticket-issued'),
      pair AS (SELECT *, lag(place) OVER (PARTITION BY queue ORDER BY sequence) AS before FROM call)
      SELECT number AS name FROM pair WHERE place < before`);
  }

  /** Numbers that were given twice on one day. */
  numbersGivenTwice(): Promise<string[]> {
    return this.#names(`
      WITH given AS (SELECT record::json->'fact' AS fact FROM event WHERE "ledgerId" = $1 AND type = 'ticket-issued')
      SELECT fact->>'day' || ' ' || (fact->>'number') AS name FROM given GROUP BY 1 HAVING count(*) > 1`);
  }

  /** Commands that had more than one effect of a kind. */
  requestsWithTwoEffects(): Promise<string[]> {
    return this.#names(`
      SELECT type || ' by ' || "requestId" AS name FROM event
      WHERE "ledgerId" = $1 AND actor <> 'system' GROUP BY actor, "requestId", type HAVING count(*) > 1`);
  }

  /** How often each refusal was given to these commands, e.g. `nobody-waiting 100`. */
  refusals(commands: readonly string[]): Promise<string[]> {
    return this.#names(
      `SELECT coalesce(answer::json->'refusal'->>'code', answer) || ' ' || count(*) AS name FROM command
       WHERE "ledgerId" = $1 AND name = ANY($2) AND answer::json->>'ok' = 'false'
       GROUP BY coalesce(answer::json->'refusal'->>'code', answer) ORDER BY 1`,
      commands,
    );
  }

  async events(type: string): Promise<number> {
    const { rows } = await this.pool.query<{ count: string }>(
      'SELECT count(*) FROM event WHERE "ledgerId" = $1 AND type = $2',
      [this.hallId, type],
    );
    return Number(rows[0]?.count);
  }

  async #names(sql: string, ...more: unknown[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(sql, [this.hallId, ...more]);
    return rows.map(({ name }) => name);
  }
}
