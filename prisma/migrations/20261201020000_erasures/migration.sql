-- CreateTable
CREATE TABLE "erasures" (
    "account_id" BIGINT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("account_id","person_id")
);
