import { z } from 'zod';
import * as bodies from '#libs/contracts/publications';
import {
  approvePublication,
  endPublications,
  publishPublication,
  reviewPublication,
  withdrawPublication,
} from '#libs/publication/decide-on';
import { documentText, type PublicationDocument } from '#libs/publication/document';
import {
  correctPublication,
  draftPublication,
  editPublication,
  submitPublication,
  type Words,
} from '#libs/publication/draft';
import { reportDisplay } from '#libs/publication/report-display';
import { sha256 } from '../ledger/chain.js';
import { hallCommand } from '../ledger/command-row.js';

const hashed = <Body extends { document: PublicationDocument }>(body: Body): Body & Words => ({
  ...body,
  hash: sha256(documentText(body.document)),
});

/** The publications' rows of the table of commands. */
export const publicationCommands = {
  'draft-publication': hallCommand({
    permission: 'publication.work',
    schema: bodies.draftPublicationBody,
    decide: (state, body, asking) => draftPublication(state, hashed(body), asking),
  }),
  'edit-publication': hallCommand({
    permission: 'publication.work',
    schema: bodies.editPublicationBody,
    decide: (state, body, asking) => editPublication(state, hashed(body), asking),
  }),
  'submit-publication': hallCommand({
    permission: 'publication.work',
    schema: bodies.submitPublicationBody,
    decide: submitPublication,
  }),
  'review-publication': hallCommand({
    permission: 'publication.review',
    schema: bodies.reviewPublicationBody,
    decide: reviewPublication,
  }),
  'approve-publication': hallCommand({
    permission: 'publication.approve',
    schema: bodies.approvePublicationBody,
    decide: approvePublication,
  }),
  'publish-publication': hallCommand({
    permission: 'publication.work',
    schema: bodies.publishPublicationBody,
    decide: publishPublication,
  }),
  'correct-publication': hallCommand({
    permission: 'publication.work',
    schema: bodies.correctPublicationBody,
    decide: (state, body, asking) => correctPublication(state, hashed(body), asking),
  }),
  'withdraw-publication': hallCommand({
    permission: 'publication.work',
    schema: bodies.withdrawPublicationBody,
    decide: withdrawPublication,
  }),
  'report-display': hallCommand({
    permission: 'screen.report',
    schema: bodies.reportDisplayBody,
    decide: reportDisplay,
  }),
  'end-publications': hallCommand({ permission: 'inside', schema: z.object({}), decide: endPublications }),
};
