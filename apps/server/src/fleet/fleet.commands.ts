import { z } from 'zod';
import { clearFaultBody, reportFaultBody, reportScreenBody, reprintBody } from '#libs/contracts/commands';
import { slipOutcome } from '#libs/contracts/slip';
import { CAUSE_LENGTH } from '#libs/contracts/agent';
import { clearFault, recordTest, reportFault } from '#libs/fleet/device-fault';
import { TEST_OUTCOMES } from '#libs/fleet/device-test';
import { beginSelfTest, endSelfTest } from '#libs/fleet/self-test';
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
    schema: z
      .object({ deviceId: id, state: z.string().max(40), cause: z.string().max(CAUSE_LENGTH).optional() })
      .meta({ id: 'ReportDevice' }),
    decide: reportDevice,
  }),
  'report-screen': hallCommand({
    permission: 'screen.report',
    schema: reportScreenBody,
    decide: reportScreen,
  }),
  'report-fault': hallCommand({
    permission: 'fault.report',
    schema: reportFaultBody,
    decide: reportFault,
  }),
  'clear-fault': hallCommand({ permission: 'fault.clear', schema: clearFaultBody, decide: clearFault }),
  'record-test': hallCommand({
    permission: 'inside',
    schema: z.object({ deviceId: id, outcome: z.enum(TEST_OUTCOMES) }),
    decide: recordTest,
  }),
  'begin-self-test': hallCommand({
    permission: 'inside',
    schema: z.object({ paper: z.boolean().default(false) }),
    decide: beginSelfTest,
  }),
  'end-self-test': hallCommand({
    permission: 'inside',
    schema: z.object({ failed: z.array(id) }),
    decide: endSelfTest,
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
