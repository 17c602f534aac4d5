import type { PrismaClient } from '#prisma/client/client';
import type { Attachment } from '#libs/hall/decision';
import type { RowWrite } from './row-writes.js';

/** An event in its chain, whatever the chain is of. */
export interface Chained<Fact> {
  sequence: number;
  at: Date;
  actor: string;
  requestId: string;
  configVersion: number;
  fact: Fact;
}

/** What a chain is of: how its state is loaded, brought forward, and written into rows. */
export interface Scope<
  State extends { sequence: number; configVersion: number },
  Fact extends { type: string },
> {
  kind: 'hall' | 'organisation';
  load(prisma: PrismaClient, id: string, sequence: number): Promise<State>;
  apply(state: State, event: Chained<Fact>, attachment: Attachment | undefined): void;
  /** The rows of one event, with the state after it. */
  project(state: State, event: Chained<Fact>, attachment: Attachment | undefined): RowWrite[];
  /** Columns of the ledger's own row that the state decides. */
  head(state: State): { configVersion: number; day: string };
}
