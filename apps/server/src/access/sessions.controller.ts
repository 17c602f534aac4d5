import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { signInBody, type Me } from '#libs/contracts/rest';
import { Refusal } from '#libs/refusal';
import type { z } from 'zod';
import type { KnownRequest } from './door.guard.js';
import { Door } from './door.js';
import { Cookies } from './cookies.js';
import { Identity, SESSION_COOKIE } from './identity.js';
import { Profile } from './profile.js';
import { SignIn } from './sign-in.js';

/** Personal accounts: sign in, who am I, sign out (requirement 157). */
@Controller('api')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly identity: Identity,
    private readonly profile: Profile,
    private readonly cookies: Cookies,
  ) {}

  @Post('sessions')
  @Door('identity.prove')
  async open(
    @Body({ schema: signInBody }) body: z.infer<typeof signInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const token = await this.signIn.open(body);
    const known = await this.identity.person(token);
    if (!known) throw new Refusal('not-signed-in');
    this.cookies.set(reply, SESSION_COOKIE, token);
    return this.profile.of(known);
  }

  @Get('sessions/current')
  @Door('session.own')
  me(@Req() { known }: KnownRequest): Promise<Me> {
    if (!known) throw new Refusal('not-signed-in');
    return this.profile.of(known);
  }

  @Delete('sessions/current')
  @Door('session.own')
  @HttpCode(204)
  async close(
    @Req() { known }: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (!known) throw new Refusal('not-signed-in');
    await this.profile.signOut(known);
    this.cookies.clear(reply, SESSION_COOKIE);
  }
}
