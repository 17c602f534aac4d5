import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PublicAddress } from './public-address.js';

/** A screen keeps its place for years; a person's session ends with the session. */
const SCREEN_SECONDS = 5 * 365 * 24 * 3600;

/** Secrets travel in cookies no script can read, to this server alone. */
@Injectable()
export class Cookies {
  constructor(private readonly address: PublicAddress) {}

  set(reply: FastifyReply, name: string, value: string): void {
    const lasting = name.startsWith('tingxu_screen_') ? { maxAge: SCREEN_SECONDS } : {};
    void reply.setCookie(name, value, { ...this.#kind(), ...lasting });
  }

  clear(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, this.#kind());
  }

  #kind() {
    const secure = this.address.base.startsWith('https:');
    return { httpOnly: true, sameSite: 'strict' as const, path: '/', secure };
  }
}
