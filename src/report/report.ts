import type { Activity } from '../evidence/activity.ts';
import type { Claim, Grade, Metric, Place } from '../evidence/claim.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Audience } from '../people/audience.ts';
import type { Subject } from '../evidence/evidence.ts';
import type { Note } from '../evidence/overlay.ts';
import type { ToldEntry } from './told-entry.ts';
import type { Offered } from './phrases/offer.ts';

/** One engineer's evidence of one cycle, composed: what Markdown is made of. Plain data. */
export type Report = {
  readonly engineer: string;
  readonly cycle: Cycle;
  readonly origin: Origin;
  readonly worthKnowing: readonly Story[];
  /** True where some of these stand there only because little stands out. */
  readonly filledUp: boolean;
  readonly easyToMiss: readonly Missed[];
  readonly areas: readonly AreaSection[];
  /** What the engineer wants to stand beside work that is not told above. */
  readonly notes: readonly NoteBeside[];
  /** What was told in comments and belongs to no area: the engineer's own word, and what colleagues said. By time. */
  readonly told: readonly ToldEntry[];
  /** What they wrote below the preparation of this cycle. */
  readonly replies: readonly Reply[];
  readonly spread: Spread;
  /** Beside their own cycle before; null where there is none. */
  readonly beside: Beside | null;
  readonly questions: readonly Question[];
  /** Evidence that the author is asked about instead of told. */
  readonly asked: readonly Asked[];
  readonly leftOut: readonly LeftOutGroup[];
  /** Changes that count, but for files that nobody wrote by hand. */
  readonly leftOutFiles: readonly LeftOutFiles[];
  readonly phrases: readonly Offered[];
  readonly ledger: Ledger;
};

/** What the report was made from. */
export type Origin = ClonedOrigin | KeptOrigin;

/** Kept by the app as it happened, in a whole organisation. */
export type KeptOrigin = {
  readonly kind: 'github';
  readonly organisation: string;
  readonly audience: Audience;
  /** What the record lacks, each in one sentence. */
  readonly gaps: readonly string[];
  readonly framework: string;
  /** Names the rules in force: the same rules have the same name. */
  readonly rules: string;
  /** Name of the model that read along; null where signals alone decided. */
  readonly model: string | null;
};

/** Read from one clone. */
export type ClonedOrigin = {
  readonly kind: 'clone';
  readonly repository: string;
  readonly url: string | null;
  readonly branch: string | null;
  /** What the source lacks, each in one sentence. */
  readonly gaps: readonly string[];
  /** Name and version of the framework: `backend 0.1`. */
  readonly framework: string;
};

/** A change as a link shows it. */
export type Reference = {
  readonly label: string;
  readonly url: string | null;
  /** The day it was merged, in the cycle's time zone: `2026-03-03`. */
  readonly day: string;
};

export type Story = {
  readonly id: string;
  readonly kind: 'change' | 'review' | 'incident';
  /** Of the change or the like that leads it: the engineer's part, and who shares the credit, by label. */
  readonly part: Pick<Activity, 'part' | 'shared'>;
  readonly win: Claim;
  readonly impact: (Claim & OfAnother) | null;
  /** Those that its title does not state already. */
  readonly metrics: readonly (Metric & OfAnother)[];
  /** Whether a figure says what was different: a metric, or one in its title. */
  readonly measured: boolean;
  /** Nothing but texts for people. */
  readonly documents: boolean;
  /** Composed sentences, each grounded: when, with whom, with an agent. */
  readonly record: readonly string[];
  /** Incidents of the piece that another change leads. */
  readonly incidents: readonly StoryIncident[];
  readonly areas: readonly string[];
  readonly because: readonly Because[];
  /** Of a review: what came of it, in a few words. Otherwise empty. */
  readonly came: string;
  /** The change whose words stand above. */
  readonly lead: Reference;
  /** Every change of the piece, the lead among them, oldest first. */
  readonly references: readonly Reference[];
  /** What its sentences name as `#364`, and where that is. */
  readonly links: readonly Link[];
  /** What its person wants to stand beside it. */
  readonly notes: readonly (Note & OfAnother)[];
};

/** Where words of a piece stand in another change than the one that leads it; null where they stand in that. */
export type OfAnother = { readonly of: Reference | null };

/** With what the record says of the same work. */
export type NoteBeside = Note & {
  readonly id: string;
  readonly reference: Reference;
  readonly win: Claim;
  readonly area: string;
};

