import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { enrolBody, type EnrolAnswer, type EnrolmentCode } from '#libs/contracts/rest';
import { Cookies } from './cookies.js';
import { Door } from './door.js';
import { Enrolment } from './enrolment.js';
import { screenCookie } from './identity.js';

const place = z.object({ hallId: z.string(), deviceId: z.string() });

/** Screens and agents take their places (house.md: "screens and agents enrolled as devices by a one-time code"). */
@Controller('api')
export class EnrolmentController {
  constructor(
    private readonly enrolment: Enrolment,
    private readonly cookies: Cookies,
  ) {}

  @Post('devices/enrol')
  @Door('identity.prove')
  async enrol(
    @Body({ schema: enrolBody }) { code }: z.infer<typeof enrolBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolAnswer> {
    const { token, ...device } = await this.enrolment.claim(code);
    if (device.kind === 'agent') return { ...device, token };
    this.cookies.set(reply, screenCookie(device.deviceId), token);
    return device;
  }

  @Post('halls/:hallId/devices/:deviceId/code')
  @Door('device.enrol')
  code(@Param({ schema: place }) { hallId, deviceId }: z.infer<typeof place>): Promise<EnrolmentCode> {
    return this.enrolment.offer(hallId, deviceId);
  }
}
