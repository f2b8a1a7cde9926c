import * as z from 'zod';
import type { Delivery, SubjectKind } from '../ports/store.ts';

/** One webhook as it came in. Its signature fits; what is in it is still to be read. */
export type Webhook = {
  /** GitHub's name of the event, without its action: `pull_request`. */
  readonly event: string;
  /** GitHub's delivery id. */
  readonly id: string;
  readonly payload: unknown;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
};

export type Recognized =
  | {
      readonly kind: 'delivery';
      readonly delivery: Delivery;
      /** A change was merged into the repository that holds the rules, so the account is to be read again too. */
      readonly rulesMayHaveChanged: boolean;
    }
  | { readonly kind: 'ignored'; readonly reason: IgnoredBecause };

/** Fixed words, so that they can be counted and shown: nothing of the payload is in them. */
export type IgnoredBecause =
  | 'not an event we hear'
  | 'not understood'
  | 'not merged'
  | 'our own doing'
  | 'nothing said to the app'
  | 'no account';

const numericId = z.int().positive();
const identified = z.object({ id: numericId });
const actor = z.object({ id: numericId, login: z.string(), type: z.string() });
// A moment that no calendar has is left out; the event counts all the same.
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((time) => time >= 0 && time < Date.UTC(9999, 11, 31))
  .transform((time) => new Date(time).toISOString())
  .nullish()
  .catch(null);

const surroundings = z.object({
  action: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .nullish(),
  // An app can be installed on a whole enterprise, which has no login: that is no account of ours.
  installation: z
    .object({ id: numericId, account: z.object({ id: numericId, login: z.string() }).nullish() })
    .nullish(),
  organization: identified.nullish(),
  repository: z.object({ id: numericId, name: z.string(), owner: identified }).nullish(),
  sender: actor.nullish(),
});

const merge = z.object({ merged_at: z.string().nullish() });
const numbered = z.object({ number: numericId.max(2 ** 31 - 1), updated_at: moment, user: actor.nullish() });
const withComment = surroundings.extend({
  comment: z.object({ id: numericId, updated_at: moment }).nullish(),
});
const aboutChange = withComment.extend({ pull_request: numbered.extend(merge.shape) });
const aboutIssue = withComment.extend({
  issue: numbered.extend({ pull_request: merge.nullish(), body: z.string().nullish() }),
});

type Surroundings = z.infer<typeof surroundings>;
type Actor = z.infer<typeof actor> | null | undefined;
type Comment = z.infer<typeof withComment>['comment'];

/** What a webhook is about, as far as anything needs to be known of it here. */
type About = {
  readonly around: Surroundings;
  readonly comment: Comment;
  readonly subject: {
    readonly kind: SubjectKind;
    readonly number: number;
    readonly updatedAt: string | null;
    readonly author: Actor;
    /** Undefined where GitHub does not say. */
    readonly mergedAt: string | null | undefined;
    /** Whether its own text speaks to the app: of an issue only. */
    readonly isSpoken: boolean;
  } | null;
};

type Reader = (payload: unknown) => About | null;

/** Each event that we know how to read. Which of their actions are sent to us stands in `app.ts`. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['pull_request', readChange],
  ['pull_request_review', readChange],
  ['pull_request_review_comment', readChange],
  ['pull_request_review_thread', readChange],
  ['issues', readIssue],
  ['issue_comment', readIssue],
  ['installation', readAccount],
  ['installation_repositories', readAccount],
  ['repository', readAccount],
  ['organization', readAccount],
  ['membership', readAccount],
  ['team', readAccount],
]);

/**
 * Takes the ids out of a webhook, and nothing else of it. Never throws, whatever the payload.
 *
 * @param ownSlug The app's slug on GitHub (`groundwork`), whose bot's doings are ignored; null while it is not known.
 */
