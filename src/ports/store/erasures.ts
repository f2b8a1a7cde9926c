/** Somebody who had their record erased: their number alone is kept, so that nothing of them is kept anew. */
export type Erasure = {
  readonly account: number;
  readonly person: number;
  readonly askedAt: string;
  /** Null while there is still something to delete. */
  readonly doneAt: string | null;
};

export type ErasureTable = {
  /** From now on. The first time stays. */
  begin(account: number, person: number, at: string): Promise<void>;
  done(account: number, person: number, at: string): Promise<void>;
  /** By person. */
  list(account: number): Promise<readonly Erasure[]>;
};
