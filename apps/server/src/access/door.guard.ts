import type {} from '@fastify/cookie';
import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DOOR, type DoorPermission } from './door.js';
import { Identity, screenCookie, SESSION_COOKIE, type Known } from './identity.js';
import { may } from './permissions.js';
import { BookingLinks } from './secrets.js';

/** A request whose sender is known, as far as it told. */
export interface KnownRequest extends FastifyRequest {
  known: Known | null;
}

/** Stands before every REST door: who asks, in which hall, and may they. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: Identity,
    private readonly bookings: BookingLinks,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets show who they are when they connect
    const permission = this.reflector.get<DoorPermission | undefined>(DOOR, context.getHandler());
    const request = context.switchToHttp().getRequest<KnownRequest>();
    request.known = await this.#known(request);
    if (!permission) throw new ForbiddenException('a door without a permission');
    const hallId = hallOf(request.params);
    const { known } = request;
    if (permission !== 'by-command' && !may(known?.actor ?? { kind: 'public' }, permission))
      throw known ? new ForbiddenException('not allowed') : new UnauthorizedException('not signed in');
    const own = permission === 'hall.see' || permission === 'identity.prove';
    if (hallId && known && known.hallId !== hallId && !own) throw new ForbiddenException('another hall');
    return true;
  }

  /** A page of a screen names its device in a header; its cookie proves it. The page of a booking shows its link. Otherwise it is a member of staff, or nobody. */
  async #known({ cookies, headers }: FastifyRequest): Promise<Known | null> {
    const screen = headers['x-tingxu-screen'];
    if (typeof screen === 'string') return this.identity.device(cookies[screenCookie(screen)]);
    const booking = headers['x-tingxu-booking'];
    if (typeof booking === 'string') return this.#booker(booking);
    return this.identity.person(cookies[SESSION_COOKIE]);
  }

  #booker(token: string): Known | null {
    const link = this.bookings.read(token);
    return link && { hallId: link.hallId, actor: { kind: 'booker', bookingId: link.bookingId } };
  }
}

function hallOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('hallId' in params)) return undefined;
  return typeof params.hallId === 'string' ? params.hallId : undefined;
}
