/** One webhook, as ids only: no text of anybody. */
export type Delivery = {
  /** GitHub's delivery id; a redelivery carries the same one. */
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly account: number;
  readonly installation: number | null;
  readonly repository: number | null;
  /** Null for what concerns the account as a whole. */
  readonly subject: { readonly kind: SubjectKind; readonly number: number } | null;
  readonly comment: number | null;
  readonly actor: number | null;
  readonly updatedAt: string | null;
  readonly receivedAt: string;
};

export type SubjectKind = 'change' | 'issue';

/** What a delivery did. A repeated one does nothing: `new` is false and there is nothing to gather. */
export type Recorded = {
  readonly new: boolean;
  /** The number of the subject's row, for the job; null where the delivery is repeated or has no subject. */
  readonly subject: number | null;
};

export type DeliveryTable = {
  /**
   * Keeps the delivery and marks its subject dirty, or its account where it has no subject: one statement, all or
   * nothing, within 3 seconds.
   * @throws when that fails; then nothing is kept and GitHub must be told that the delivery failed.
   */
  record(delivery: Delivery): Promise<Recorded>;
};
