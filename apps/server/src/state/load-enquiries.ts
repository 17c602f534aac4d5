import { ENQUIRY_CHANNELS, ENQUIRY_OUTCOMES, ENQUIRY_STATES } from '#libs/enquiries/enquiry';
import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

const WORDS = { question: true, reply: true, note: true } as const;

/** Enquiries whose words are not purged yet; the words themselves stay in their rows. */
export async function loadEnquiries(prisma: PrismaClient, state: HallState): Promise<void> {
  const rows = await prisma.enquiry.findMany({
    where: { hallId: state.hallId, purged: false },
    orderBy: [{ loggedAt: 'asc' }, { id: 'asc' }],
    omit: { ...WORDS, hallId: true, purged: true },
  });
  for (const row of rows) {
    const channel = ENQUIRY_CHANNELS.find((known) => known === row.channel);
    const status = ENQUIRY_STATES.find((known) => known === row.status);
    const outcome = ENQUIRY_OUTCOMES.find((known) => known === row.outcome) ?? null;
    if (channel && status) state.enquiries.set(row.id, { ...row, channel, status, outcome });
  }
}
