import { z } from 'zod';
import * as bodies from '#libs/contracts/commands';
import { callNumber, miss, next, recall, resume } from '#libs/queueing/call';
import { carryOver, expire } from '#libs/queueing/carry-over';
import { issueAgentBatch } from '#libs/queueing/agent-batch';
import { closeDay } from '#libs/queueing/close-day';
import {
  askHelp,
  clearHelp,
  closeSession,
  endSession,
  openSession,
  pause,
  reopen,
} from '#libs/queueing/desk';
import { assignHelper, expedite, markGroup } from '#libs/queueing/favour';
import { issue } from '#libs/queueing/issue';
import { pressKeypad } from '#libs/queueing/keypad';
import { begin, finish } from '#libs/queueing/serve';
import { cancel, park, rejoin } from '#libs/queueing/set-aside';
import { transfer } from '#libs/queueing/transfer';
import { hallCommand, personalCommand } from '../ledger/command-row.js';

const id = z.string().min(1).max(64);

/** Queueing's rows of the table of commands. */
export const queueingCommands = {
  issue: personalCommand({
    ...{ permission: 'ticket.issue', schema: bodies.issueBody, sealed: bodies.sealedIssueBody },
    decide: issue,
  }),
  'issue-agent-batch': personalCommand({
    ...{ permission: 'agent.register', schema: bodies.agentBatchBody, sealed: bodies.sealedAgentBatchBody },
    decide: issueAgentBatch,
  }),
  next: hallCommand({ permission: 'ticket.serve', schema: bodies.nextBody, decide: next }),
  recall: hallCommand({ permission: 'ticket.serve', schema: bodies.recallBody, decide: recall }),
  begin: hallCommand({ permission: 'ticket.serve', schema: bodies.beginBody, decide: begin }),
  finish: hallCommand({ permission: 'ticket.serve', schema: bodies.finishBody, decide: finish }),
  miss: hallCommand({ permission: 'ticket.serve', schema: bodies.missBody, decide: miss }),
  park: hallCommand({ permission: 'ticket.serve', schema: bodies.parkBody, decide: park }),
  resume: hallCommand({ permission: 'ticket.serve', schema: bodies.resumeBody, decide: resume }),
  rejoin: hallCommand({ permission: 'ticket.rejoin', schema: bodies.rejoinBody, decide: rejoin }),
  'call-number': hallCommand({
    permission: 'ticket.serve',
    schema: bodies.callNumberBody,
    decide: callNumber,
  }),
  'press-keypad': hallCommand({
    permission: 'device.attach',
    schema: bodies.pressKeypadBody,
    decide: pressKeypad,
  }),
  'mark-group': hallCommand({
    permission: 'ticket.favour',
    schema: bodies.markGroupBody,
    decide: markGroup,
  }),
  'assign-helper': hallCommand({
    permission: 'ticket.favour',
    schema: bodies.assignHelperBody,
    decide: assignHelper,
  }),
  expedite: hallCommand({
    permission: 'ticket.expedite',
    schema: bodies.expediteBody,
    decide: expedite,
  }),
  transfer: hallCommand({ permission: 'ticket.transfer', schema: bodies.transferBody, decide: transfer }),
  cancel: hallCommand({ permission: 'ticket.cancel', schema: bodies.cancelBody, decide: cancel }),
  'carry-over': hallCommand({
    permission: 'ticket.settle',
    schema: bodies.carryOverBody,
    decide: carryOver,
  }),
  expire: hallCommand({ permission: 'ticket.settle', schema: bodies.expireBody, decide: expire }),
  pause: hallCommand({ permission: 'counter.pause', schema: bodies.pauseBody, decide: pause }),
  reopen: hallCommand({ permission: 'counter.pause', schema: bodies.reopenBody, decide: reopen }),
  'ask-help': hallCommand({ permission: 'counter.pause', schema: bodies.askHelpBody, decide: askHelp }),
  'clear-help': hallCommand({ permission: 'help.clear', schema: bodies.clearHelpBody, decide: clearHelp }),
  'end-session': hallCommand({
    permission: 'session.end',
    schema: z.object({ counterId: id }).meta({ id: 'EndSession' }),
    decide: endSession,
  }),
  'open-session': hallCommand({
    permission: 'inside',
    schema: z.object({ sessionId: id, personId: id, counterId: id.nullable(), tokenHash: z.string() }),
    decide: openSession,
  }),
  'close-session': hallCommand({
    permission: 'session.own',
    schema: z.object({}).meta({ id: 'CloseSession' }),
    decide: closeSession,
  }),
  'close-day': hallCommand({ permission: 'inside', schema: z.object({}), decide: closeDay }),
};
