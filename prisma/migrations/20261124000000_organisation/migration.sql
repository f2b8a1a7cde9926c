-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "login" TEXT,
ADD COLUMN     "noticed_at" TIMESTAMPTZ(3),
ADD COLUMN     "owners" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "rules" JSONB;

-- AlterTable
-- What was derived before gets a value that says nothing, until it is derived again (below).
ALTER TABLE "evidence" DROP COLUMN "outcome",
ADD COLUMN     "details" JSONB NOT NULL DEFAULT 'null';
ALTER TABLE "evidence" ALTER COLUMN "details" DROP DEFAULT;

-- AlterTable
ALTER TABLE "publications" ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_because" TEXT,
ADD COLUMN     "held_text" TEXT;

-- AlterTable
ALTER TABLE "subjects" ADD COLUMN     "happened_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "repositories" (
    "id" BIGINT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL,
    "backfilled_to" TIMESTAMPTZ(3),

    CONSTRAINT "repositories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster" (
    "account_id" BIGINT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "teams" TEXT[],

    CONSTRAINT "roster_pkey" PRIMARY KEY ("account_id","person_id","starts_at")
);

-- CreateTable
CREATE TABLE "undoings" (
    "subject_id" BIGINT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undoes" JSONB NOT NULL,

    CONSTRAINT "undoings_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "watches" (
    "subject_id" BIGINT NOT NULL,
    "days" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "watches_pkey" PRIMARY KEY ("subject_id","days")
);

-- CreateTable
CREATE TABLE "failures" (
    "job" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failures_pkey" PRIMARY KEY ("job")
);

-- CreateTable
CREATE TABLE "marks" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "marks_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "repositories_account_id_idx" ON "repositories"("account_id");

-- CreateIndex
CREATE INDEX "undoings_account_id_merged_at_idx" ON "undoings"("account_id", "merged_at");

-- CreateIndex
-- Only the work to do is in it.
CREATE INDEX "watches_due_at_idx" ON "watches"("due_at") WHERE "settled_at" IS NULL;

-- CreateIndex
CREATE INDEX "failures_at_idx" ON "failures"("at");

-- CreateIndex
CREATE INDEX "subjects_account_id_repository_id_happened_at_idx" ON "subjects"("account_id", "repository_id", "happened_at");

-- AddForeignKey
ALTER TABLE "roster" ADD CONSTRAINT "roster_account_id_person_id_fkey" FOREIGN KEY ("account_id", "person_id") REFERENCES "people"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undoings" ADD CONSTRAINT "undoings_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subjects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subjects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say, and what every row must hold.
ALTER TABLE "repositories" ADD CONSTRAINT "repositories_visibility_known" CHECK ("visibility" IN ('private', 'internal', 'public'));
ALTER TABLE "roster" ADD CONSTRAINT "roster_in_order" CHECK ("starts_at" < "ends_at");
ALTER TABLE "watches" ADD CONSTRAINT "watches_days_known" CHECK ("days" IN (30, 90));
ALTER TABLE "watches" ADD CONSTRAINT "watches_outcome_settled" CHECK ("settled_at" IS NOT NULL OR "outcome" IS NULL);
ALTER TABLE "publications" ADD CONSTRAINT "publications_held_whole" CHECK (num_nulls("held_text", "held_because", "held_at") IN (0, 3));

-- What was gathered before lacks what is kept from now on: it is gathered again.
UPDATE "subjects" SET "gathered_at" = NULL;
