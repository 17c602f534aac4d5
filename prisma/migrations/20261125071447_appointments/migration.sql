-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "appointmentId" TEXT;

-- CreateTable
CREATE TABLE "booking" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "queueId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelUntil" TIMESTAMPTZ(3) NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "ticketId" TEXT,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "booking_hallId_status_idx" ON "booking"("hallId", "status");

-- CreateIndex
CREATE INDEX "booking_hallId_day_idx" ON "booking"("hallId", "day");
