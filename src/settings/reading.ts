export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment being read. An empty value counts as absent. */
export type Reading = {
  readonly get: (name: string) => string | null;
  /** Says what is wrong with a variable and what to do. Never with its value: it may be a secret. */
  readonly complain: (name: string, problem: string, advice: string) => void;
};
