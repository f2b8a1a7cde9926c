/** What has its time, each by a date of its own. */
export type PurgedKind =
  | 'facts'
  | 'subjects'
  | 'words'
  | 'held texts'
  | 'log'
  | 'deliveries'
  | 'failures'
  | 'model calls'
  | 'model answers';

export type PurgeOrder = {
  readonly account: number;
  /** What is older than this goes. */
  readonly before: string;
  /** At most so many rows. */
  readonly limit: number;
};

/** Deleting what has had its time. Each call is done whole or not at all. */
export type PurgeTable = {
  /**
   * Gives how many rows went.
   * `facts`: of subjects over which nobody watches any more; their hash stays, and so does evidence with its quotes.
   * `subjects`: with all that was derived of them. `words`: what people said, without what holds until it is taken back
   * (`pause`). `held texts`: texts that were never posted. `failures` know no account: the account's make no difference.
   */
  old(kind: PurgedKind, order: PurgeOrder): Promise<number>;
  /**
   * Everything of one person: activities, evidence, what they said and what was said of them, texts that wait, days on the
   * roster. Their number and login stay only where `known`, for those whom the rules leave out. Gives how many activities.
   */
  person(account: number, person: number, known: boolean): Promise<number>;
};
