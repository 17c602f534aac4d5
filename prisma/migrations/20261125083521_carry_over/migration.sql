-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "carriedTo" TEXT;
