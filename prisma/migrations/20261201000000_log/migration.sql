-- AlterTable
ALTER TABLE "facts" ADD COLUMN     "judged_hash" CHAR(64);

-- CreateTable
CREATE TABLE "log" (
    "id" BIGSERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" BIGINT,
    "did" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "person_id" BIGINT,
    "details" JSONB NOT NULL,

    CONSTRAINT "log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "log_account_id_person_id_idx" ON "log"("account_id", "person_id");

-- CreateIndex
CREATE INDEX "log_account_id_about_idx" ON "log"("account_id", "about");

-- CreateIndex
CREATE INDEX "log_at_idx" ON "log"("at");

-- Rows are added and, when their time is over, deleted. Nothing changes one.
CREATE FUNCTION "log_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A row of the log is never changed.';
END;
$$;

CREATE TRIGGER "log_stays" BEFORE UPDATE ON "log" FOR EACH ROW EXECUTE FUNCTION "log_stays"();
