-- AlterTable
ALTER TABLE "device_report" ADD COLUMN     "cause" TEXT;

-- CreateTable
CREATE TABLE "device_fault" (
    "hallId" TEXT NOT NULL,
    "deviceId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),

    CONSTRAINT "device_fault_pkey" PRIMARY KEY ("hallId","deviceId")
);

-- CreateTable
CREATE TABLE "self_test" (
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "failed" TEXT[],

    CONSTRAINT "self_test_pkey" PRIMARY KEY ("hallId")
);
