-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'slot';

-- AlterTable
ALTER TABLE "visitor" ADD COLUMN     "address" TEXT;

-- CreateTable
CREATE TABLE "home_visit" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "queueId" TEXT NOT NULL,
    "matterId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "half" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelUntil" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "personId" TEXT,
    "reason" TEXT,

    CONSTRAINT "home_visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "home_visit_hallId_status_idx" ON "home_visit"("hallId", "status");
