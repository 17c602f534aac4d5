import type pg from 'pg';

export interface Database {
  pool: pg.Pool;
  embedded: boolean;
  close(): Promise<void>;
}
