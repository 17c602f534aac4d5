import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import { selfTestBody, type SelfTestAnswer } from '#libs/contracts/rest';
import type { TestResult } from '#libs/fleet/device-test';
import { CommandDoor } from '../access/command-door.js';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { DeviceTests } from './device-tests.js';
import { SelfTests } from './self-tests.js';

const hall = z.object({ hallId: z.string() });
const one = hall.extend({ deviceId: z.string() });

/** Tests of devices, by whoever keeps them going. Each is written down. */
@Controller('api')
export class DevicesController {
  constructor(
    private readonly tests: DeviceTests,
    private readonly selfTests: SelfTests,
    private readonly door: CommandDoor,
  ) {}

  @Post('halls/:hallId/devices/:deviceId/test')
  @HttpCode(200)
  @Door('device.test')
  async test(
    @Param({ schema: one }) { hallId, deviceId }: z.infer<typeof one>,
    @Req() { known }: KnownRequest,
  ): Promise<TestResult> {
    const result = await this.tests.one(hallId, deviceId);
    await this.door.give(hallId, 'record-test', { deviceId, outcome: result.outcome }, known?.actor);
    return result;
  }

  @Post('halls/:hallId/self-test')
  @HttpCode(200)
  @Door('device.test')
  async everything(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Body({ schema: selfTestBody }) body: z.infer<typeof selfTestBody>,
    @Req() { known }: KnownRequest,
  ): Promise<SelfTestAnswer> {
    await this.door.give(hallId, 'begin-self-test', body, known?.actor);
    const report = await this.selfTests.report(hallId);
    return { rows: report?.rows ?? [] };
  }
}
