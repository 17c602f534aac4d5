-- CreateTable
CREATE TABLE "ledger" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "configVersion" INTEGER NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "ledgerId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "configVersion" INTEGER NOT NULL,
    "ticketId" TEXT,
    "record" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("ledgerId","sequence")
);

-- CreateTable
CREATE TABLE "command" (
    "ledgerId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("ledgerId","actor","requestId")
);

-- CreateTable
CREATE TABLE "hall_config" (
    "hallId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hall_config_pkey" PRIMARY KEY ("hallId","version")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "staffNumber" TEXT NOT NULL,
    "photoSeed" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "personId" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("personId","hallId","role")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "counterId" TEXT,
    "tokenHash" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "cause" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "hallId" TEXT NOT NULL,
    "deviceId" TEXT NOT NULL,
    "codeHash" TEXT,
    "codeEndsAt" TIMESTAMPTZ(3),
    "tokenHash" TEXT,
    "enrolledAt" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("hallId","deviceId")
);

-- CreateTable
CREATE TABLE "counter_state" (
    "hallId" TEXT NOT NULL,
    "counterId" TEXT NOT NULL,
    "pausedFor" TEXT,
    "pausedAt" TIMESTAMPTZ(3),
    "helpAskedAt" TIMESTAMPTZ(3),
    "lastNumber" TEXT,
    "lastVisitId" TEXT,
    "lastRating" TEXT,

    CONSTRAINT "counter_state_pkey" PRIMARY KEY ("hallId","counterId")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "queueId" TEXT NOT NULL,
    "matterId" TEXT,
    "status" TEXT NOT NULL,
    "rank" DOUBLE PRECISION NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "firstCalledAt" TIMESTAMPTZ(3),
    "lastCalledAt" TIMESTAMPTZ(3),
    "begunAt" TIMESTAMPTZ(3),
    "statusAt" TIMESTAMPTZ(3) NOT NULL,
    "counterId" TEXT,
    "targetCounterId" TEXT,
    "fromCounterId" TEXT,
    "rounds" INTEGER NOT NULL,
    "visitId" TEXT,
    "reason" TEXT,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "hallId" TEXT NOT NULL,
    "announcement" INTEGER NOT NULL,
    "ticketId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "counterId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("hallId","announcement")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "counterId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "calledAt" TIMESTAMPTZ(3) NOT NULL,
    "begunAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "ending" TEXT,
    "outcome" TEXT,
    "matterIds" TEXT[],

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "visitId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "counterId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "ending" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "visitId" TEXT NOT NULL,
    "invitationId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "counterId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "deviceId" TEXT,
    "pressedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "tags" INTEGER[],
    "tagsVersion" INTEGER,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_words" (
    "evaluationId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_words_pkey" PRIMARY KEY ("evaluationId")
);

-- CreateTable
CREATE TABLE "slip_job" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "printerId" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "ahead" INTEGER NOT NULL,
    "reprint" BOOLEAN NOT NULL,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "slip_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_report" (
    "hallId" TEXT NOT NULL,
    "deviceId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_report_pkey" PRIMARY KEY ("hallId","deviceId")
);

-- CreateIndex
CREATE INDEX "event_ticketId_idx" ON "event"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "person_username_key" ON "person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "matter_organisationId_code_key" ON "matter"("organisationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_tokenHash_key" ON "staff_session"("tokenHash");

-- CreateIndex
CREATE INDEX "staff_session_hallId_closedAt_idx" ON "staff_session"("hallId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_codeHash_key" ON "enrolment"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_tokenHash_key" ON "enrolment"("tokenHash");

-- CreateIndex
CREATE INDEX "ticket_hallId_day_status_idx" ON "ticket"("hallId", "day", "status");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_hallId_day_prefix_serial_key" ON "ticket"("hallId", "day", "prefix", "serial");

-- CreateIndex
CREATE INDEX "call_ticketId_idx" ON "call"("ticketId");

-- CreateIndex
CREATE INDEX "visit_hallId_day_idx" ON "visit"("hallId", "day");

-- CreateIndex
CREATE INDEX "visit_ticketId_idx" ON "visit"("ticketId");

-- CreateIndex
CREATE INDEX "invitation_hallId_closedAt_idx" ON "invitation"("hallId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_visitId_key" ON "evaluation"("visitId");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_invitationId_key" ON "evaluation"("invitationId");

-- CreateIndex
CREATE INDEX "evaluation_hallId_day_idx" ON "evaluation"("hallId", "day");

-- CreateIndex
CREATE INDEX "slip_job_hallId_endedAt_idx" ON "slip_job"("hallId", "endedAt");

-- CreateIndex
CREATE INDEX "slip_job_hallId_queuedAt_idx" ON "slip_job"("hallId", "queuedAt");

-- CreateIndex
CREATE INDEX "slip_job_ticketId_idx" ON "slip_job"("ticketId");

-- The last line of defence behind the rules. Deferred: a batch may finish one ticket and call the next at the same counter.

-- One called or serving ticket a counter.
ALTER TABLE "ticket" ADD CONSTRAINT "one_ticket_a_counter"
  EXCLUDE USING btree ("hallId" WITH =, "counterId" WITH =) WHERE ("status" IN ('called', 'serving')) DEFERRABLE INITIALLY DEFERRED;
-- One open visit a ticket.
ALTER TABLE "visit" ADD CONSTRAINT "one_open_visit_a_ticket"
  EXCLUDE USING btree ("ticketId" WITH =) WHERE ("endedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
-- One live session a person, one person a counter.
ALTER TABLE "staff_session" ADD CONSTRAINT "one_session_a_person"
  EXCLUDE USING btree ("personId" WITH =) WHERE ("closedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "staff_session" ADD CONSTRAINT "one_person_a_counter"
  EXCLUDE USING btree ("hallId" WITH =, "counterId" WITH =) WHERE ("closedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
-- One lit invitation a counter.
ALTER TABLE "invitation" ADD CONSTRAINT "one_lit_invitation_a_counter"
  EXCLUDE USING btree ("hallId" WITH =, "counterId" WITH =) WHERE ("closedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- Events are appended, never changed and never taken away.
CREATE FUNCTION "event_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END $$;
CREATE TRIGGER "event_stands" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION "event_stands"();

-- A start reads the open tickets of years of tickets.
CREATE INDEX "ticket_open" ON "ticket" ("hallId") WHERE "status" IN ('waiting', 'called', 'serving', 'parked', 'missed');
