import type { EnquiryRow } from '#libs/contracts/enquiries';
import type { Enquiry } from '#libs/enquiries/enquiry';
import { maskedName, maskedPhone } from '#libs/persons/masked';
import { ID_KINDS } from '#libs/persons/visitor';
import type { PrismaClient } from '#prisma/client/client';
import type { VisitorVault } from '../access/visitor-vault.js';

type Words = Pick<EnquiryRow, 'question' | 'reply' | 'visitorName' | 'visitorPhone'>;
export const NO_WORDS: Words = { question: '', reply: null, visitorName: null, visitorPhone: null };

/** What was asked and replied, opened; and who asked, masked. */
export async function enquiryWords(
  { prisma, vault }: { prisma: PrismaClient; vault: VisitorVault },
  hallId: string,
  enquiries: readonly Enquiry[],
): Promise<Map<string, Words>> {
  const rows = await prisma.enquiry.findMany({
    where: { id: { in: enquiries.map(({ id }) => id) } },
    select: { id: true, question: true, reply: true, visitorId: true },
  });
  const visitors = await prisma.visitor.findMany({
    where: { id: { in: rows.flatMap(({ visitorId }) => visitorId ?? []) }, purged: false },
  });
  const masked = new Map(
    visitors.map((row) => {
      const idKind = ID_KINDS.find((kind) => kind === row.idKind) ?? 'other';
      const { name, phone } = vault.open(hallId, { ...row, idKind });
      return [row.id, { visitorName: name && maskedName(name), visitorPhone: phone && maskedPhone(phone) }];
    }),
  );
  const opened = (sealed: string | null): string | null => sealed && vault.openText(hallId, sealed);
  return new Map(
    rows.map(({ id, question, reply, visitorId }) => {
      const who = masked.get(visitorId ?? '');
      return [id, { ...NO_WORDS, ...who, question: opened(question) ?? '', reply: opened(reply) }];
    }),
  );
}
