-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "collectionId" TEXT,
ADD COLUMN     "receipt" TEXT;

-- CreateTable
CREATE TABLE "collection" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "papers" TEXT[],
    "counterId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "visitorId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT,
    "purgeOn" TEXT NOT NULL,
    "purged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "collection_hallId_day_idx" ON "collection"("hallId", "day");

-- CreateIndex
CREATE INDEX "collection_hallId_receipt_idx" ON "collection"("hallId", "receipt");

-- CreateIndex
CREATE INDEX "collection_hallId_purged_idx" ON "collection"("hallId", "purged");
