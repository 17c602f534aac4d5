import { Injectable } from '@nestjs/common';
import { ENROLLED_KINDS, type EnrolledKind } from '#libs/hall/config';
import type { EnrolmentCode } from '#libs/contracts/rest';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import { Clock } from '../clock.js';
import { sha256 } from '../ledger/chain.js';
import { Ledger } from '../ledger/ledger.js';
import { CommandDoor } from './command-door.js';
import { PublicAddress } from './public-address.js';
import { newCode, newToken, plainCode } from './secrets.js';

/** A code is good for one use within a day. */
const CODE_LIFE_MS = 24 * 3_600_000;

interface Enrolled {
  deviceId: string;
  kind: EnrolledKind;
  name: string;
  token: string;
}

/** Screens and agents take their places by one-time codes. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly ledger: Ledger,
    private readonly door: CommandDoor,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  /** A new code for a place; told once. It ends the one before. */
  async offer(hallId: string, deviceId: string): Promise<EnrolmentCode> {
    const code = newCode();
    const expiresAt = new Date(this.clock.now().getTime() + CODE_LIFE_MS).toISOString();
    await this.door.give(hallId, 'offer-enrolment', {
      deviceId,
      codeHash: sha256(plainCode(code)),
      endsAt: expiresAt,
    });
    const kind = await this.ledger.hall(
      hallId,
      ({ config }) => config.devices.find(({ id }) => id === deviceId)?.kind,
    );
    const url =
      kind === 'agent' ? this.address.base : `${this.address.base}/${kind}/?screen=${deviceId}#code=${code}`;
    return { code, expiresAt, url };
  }

  /** The code becomes a token, which is the device from now on. */
  async claim(typed: string): Promise<Enrolled> {
    const codeHash = sha256(plainCode(typed));
    const offered = await this.prisma.enrolment.findUnique({ where: { codeHash } });
    if (!offered?.codeEndsAt || offered.codeEndsAt < this.clock.now()) throw new Refusal('code-unknown');
    const { hallId, deviceId } = offered;
    const device = await this.ledger.hall(hallId, ({ config }) =>
      config.devices.find(({ id }) => id === deviceId),
    );
    const kind = ENROLLED_KINDS.find((known) => known === device?.kind);
    if (!device || !kind) throw new Refusal('device-unknown');
    const token = newToken();
    await this.door.give(hallId, 'enrol-device', { deviceId, codeHash, tokenHash: sha256(token) });
    return { deviceId, kind, name: device.name, token };
  }
}
