import { z } from 'zod';
import * as bodies from '#libs/contracts/enquiries';
import { answerEnquiry, flagEnquiries, handOverEnquiry, replyEnquiry } from '#libs/enquiries/answer-enquiry';
import { logEnquiry } from '#libs/enquiries/log-enquiry';
import { hallCommand, personalCommand } from '../ledger/command-row.js';

/** The enquiries' rows of the table of commands. */
export const enquiriesCommands = {
  'log-enquiry': personalCommand({
    ...{ permission: 'enquiry.log', schema: bodies.logEnquiryBody, sealed: bodies.sealedLogEnquiryBody },
    texts: ['question'],
    decide: logEnquiry,
  }),
  'hand-over-enquiry': hallCommand({
    permission: 'enquiry.work',
    schema: bodies.handOverEnquiryBody,
    decide: handOverEnquiry,
  }),
  'reply-enquiry': personalCommand({
    ...{ permission: 'enquiry.work', schema: bodies.replyEnquiryBody, sealed: bodies.sealedReplyEnquiryBody },
    texts: ['words'],
    decide: replyEnquiry,
  }),
  'answer-enquiry': personalCommand({
    permission: 'enquiry.work',
    schema: bodies.answerEnquiryBody,
    sealed: bodies.sealedAnswerEnquiryBody,
    texts: ['words'],
    decide: answerEnquiry,
  }),
  'flag-enquiries': hallCommand({ permission: 'inside', schema: z.object({}), decide: flagEnquiries }),
};
