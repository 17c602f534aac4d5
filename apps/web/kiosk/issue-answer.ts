import type { IssueAnswer } from '#libs/contracts/commands';

type Stop = IssueAnswer['stops'][number];

const isText = (value: unknown): value is string => typeof value === 'string';

const isStop = (value: unknown): value is Stop =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'nameEn' in value &&
  isText(value.name) &&
  isText(value.nameEn);

/** Null when the answer is not a ticket: then the page says so instead of showing half a number. */
export function readIssueAnswer(answer: Record<string, unknown>): IssueAnswer | null {
  const { ticketId, number, queueName, queueNameEn, zoneName, zoneNameEn } = answer;
  if (!isText(ticketId) || !isText(number) || !isText(queueName) || !isText(queueNameEn)) return null;
  const { ahead, issuedAt, followUrl, slipJobId } = answer;
  if (!isText(zoneName) || !isText(zoneNameEn) || typeof ahead !== 'number') return null;
  if (!isText(issuedAt) || !isText(followUrl) || (slipJobId !== null && !isText(slipJobId))) return null;
  const stops: unknown = answer['stops'];
  if (!Array.isArray(stops) || !stops.every(isStop)) return null;
  const place = { queueName, queueNameEn, zoneName, zoneNameEn };
  return { ticketId, number, ...place, stops, ahead, issuedAt, followUrl, slipJobId };
}
