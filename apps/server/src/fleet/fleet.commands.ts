import { z } from 'zod';
import { reportScreenBody, reprintBody } from '#libs/contracts/commands';
import { slipOutcome } from '#libs/contracts/slip';
import { enrolDevice, offerEnrolment, reportDevice, reportScreen } from '#libs/fleet/device';
import { expireSlips, reportSlip, reprint } from '#libs/fleet/slip';
import { hallCommand } from '../ledger/command-row.js';

const id = z.string().min(1).max(64);
const hash = z.string().length(64);

/** The fleet's rows of the table of commands. */
export const fleetCommands = {
  reprint: hallCommand({ permission: 'slip.reprint', schema: reprintBody, decide: reprint }),
  'report-slip': hallCommand({
    permission: 'device.attach',
    schema: z.object({ jobId: id, outcome: slipOutcome }).meta({ id: 'ReportSlip' }),
    decide: reportSlip,
  }),
  'report-device': hallCommand({
    permission: 'device.attach',
    schema: z.object({ deviceId: id, state: z.string().max(40) }).meta({ id: 'ReportDevice' }),
    decide: reportDevice,
  }),
  'report-screen': hallCommand({
    permission: 'screen.report',
    schema: reportScreenBody,
    decide: reportScreen,
  }),
  'expire-slips': hallCommand({ permission: 'inside', schema: z.object({}), decide: expireSlips }),
  'offer-enrolment': hallCommand({
    permission: 'inside',
    schema: z.object({ deviceId: id, codeHash: hash, endsAt: z.iso.datetime() }),
    decide: offerEnrolment,
  }),
  'enrol-device': hallCommand({
    permission: 'inside',
    schema: z.object({ deviceId: id, codeHash: hash, tokenHash: hash }),
    decide: enrolDevice,
  }),
};
