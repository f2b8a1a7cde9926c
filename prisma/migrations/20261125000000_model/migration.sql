-- CreateTable
CREATE TABLE "model_answers" (
    "account_id" BIGINT NOT NULL,
    "question" CHAR(64) NOT NULL,
    "spans" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_answers_pkey" PRIMARY KEY ("account_id","question")
);

-- CreateTable
CREATE TABLE "model_calls" (
    "id" BIGSERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "question" CHAR(64) NOT NULL,
    "model" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "tokens_in" INTEGER NOT NULL,
    "tokens_out" INTEGER NOT NULL,
    "estimated" BOOLEAN NOT NULL,
    "cost" BIGINT,
    "dropped" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_waits" (
    "subject_id" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "model_waits_pkey" PRIMARY KEY ("subject_id")
);

-- CreateIndex
CREATE INDEX "model_calls_account_id_at_idx" ON "model_calls"("account_id", "at");

-- CreateIndex
CREATE INDEX "model_waits_due_at_idx" ON "model_waits"("due_at");

-- AddForeignKey
ALTER TABLE "model_waits" ADD CONSTRAINT "model_waits_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subjects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say, and what every row must hold.
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_not_negative" CHECK (least("tokens_in", "tokens_out", "dropped", "cost") >= 0);
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_outcome_known" CHECK ("outcome" IN ('answered', 'unfit', 'truncated', 'declined', 'overlong', 'refused', 'unknown', 'rejected', 'busy', 'failing', 'slow', 'unreachable'));
