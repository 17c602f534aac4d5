-- CreateTable
CREATE TABLE "publication" (
    "id" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "reviewerId" TEXT,
    "approverId" TEXT,
    "correctsId" TEXT,
    "correctionId" TEXT,
    "rulings" TEXT NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_version" (
    "publicationId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_version_pkey" PRIMARY KEY ("publicationId","version")
);

-- CreateTable
CREATE TABLE "publication_step" (
    "hallId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "publicationId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_step_pkey" PRIMARY KEY ("hallId","sequence")
);

-- CreateTable
CREATE TABLE "display_log" (
    "hallId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "deviceId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "display_log_pkey" PRIMARY KEY ("hallId","sequence","place")
);

-- CreateIndex
CREATE INDEX "publication_hallId_state_idx" ON "publication"("hallId", "state");

-- CreateIndex
CREATE INDEX "publication_step_publicationId_idx" ON "publication_step"("publicationId");

-- CreateIndex
CREATE INDEX "display_log_publicationId_from_idx" ON "display_log"("publicationId", "from");
