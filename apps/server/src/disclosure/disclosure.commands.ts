import * as bodies from '#libs/contracts/guides';
import type { GuideDocument } from '#libs/disclosure/guide';
import { publishGuide, withdrawGuide } from '#libs/disclosure/publish-guide';
import { importGuides, saveGuide } from '#libs/disclosure/save-guide';
import { sha256 } from '../ledger/chain.js';
import { hallCommand } from '../ledger/command-row.js';

const hashed = <Input extends { document: GuideDocument }>(input: Input) => ({
  ...input,
  documentHash: sha256(JSON.stringify(input.document)),
});

/** The disclosure's rows of the table of commands. */
export const disclosureCommands = {
  'save-guide': hallCommand({
    permission: 'guide.write',
    schema: bodies.saveGuideBody,
    decide: (state, body, asking) => saveGuide(state, hashed(body), asking),
  }),
  'import-guides': hallCommand({
    permission: 'guide.write',
    schema: bodies.importGuidesBody,
    decide: (state, { guides }, asking) => importGuides(state, { guides: guides.map(hashed) }, asking),
  }),
  'publish-guide': hallCommand({
    permission: 'guide.publish',
    schema: bodies.publishGuideBody,
    decide: publishGuide,
  }),
  'withdraw-guide': hallCommand({
    permission: 'guide.publish',
    schema: bodies.withdrawGuideBody,
    decide: withdrawGuide,
  }),
};