export function recognize(webhook: Webhook, ownSlug: string | null): Recognized {
  const reader = readers.get(webhook.event);
  if (reader === undefined) return ignored('not an event we hear');
  const about = /^[\w.:-]{1,100}$/.test(webhook.id) ? reader(webhook.payload) : null;
  if (about === null) return ignored('not understood');
  if (about.subject !== null && isOwn(about.around.sender, ownSlug)) return ignored('our own doing');
  if (waitsForMerge(about, ownSlug)) return ignored('not merged');
  if (isJustOpened(webhook.event, about)) return ignored('nothing said to the app');
  const account = accountOf(about.around);
  if (account === null) return ignored('no account');
  return {
    kind: 'delivery',
    delivery: deliveryOf(webhook, about, account),
    rulesMayHaveChanged: mayChangeRules(webhook.event, about),
  };
}

function ignored(reason: IgnoredBecause): Recognized {
  return { kind: 'ignored', reason };
}

function readChange(payload: unknown): About | null {
  const reading = aboutChange.safeParse(payload);
  if (!reading.success || !reading.data.repository) return null;
  const { pull_request: change, comment } = reading.data;
  const { number, updated_at: updatedAt = null, user: author, merged_at: mergedAt } = change;
  return {
    around: reading.data,
    comment,
    subject: { kind: 'change', number, updatedAt, author, mergedAt, isSpoken: false },
  };
}

// A comment below a pull request comes as a comment on an issue that is one.
function readIssue(payload: unknown): About | null {
  const reading = aboutIssue.safeParse(payload);
  if (!reading.success || !reading.data.repository) return null;
  const { issue, comment } = reading.data;
  const { number, updated_at: updatedAt = null, user: author, pull_request: change } = issue;
  const kind = change ? 'change' : 'issue';
  const mergedAt = change?.merged_at;
  const isSpoken = command.test(reading.data.issue.body ?? '');
  return { around: reading.data, comment, subject: { kind, number, updatedAt, author, mergedAt, isSpoken } };
}

/** A line that may be a command: whether it is one, is seen when the issue is read. */
const command = /^ {0,3}\/groundwork(?!\S)/imu;

function readAccount(payload: unknown): About | null {
  const reading = surroundings.safeParse(payload);
  return reading.success ? { around: reading.data, comment: null, subject: null } : null;
}

/** Merging has it read whole, so nothing before needs to be. What we opened ourselves is answered before it is merged. */
function waitsForMerge({ subject }: About, ownSlug: string | null): boolean {
  if (subject?.kind !== 'change' || subject.mergedAt !== null) return false;
  return ownSlug === null ? subject.author?.type !== 'Bot' : !isOwn(subject.author, ownSlug);
}

/** An issue is read when it is labelled or commented; a new one only where it says something to the app itself. */
function isJustOpened(event: string, { around, subject }: About): boolean {
  return event === 'issues' && around.action === 'opened' && subject?.isSpoken === false;
}

function isOwn(who: Actor, ownSlug: string | null): boolean {
  return ownSlug !== null && who?.type === 'Bot' && who.login === `${ownSlug}[bot]`;
}

function accountOf({ organization, repository, installation }: Surroundings): number | null {
  return organization?.id ?? repository?.owner.id ?? installation?.account?.id ?? null;
}

function deliveryOf(webhook: Webhook, about: About, account: number): Delivery {
  const { around, comment, subject } = about;
  return {
    id: webhook.id,
    event: webhook.event,
    action: around.action ?? null,
    account,
    installation: around.installation?.id ?? null,
    repository: around.repository?.id ?? null,
    subject: subject && { kind: subject.kind, number: subject.number },
    comment: comment?.id ?? null,
    actor: around.sender?.id ?? null,
    updatedAt: comment?.updated_at ?? subject?.updatedAt ?? null,
    receivedAt: webhook.receivedAt,
  };
}

function mayChangeRules(event: string, { around, subject }: About): boolean {
  const isMerge = event === 'pull_request' && around.action === 'closed' && Boolean(subject?.mergedAt);
  return isMerge && around.repository?.name.toLowerCase() === '.github';
}
