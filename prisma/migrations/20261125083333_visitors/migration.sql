-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "visitorId" TEXT;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "visitorId" TEXT;

-- CreateTable
CREATE TABLE "visitor" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "name" TEXT,
    "idKind" TEXT NOT NULL,
    "idNumber" TEXT,
    "phone" TEXT,
    "idNumberHash" TEXT,
    "phoneHash" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "purgeOn" TEXT NOT NULL,
    "purged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "visitor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visitor_hallId_purged_idx" ON "visitor"("hallId", "purged");
