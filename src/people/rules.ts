/** An organisation's rules, as its `.github/groundwork.yml` gives them: complete, with what it leaves out filled in. */
export type Rules = {
  /** In `preview` nothing is posted but the notice. */
  readonly mode: 'preview' | 'live';
  /** Whose work is kept: members of these teams and these people, without those left out. */
  readonly engineers: {
    readonly teams: readonly string[];
    readonly people: readonly string[];
    readonly leaveOut: readonly string[];
  };
  readonly managers: readonly Appointment[];
  /** Who else may read, such as a manager's manager. */
  readonly readers: readonly Appointment[];
  readonly repositories: { readonly leaveOut: readonly string[] };
  readonly incidents: { readonly labels: readonly string[] };
  readonly cycle: {
    readonly length: 'quarter' | 'half-year' | 'year';
    /** From 1 to 12: the month in which a year of reviews begins. */
    readonly startsInMonth: number;
    /** IANA name. */
    readonly timeZone: string;
    readonly prepareDaysBefore: number;
  };
  /** What work is judged by: a pack of the app by name, or the file of an own one, beside the rules; null for the usual pack. */
  readonly framework: string | null;
  /** Where notable work gets a comment. */
  readonly comments: 'private' | 'everywhere' | 'nowhere';
  /** A first comment is written only on what was merged within so many days. */
  readonly commentsWithinDays: number;
  /** The questions of the organisation's own reviews, each with the areas that answer it; none unless it has them. */
  readonly questions: readonly { readonly question: string; readonly areas: readonly string[] }[];
  /** How long what is kept stays. */
  readonly retention: {
    /** Facts whole, so many days after the end of their cycle; then only what evidence quotes. */
    readonly factsDays: number;
    /** The evidence of a cycle, until so many more have ended. */
    readonly evidenceCycles: number;
    /** Log, deliveries, failures, and what a model was asked. */
    readonly logMonths: number;
    /** All of somebody who left the roster, so many days after. */
    readonly leaversDays: number;
  };
  readonly publication: {
    readonly as: 'issue' | 'pull-request';
    /** Another organisation that holds the reports' repositories; null for the organisation itself. */
    readonly owner: string | null;
    /** `reviews-{login}`. */
    readonly repository: string;
  };
};

/** One person who may read the reports of others, from when to when. */
export type Appointment = {
  readonly login: string;
  /** Of the members of these teams, and of these people. */
  readonly teams: readonly string[];
  readonly people: readonly string[];
  /** ISO 8601 days, half-open; null where it is open. */
  readonly from: string | null;
  readonly to: string | null;
};
