import {
  cancelHomeVisit,
  declineHomeVisit,
  finishHomeVisit,
  scheduleHomeVisit,
} from '#libs/home-visits/arrange';
import { requestHomeVisit } from '#libs/home-visits/request';
import * as bodies from '#libs/contracts/commands';
import { hallCommand, personalCommand } from '../ledger/command-row.js';

/** The home visits' rows of the table of commands (上门服务, requirement 18). */
export const homeVisitCommands = {
  'request-home-visit': personalCommand({
    permission: 'booking.make',
    schema: bodies.requestHomeVisitBody,
    sealed: bodies.sealedRequestHomeVisitBody,
    decide: requestHomeVisit,
  }),
  'schedule-home-visit': hallCommand({
    permission: 'home-visit.arrange',
    schema: bodies.scheduleHomeVisitBody,
    decide: scheduleHomeVisit,
  }),
  'finish-home-visit': hallCommand({
    permission: 'home-visit.arrange',
    schema: bodies.finishHomeVisitBody,
    decide: finishHomeVisit,
  }),
  'decline-home-visit': hallCommand({
    permission: 'home-visit.arrange',
    schema: bodies.declineHomeVisitBody,
    decide: declineHomeVisit,
  }),
  'cancel-home-visit': hallCommand({
    permission: 'booking.cancel',
    schema: bodies.cancelHomeVisitBody,
    decide: cancelHomeVisit,
  }),
};
