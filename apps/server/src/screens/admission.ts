import { Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Socket } from 'socket.io';
import { handshake, type CONNECT_REFUSALS } from '#libs/contracts/socket';
import { Identity, screenCookie, SESSION_COOKIE, type Known } from '../access/identity.js';
import { may, type Permission } from '../access/permissions.js';
import { SlipLinks } from '../access/secrets.js';

/** A page that may look: who it is, and at what. */
export interface Admitted extends Known {
  page: 'screen' | 'counter' | 'duty' | 'guide' | 'follow';
}
export type ConnectRefusal = (typeof CONNECT_REFUSALS)[number];

/** Lets a socket in by its cookie or its slip's link, or says why not. */
@Injectable()
export class Admission {
  constructor(
    private readonly identity: Identity,
    private readonly links: SlipLinks,
  ) {}

  async of({ auth, headers }: Socket['handshake']): Promise<Admitted | ConnectRefusal> {
    const asked = handshake.safeParse(auth);
    if (!asked.success) return 'bad-input';
    const cookies = parseCookie(headers.cookie ?? '');
    switch (asked.data.page) {
      case 'screen': {
        const known = await this.identity.device(cookies[screenCookie(asked.data.deviceId)]);
        return admitted('screen', 'screen.watch', known, 'not-enrolled');
      }
      case 'counter': {
        const known = await this.identity.person(cookies[SESSION_COOKIE]);
        if (known?.actor.kind === 'person' && known.actor.counterId === null) return 'not-at-a-counter';
        return admitted('counter', 'counter.watch', known, 'not-signed-in');
      }
      case 'duty': {
        const known = await this.identity.person(cookies[SESSION_COOKIE]);
        return admitted('duty', 'duty.watch', known, 'not-signed-in');
      }
      case 'guide': {
        const known = await this.identity.person(cookies[SESSION_COOKIE]);
        return admitted('guide', 'guide.watch', known, 'not-signed-in');
      }
      case 'follow': {
        const slip = this.links.read(asked.data.token);
        if (!slip) return 'ticket-unknown';
        return { page: 'follow', hallId: slip.hallId, actor: { kind: 'visitor', ticketId: slip.ticketId } };
      }
    }
  }
}

function admitted(
  page: Admitted['page'],
  permission: Permission,
  known: Known | null,
  otherwise: ConnectRefusal,
): Admitted | ConnectRefusal {
  return known && may(known.actor, permission) ? { ...known, page } : otherwise;
}
