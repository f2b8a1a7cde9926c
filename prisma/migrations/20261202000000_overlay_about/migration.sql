-- CreateIndex
CREATE INDEX "overlay_account_id_about_idx" ON "overlay"("account_id", "about");
