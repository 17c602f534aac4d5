-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "batchId" TEXT,
ADD COLUMN     "batchSize" INTEGER;

-- CreateTable
CREATE TABLE "agent_batch" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agent_batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agent_batch_hallId_day_idx" ON "agent_batch"("hallId", "day");
