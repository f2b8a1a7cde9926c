/** How fast the app may write on GitHub, which allows few new comments and issues a minute. */
export type Pacing = {
  /**
   * Takes one piece of the account's budget for new content.
   * @throws RetryLater when the budget is used up, with the moment at which there is some again.
   */
  beforeWriting(account: number): void;
  /** How long a delivery waits before its subject is read, so that those that follow are read with it. Milliseconds. */
  readonly gatherAfter: number;
};
