import type { IssueAnswer } from '#libs/contracts/commands';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Null when the answer is not a ticket: then the page says so instead of showing half a number. */
export function readIssueAnswer(answer: Record<string, unknown>): IssueAnswer | null {
  const { ticketId, number, queueName, queueNameEn, ahead, issuedAt, followUrl, slipJobId } = answer;
  if (!isText(ticketId) || !isText(number) || !isText(queueName) || !isText(queueNameEn)) return null;
  if (typeof ahead !== 'number' || !isText(issuedAt) || !isText(followUrl)) return null;
  if (slipJobId !== null && !isText(slipJobId)) return null;
  return { ticketId, number, queueName, queueNameEn, ahead, issuedAt, followUrl, slipJobId };
}
