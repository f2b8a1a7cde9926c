/*
 * The private repositories that reports are written to, one for each engineer, made with an admin's own token. A plan is
 * plain data that can be read before anything is done; doing it takes nothing away from anybody.
 */

/** What an admin's own token can do. It lives as long as the command. Both may throw RetryLater or GiveUp. */
export type Admin = {
  /** Looks, and changes nothing. */
  plan(wanted: WantedRepositories): Promise<RepositoriesPlan>;
  /** Takes the steps in order; `onStep` hears of each once it is taken. */
  apply(plan: RepositoriesPlan, onStep: (step: Step) => void): Promise<void>;
};

export type WantedRepositories = {
  /** An organisation, or the admin's own account. */
  readonly owner: string;
  readonly wanted: readonly WantedRepository[];
};

export type WantedRepository = {
  /** Without the owner: `reviews-ada`. */
  readonly name: string;
  readonly description: string;
  /** Logins of those who should read and answer it: the engineer, managers, further readers. */
  readonly collaborators: readonly string[];
};

export type Step =
  | { readonly kind: 'create'; readonly name: string; readonly description: string }
  | { readonly kind: 'invite'; readonly name: string; readonly login: string };

export type RepositoriesPlan = {
  readonly owner: string;
  readonly ownerType: 'organization' | 'user';
  /** In this order. */
  readonly steps: readonly Step[];
  /** Invited before, but not there yet. */
  readonly waiting: readonly { readonly name: string; readonly login: string }[];
  /** What only a person can put right, as sentences. */
  readonly problems: readonly string[];
};
