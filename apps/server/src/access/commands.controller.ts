import { Body, Controller, ForbiddenException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { commandMessage, type CommandReply } from '#libs/contracts/socket';
import type { Actor } from '#libs/hall/actor';
import { CommandDoor } from './command-door.js';
import type { KnownRequest } from './door.guard.js';
import { Door } from './door.js';
import { PublicThrottle } from './public-throttle.js';

const place = z.object({ hallId: z.string(), name: z.string().max(60) });
const asked = commandMessage.omit({ name: true });
const NOBODY: Actor = { kind: 'public' };

/** The REST door of every command; each row of the table is one address. */
@Controller('api')
export class CommandsController {
  constructor(
    private readonly door: CommandDoor,
    private readonly throttle: PublicThrottle,
  ) {}

  @Post('halls/:hallId/commands/:name')
  @Door('by-command')
  async run(
    @Param({ schema: place }) { hallId, name }: z.infer<typeof place>,
    @Body({ schema: asked }) body: z.infer<typeof asked>,
    @Req() { known, ip }: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandReply> {
    if (known && known.hallId !== hallId) throw new ForbiddenException('another hall');
    if (!known && this.door.isOpen(name)) this.throttle.count(ip);
    const answer = await this.door.run(hallId, known?.actor ?? NOBODY, { name, ...body });
    void reply.status(statusOf(answer, known !== null));
    return answer;
  }
}

function statusOf(answer: CommandReply, known: boolean): number {
  if (answer.ok) return 200;
  if (!('refusal' in answer)) return 500;
  if (answer.refusal.code === 'not-allowed') return known ? 403 : 401;
  return answer.refusal.code === 'bad-input' ? 400 : 409;
}
