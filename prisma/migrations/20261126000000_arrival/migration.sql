-- AlterTable
ALTER TABLE "subjects" ADD COLUMN     "waits_for" TEXT;

-- CreateIndex
CREATE INDEX "subjects_account_id_repository_id_waits_for_idx" ON "subjects"("account_id", "repository_id", "waits_for");
