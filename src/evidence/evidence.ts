import type { Framework } from '../framework/compile.ts';
import type { Activity } from './activity.ts';
import { activitiesOf } from './activity.ts';
import type { Claim, Metric, Quote } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import type { Outline } from './judge/outline.ts';
import { evidenceId } from './key.ts';
import type { ChangeReference } from './noise.ts';
import { withReading } from './merge.ts';
import type { ModelReading } from './model-reading.ts';
import type { Notable } from './notable.ts';
import type { Note } from './overlay.ts';
import type { Received } from './received.ts';
import type { Signal } from './signal.ts';
import { belongingOf } from './piece/mentions.ts';
import { readTitle } from './title.ts';

/** The change as reports name and link it. */
export type Subject = {
  readonly key: string;
  readonly repository: string;
  readonly number: number | null;
  readonly commit: string | null;
  readonly url: string | null;
  readonly title: string;
  /** The title as written. */
  readonly whole: string;
  /** `PAY-212`, and `harbour/orders#12` for what is in another repository. */
  readonly tickets: readonly string[];
  /** Numbers of changes and issues that it says it belongs with. */
  readonly mentions: readonly number[];
  /** Of work merged into a branch of its own: the pull request with which that branch reached the default one. */
  readonly arrivedWith: number | null;
};

/** One activity credited to one engineer in one area. */
export type Evidence = {
  readonly id: string;
  readonly key: string;
  readonly activity: Activity;
  readonly subject: Subject;
  readonly area: string;
  /** `told`, or `asked`: then the author is asked whether it belongs here. */
  readonly stands: 'told' | 'asked';
  readonly primary: boolean;
  /** The few that speak most for the area, most telling first. */
  readonly signals: readonly Signal[];
  readonly win: Claim;
  readonly impact: Claim | null;
  readonly metrics: readonly Metric[];
  readonly notable: Notable | null;
  /** From 0 to 1: orders work within one report where nothing is notable. Never shown. */
  readonly worth: number;
  readonly unseen: { readonly kind: string; readonly quote: Quote } | null;
  /** Of a change; null for a review and a part in an incident. */
  readonly outline: Outline | null;
  /** What GitHub recorded beyond a merge: reviews given, parts in an incident. By time. */
  readonly deeds: readonly Deed[];
  /** What became of the work, earliest first; empty while nobody has looked. */
  readonly outcome: readonly Outcome[];
  /** What its person wants to stand beside it, in their words. By time. */
  readonly notes: readonly Note[];
  /** Of one's own change: what reviewers said and its author took up. Absent where there is nothing. */
  readonly received?: readonly Received[];
};

/** One thing that GitHub recorded of a person beside a merge. `at` is ISO 8601, UTC. */
export type Deed =
  | { readonly did: 'reviewed'; readonly at: string; readonly threads: number; readonly changed: number }
  | { readonly did: 'reported' | 'closed' | 'was assigned' | 'took part'; readonly at: string }
  /** The write-up stands in a comment of the incident itself. */
  | { readonly did: 'wrote it up here'; readonly at: string }
  | {
      readonly did: 'closed a follow-up';
      readonly at: string;
      readonly label: string;
      readonly url: string | null;
      /** It was assigned to them. */
      readonly assigned: boolean;
    }
  | {
      readonly did: 'fixed' | 'wrote it up' | 'followed up';
      readonly part: 'author' | 'co-author' | 'asked an agent';
      readonly at: string;
      readonly label: string;
      readonly url: string | null;
      /** From the opening of the incident to the merge. */
      readonly minutes: number;
    };

/** What became of a merged change, some days later. */
export type Outcome = {
  /**
   * `held`: no revert and no linked incident was seen. `disturbed`: an incident names it.
   * `unwatched`: the app could not look all the time.
   */
  readonly kind: 'held' | 'reverted' | 'disturbed' | 'unwatched';
  readonly days: number;
  /** What shows it: `#420`. Of a document that held, who links to it. Empty where nothing was seen. */
  readonly by: readonly { readonly label: string; readonly url: string | null }[];
};

/** A merged change that is evidence of nothing, and why. Nothing is left out silently. */
export type LeftOutChange = {
  readonly subject: Subject;
  readonly people: readonly string[];
  readonly kind: string;
  readonly reason: string;
};

export type Credited = {
  readonly evidence: readonly Evidence[];
  readonly leftOut: LeftOutChange | null;
  /** Where the change reverts another one: what it undoes, as far as it says. */
  readonly undoes: Undoing | null;
};

/** One change takes back what another did, and with it the credit. */
export type Undoing = {
  readonly by: Subject;
  readonly what: ChangeReference;
  /** ISO 8601, UTC: when the revert was merged. */
  readonly at: string;
};

const mostSignals = 3;

/** From the facts of one change to the evidence of everyone who had a part in it. */
export function creditChange(
  change: ChangeFacts,
  framework: Framework,
  reading: ModelReading | null = null,
): Credited {
  const activities = activitiesOf(change);
  const judgement = withReading(judge(change, framework), reading, change, framework);
  const subject = subjectOf(change, judgement);
  const evidence = activities.flatMap((activity) => evidenceOf(activity, subject, judgement));
  const leftOut = evidence.length > 0 ? null : leftOutOf(subject, activities, judgement);
  const what = judgement.noise.find(({ reverts }) => reverts !== undefined)?.reverts;
  return {
    evidence,
    leftOut,
    undoes: what === undefined ? null : { by: subject, what, at: change.mergedAt ?? '' },
  };
}

function evidenceOf(activity: Activity, subject: Subject, judgement: Judgement): readonly Evidence[] {
  const { win, impact, metrics, notable, worth, unseen } = judgement;
  const outline = { ...judgement.outline, found: foundIn(judgement) };
  return judgement.areas.map(({ area, stands, signals }, index) => {
    const key = `${activity.key}/${area}`;
    const known = { id: evidenceId(key), key, activity, subject, area, stands, primary: index === 0 };
    return {
      ...known,
      signals: signals.slice(0, mostSignals),
      win,
      impact,
      metrics,
      notable,
      worth,
      unseen,
      outline,
      deeds: [],
      outcome: [],
      notes: [],
    };
  });
}

/** What GitHub or git recorded of it: paths and shapes, without the words. */
function foundIn({ signals }: Judgement): readonly string[] {
  return signals.map(({ rule }) => rule).filter((rule) => /^(?:path|shape)\./u.test(rule));
}

function leftOutOf(subject: Subject, activities: readonly Activity[], { noise }: Judgement): LeftOutChange {
  const people = activities.map(({ person }) => person.key);
  const erasing = noise.find(({ erases }) => erases) ?? noise.find(({ kind }) => kind === 'trivial');
  if (erasing !== undefined) return { subject, people, kind: erasing.kind, reason: erasing.reason };
  if (people.length === 0)
    return { subject, people, kind: 'bot', reason: 'No person is named as its author.' };
  return {
    subject,
    people,
    kind: 'none',
    reason: 'Nothing in its words or paths says what it is evidence of.',
  };
}

function subjectOf(change: ChangeFacts, { win }: Judgement): Subject {
  return { ...plainSubject(change), title: win.text };
}

/** The change as it names itself. */
export function plainSubject(change: ChangeFacts): Subject {
  return {
    key: change.key,
    repository: change.repository.name,
    number: change.number,
    commit: change.commit,
    url: change.url,
    title: readTitle(change.title).words,
    whole: change.title,
    ...belongingOf(change),
    arrivedWith: change.arrived?.number ?? null,
  };
}
