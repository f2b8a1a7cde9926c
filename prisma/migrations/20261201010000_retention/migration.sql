-- AlterTable
-- Null once they had their time: then the hash alone is kept.
ALTER TABLE "facts" ALTER COLUMN "facts" DROP NOT NULL;
