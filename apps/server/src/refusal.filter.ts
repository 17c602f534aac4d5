import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { CommandReply } from '#libs/contracts/socket';
import { Refusal } from '#libs/refusal';

const log = new Logger('Accident');

/** An accident: logged with its cause, told by a number only. */
function accident(cause: unknown): CommandReply {
  const incident = randomUUID().slice(0, 8);
  log.error(`incident ${incident}`, cause instanceof Error ? cause.stack : String(cause));
  return { ok: false, incident };
}

const refused = ({ code, params }: Refusal): CommandReply => ({
  ok: false,
  refusal: { code, params: { ...params } },
});

/** Answers a REST door: a refusal is 409, Nest's own no keeps its status, an accident is 500. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(cause: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (cause instanceof Refusal) void reply.status(409).send(refused(cause));
    else if (cause instanceof HttpException) void reply.status(cause.getStatus()).send(this.#known(cause));
    else void reply.status(500).send(accident(cause));
  }

  #known(cause: HttpException): CommandReply {
    const code =
      cause.getStatus() === 401 ? 'not-signed-in' : cause.getStatus() === 403 ? 'not-allowed' : 'bad-input';
    return { ok: false, refusal: { code, params: { what: cause.message } } };
  }
}

/** Answers a socket message through its ack: no page waits for ever. */
@Catch()
export class AckFilter implements ExceptionFilter {
  catch(cause: unknown, host: ArgumentsHost): void {
    const ack: unknown = host.getArgs().findLast((argument: unknown) => typeof argument === 'function');
    if (typeof ack !== 'function') return;
    if (cause instanceof Refusal) ack(refused(cause));
    else if (cause instanceof HttpException || isShapeError(cause))
      ack({ ok: false, refusal: { code: 'bad-input', params: {} } } satisfies CommandReply);
    else ack(accident(cause));
  }
}

const isShapeError = (cause: unknown): boolean => cause instanceof Error && cause.name === 'WsException';
