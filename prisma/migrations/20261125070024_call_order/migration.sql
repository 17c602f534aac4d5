-- AlterTable
ALTER TABLE "counter_state" ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "groupId" TEXT,
ADD COLUMN     "helperId" TEXT,
ADD COLUMN     "route" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false;
