-- CreateTable
CREATE TABLE "enquiry" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "queueId" TEXT,
    "matterId" TEXT,
    "ticketId" TEXT,
    "ownerId" TEXT NOT NULL,
    "visitorId" TEXT,
    "status" TEXT NOT NULL,
    "toPersonId" TEXT,
    "toDepartmentId" TEXT,
    "warm" BOOLEAN NOT NULL,
    "loggedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "overdue" BOOLEAN NOT NULL,
    "repliedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "departmentId" TEXT,
    "question" TEXT,
    "reply" TEXT,
    "note" TEXT,
    "purgeOn" TEXT,
    "purged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enquiry_hallId_purged_idx" ON "enquiry"("hallId", "purged");

-- CreateIndex
CREATE INDEX "enquiry_hallId_day_idx" ON "enquiry"("hallId", "day");
