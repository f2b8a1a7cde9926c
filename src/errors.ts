/** The work could not be done now; the queue should try again at `when`. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly when: Date;

  constructor(when: Date, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.when = when;
  }
}

/** The work cannot be done; `reason` is a sentence a person can act on, and the queue should stop trying. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** What an error says of itself; anything can be thrown, so it may say nothing. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no reason was given';
}