/** Plain words of the engineer, and where they stand. */
export type Reply = {
  readonly text: string;
  readonly url: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** Blank is a question: for an area with little, and for work without a figure. */
export type Question =
  | { readonly about: 'area'; readonly area: string; readonly rows: number; readonly question: string }
  | {
      readonly about: 'figure' | 'use';
      readonly reference: Reference;
      readonly win: Claim;
      readonly question: string;
    };

/** What is new beside the engineer's own cycle before. */
export type Beside = {
  /** That cycle. */
  readonly cycle: Cycle;
  readonly areas: readonly string[];
  readonly parts: readonly Activity['kind'][];
  /** Names of repositories. */
  readonly changesIn: readonly string[];
  readonly reviewsIn: readonly string[];
  readonly reasons: readonly { readonly reason: string; readonly reference: Reference }[];
};

/** Days on which the engineer was away, half-open: `2026-05-04`, `2026-05-30`. No reason is asked or kept. */
export type Away = { readonly from: string; readonly to: string };

export type Link = { readonly label: string; readonly url: string | null };

/** The part in an incident that belongs to a piece of work. */
export type StoryIncident = {
  /** The title of the incident, in the words of whoever reported it. */
  readonly name: Claim;
  readonly reference: Reference;
  /** Composed and grounded, as in the story. */
  readonly record: readonly string[];
};

/** Why something counts: "adds a migration", and the words or the path that show it. */
export type Because = {
  readonly reason: string;
  /** Null where the words stand right beside, or show nothing. */
  readonly quote: string | null;
  readonly place: Place['in'];
  readonly grade: Grade;
};

export type Missed = {
  readonly id: string;
  readonly kind: string;
  readonly win: Claim;
  readonly reference: Reference;
  /** The path that shows the kind; null where the title does. */
  readonly path: string | null;
  readonly metric: Metric | null;
  /** Who works by it, where others link to it. Null otherwise. */
  readonly since: string | null;
  /** Of a review: the lines that it speaks of were changed afterwards. */
  readonly changed: boolean;
  /** Of a review: author and reviewer were of different teams. */
  readonly across: boolean;
};

export type AreaSection = {
  readonly area: string;
  readonly rows: readonly AreaRow[];
};

export type AreaRow = {
  readonly id: string;
  readonly win: Claim;
  readonly reference: Reference;
  readonly because: readonly Because[];
  /** Of a review or an incident: what GitHub recorded of it, in a few words. Empty for a change. */
  readonly part: string;
  readonly metric: Metric | null;
  /** What became of it: `No revert and no linked incident seen in 90 days.` Null while nobody has looked. */
  readonly since: string | null;
  /** Of a review, the win is what the reviewer said of somebody else's change. */
  readonly kind: 'change' | 'review' | 'incident' | 'told';
};

export type Spread = {
  /** `2026-01`, first to last. */
  readonly months: readonly string[];
  /** The first day of which anything was kept; null where that is the cycle’s own. */
  readonly keptFrom: string | null;
  /** By their own word; only days within the cycle. */
  readonly away: readonly Away[];
  /** Of these months at least half the days of the cycle were away. */
  readonly awayMonths: readonly string[];
  readonly rows: readonly { readonly area: string; readonly counts: readonly number[] }[];
  /** The share of all evidence in the last quarter of the cycle, from 0 to 1; null without evidence, or while it lasts. */
  readonly lastQuarter: number | null;
};

export type Asked = {
  readonly id: string;
  readonly area: string;
  readonly win: Claim;
  readonly reference: Reference;
};

export type LeftOutGroup = {
  readonly kind: string;
  readonly changes: readonly { readonly subject: Subject; readonly reason: string }[];
};

export type LeftOutFiles = {
  readonly reference: Reference;
  readonly rows: readonly { readonly count: number; readonly reason: string }[];
};

/** What the look-up of every composed sentence and every quote gave. */
export type Ledger = {
  /** Figures, dates and names of the composed sentences that were found in their sources. */
  readonly found: Readonly<Record<Grade, number>>;
  /** Quotes: spans of their source, checked to stand there when the evidence was made. */
  readonly quoted: Readonly<Record<Grade, number>>;
  readonly computed: number;
  /** Composed sentences that did not pass and were dropped. */
  readonly dropped: number;
  /** SHA-256 over the evidence keys: the same evidence gives the same hash. */
  readonly evidenceSet: string;
};
