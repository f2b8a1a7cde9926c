-- CreateTable
CREATE TABLE "deliveries" (
    "id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "action" TEXT,
    "account_id" BIGINT NOT NULL,
    "installation_id" BIGINT,
    "repository_id" BIGINT,
    "kind" TEXT,
    "number" INTEGER,
    "comment_id" BIGINT,
    "actor_id" BIGINT,
    "updated_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" BIGINT NOT NULL,
    "installation_id" BIGINT,
    "dirty_at" TIMESTAMPTZ(3) NOT NULL,
    "gathered_at" TIMESTAMPTZ(3),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subjects" (
    "id" BIGSERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "installation_id" BIGINT,
    "dirty_at" TIMESTAMPTZ(3) NOT NULL,
    "gathered_at" TIMESTAMPTZ(3),

    CONSTRAINT "subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facts" (
    "subject_id" BIGINT NOT NULL,
    "facts" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "activities" (
    "account_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "evidence" (
    "account_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "activity_key" TEXT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "area" TEXT NOT NULL,
    "signals" JSONB NOT NULL,
    "win" JSONB,
    "impact" JSONB,
    "metrics" JSONB NOT NULL,
    "outcome" JSONB,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "overlay" (
    "account_id" BIGINT NOT NULL,
    "origin" TEXT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "said_by" BIGINT NOT NULL,
    "about" TEXT,
    "verb" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "overlay_pkey" PRIMARY KEY ("account_id","origin")
);

-- CreateTable
CREATE TABLE "people" (
    "account_id" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,
    "login" TEXT NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "cycles" (
    "id" BIGSERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "cycles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "account_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" BIGINT,
    "repository_id" BIGINT NOT NULL,
    "number" INTEGER,
    "github_id" BIGINT,
    "content_hash" CHAR(64),
    "posted_at" TIMESTAMPTZ(3),

    CONSTRAINT "publications_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateIndex
CREATE INDEX "deliveries_received_at_idx" ON "deliveries"("received_at");

-- CreateIndex
-- Only the work to do is in it, so that finding it costs the same however much has been gathered.
CREATE INDEX "subjects_dirty_at_idx" ON "subjects"("dirty_at") WHERE "gathered_at" IS NULL OR "dirty_at" > "gathered_at";

-- CreateIndex
CREATE UNIQUE INDEX "subjects_account_id_repository_id_kind_number_key" ON "subjects"("account_id", "repository_id", "kind", "number");

-- CreateIndex
CREATE INDEX "activities_subject_id_idx" ON "activities"("subject_id");

-- CreateIndex
CREATE INDEX "activities_account_id_person_id_happened_at_idx" ON "activities"("account_id", "person_id", "happened_at");

-- CreateIndex
CREATE UNIQUE INDEX "activities_account_id_key_person_id_key" ON "activities"("account_id", "key", "person_id");

-- CreateIndex
CREATE INDEX "evidence_account_id_activity_key_person_id_idx" ON "evidence"("account_id", "activity_key", "person_id");

-- CreateIndex
CREATE INDEX "overlay_account_id_person_id_said_at_idx" ON "overlay"("account_id", "person_id", "said_at");

-- CreateIndex
CREATE UNIQUE INDEX "cycles_account_id_name_key" ON "cycles"("account_id", "name");

-- AddForeignKey
ALTER TABLE "facts" ADD CONSTRAINT "facts_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subjects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subjects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_account_id_person_id_fkey" FOREIGN KEY ("account_id", "person_id") REFERENCES "people"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_account_id_activity_key_person_id_fkey" FOREIGN KEY ("account_id", "activity_key", "person_id") REFERENCES "activities"("account_id", "key", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say, and what every row must hold.
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subject_whole" CHECK (num_nulls("kind", "number") IN (0, 2) AND ("kind" IS NULL OR "repository_id" IS NOT NULL));
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_kind_known" CHECK ("kind" IN ('change', 'issue'));
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_in_order" CHECK ("starts_at" < "ends_at");

-- What people said is added to, never rewritten.
CREATE FUNCTION "refuse_rewriting_overlay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of overlay are never changed. Add a new row instead.';
END;
$$;
CREATE TRIGGER "overlay_is_append_only" BEFORE UPDATE ON "overlay" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_overlay"();
