-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "slips" INTEGER NOT NULL DEFAULT 0;

-- of tickets from before they were counted
UPDATE "ticket" SET "slips" = (SELECT count(*) FROM "slip_job" WHERE "slip_job"."ticketId" = "ticket"."id");
