import { z } from 'zod';
import { recordCollection, showSignature } from '#libs/collections/record-collection';
import { recordCollectionBody, sealedRecordCollectionBody } from '#libs/contracts/collections';
import { hallCommand, personalCommand } from '../ledger/command-row.js';

/** The collections' rows of the table of commands. `show-signature` is given by the door that then shows it. */
export const collectionsCommands = {
  'record-collection': personalCommand({
    permission: 'ticket.serve',
    schema: recordCollectionBody,
    sealed: sealedRecordCollectionBody,
    texts: ['signature'],
    decide: recordCollection,
  }),
  'show-signature': hallCommand({
    permission: 'inside',
    schema: z.object({ collectionId: z.string() }),
    decide: showSignature,
  }),
};
