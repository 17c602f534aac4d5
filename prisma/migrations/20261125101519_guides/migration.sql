-- CreateTable
CREATE TABLE "guide_version" (
    "guideId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hallId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "matterId" TEXT,
    "document" TEXT NOT NULL,
    "documentHash" TEXT NOT NULL,
    "empty" TEXT[],
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedBy" TEXT NOT NULL,
    "effectiveFrom" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedBy" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawReason" TEXT,

    CONSTRAINT "guide_version_pkey" PRIMARY KEY ("guideId","version")
);

-- CreateIndex
CREATE INDEX "guide_version_hallId_idx" ON "guide_version"("hallId");
