import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/hall/actor';
import { ENROLLED_KINDS } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import { sha256 } from '../ledger/chain.js';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';

/** Someone who has shown who they are, and in which hall. */
export interface Known {
  hallId: string;
  actor: Actor;
}

/** A live session. Roles are looked up each time: they may change while it lasts. */
interface Seated {
  hallId: string;
  sessionId: string;
  personId: string;
  counterId: string | null;
}

export const SESSION_COOKIE = 'tingxu_session';
/** One browser may hold several screens: a cookie each. */
export const screenCookie = (deviceId: string): string => `tingxu_screen_${deviceId}`;

/** Who a token stands for. Looked up once, remembered until the session ends or the place is taken anew. */
@Injectable()
export class Identity {
  readonly #people = new Map<string, Seated>();
  readonly #devices = new Map<string, Known & { deviceId: string }>();

  constructor(
    private readonly prisma: PrismaClient,
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    feed: Feed,
  ) {
    feed.onHall((_hallId, events) => {
      for (const { fact } of events) {
        if (fact.type === 'session-closed')
          forget(this.#people, ({ sessionId }) => sessionId === fact.sessionId);
        if (fact.type === 'device-enrolled')
          forget(this.#devices, ({ deviceId }) => deviceId === fact.deviceId);
        if (fact.type === 'hall-configured') this.#devices.clear();
      }
    });
  }

  async person(token: string | undefined): Promise<Known | null> {
    if (!token) return null;
    const tokenHash = sha256(token);
    const seated = this.#people.get(tokenHash) ?? (await this.#seated(tokenHash));
    if (!seated) return null;
    const { hallId, sessionId, personId, counterId } = seated;
    const roles = this.directory.roles(personId, hallId);
    return { hallId, actor: { kind: 'person', personId, sessionId, roles, counterId } };
  }

  async #seated(tokenHash: string): Promise<Seated | null> {
    const session = await this.prisma.staffSession.findUnique({ where: { tokenHash } });
    if (!session || session.closedAt) return null;
    const { id: sessionId, hallId, personId, counterId } = session;
    const seated = { hallId, sessionId, personId, counterId };
    // remembered only where it lives at this moment of the ledger: its end is told after this
    return this.ledger.hall(hallId, ({ sessions }) => {
      if (!sessions.has(sessionId)) return null;
      this.#people.set(tokenHash, seated);
      return seated;
    });
  }

  async device(token: string | undefined): Promise<Known | null> {
    if (!token) return null;
    const tokenHash = sha256(token);
    const known = this.#devices.get(tokenHash);
    if (known) return known;
    const row = await this.prisma.enrolment.findUnique({ where: { tokenHash } });
    if (!row) return null;
    const { deviceId, hallId } = row;
    const device = await this.ledger.hall(hallId, ({ config }) =>
      config.devices.find(({ id }) => id === deviceId),
    );
    const deviceKind = ENROLLED_KINDS.find((kind) => kind === device?.kind);
    if (!device || !deviceKind) return null;
    const actor = { kind: 'device' as const, deviceId, deviceKind, counterId: device.counterId ?? null };
    const found = { hallId, deviceId, actor };
    this.#devices.set(tokenHash, found);
    return found;
  }
}

function forget<T>(known: Map<string, T>, gone: (one: T) => boolean): void {
  for (const [key, one] of known) if (gone(one)) known.delete(key);
}
