import type { Actor, ChangeFacts, CommitFacts, LinkedIssue, Repository } from '../evidence/facts.ts';
import { looksAutomatic } from '../people/naming.ts';
import type { AttributeLookup } from '../evidence/attribute-rules.ts';
import { isoFromSeconds } from './commit-date.ts';
import { combineFiles } from './combine-files.ts';
import { BODY_LIMIT } from './message.ts';
import type { ClosedIssue } from './message.ts';
import { FILES_LIMIT } from './record.ts';
import type { Signature } from './signature.ts';
import { changeUrl, issueUrl } from './remote.ts';
import { cut } from './text.ts';
import type { Commit, Unit } from './unit.ts';

/** What is the same for every change of one clone. */
export type Surroundings = {
  readonly repository: Repository;
  readonly webUrl: string | null;
  readonly branch: string | null;
  readonly actor: (name: string, address: string) => Actor;
  readonly attribute: AttributeLookup;
  /** True of a commit whose parents were cut off: what it changed is not known. */
  readonly isCutOff: (id: string) => boolean;
};

const COMMITS_LIMIT = 250;
const CO_AUTHORS_LIMIT = 100;

/** `landedAt`: seconds when the work reached the branch; `withNumber` is false where the number was given before. */
export function composeChange(
  unit: Unit,
  landedAt: number,
  withNumber: boolean,
  around: Surroundings,
): ChangeFacts {
  const { landed } = unit;
  const work = workOf(unit);
  const author = authorOf(unit, work, around);
  const files = combineFiles(work.filter(({ id }) => !around.isCutOff(id)));
  const { number } = landed.landing;
  return {
    kind: 'change',
    key: keyOf(around.repository, withNumber ? number : null, landed.id),
    repository: around.repository,
    number,
    commit: landed.id,
    url: changeUrl(around.webUrl, number, landed.id),
    title: titleOf(landed, work),
    body: bodyOf(landed, work),
    author,
    coAuthors: coAuthorsOf(unit, work, author, around),
    assignees: [],
    mergedBy: mergedByOf(landed, author, around),
    openedAt: null,
    mergedAt: isoFromSeconds(landedAt),
    base: around.branch,
    head: null,
    intoDefaultBranch: true,
    arrived: null,
    labels: [],
    files: files.kept
      .slice(0, FILES_LIMIT)
      .map((file) => ({ ...file, attribute: around.attribute(file.path) })),
    filesTotal: files.total,
    commits: work.slice(0, COMMITS_LIMIT).map((commit) => commitFacts(commit, around)),
    reviews: [],
    threads: [],
    comments: [],
    closes: closesOf([landed, ...work], around),
  };
}

/** The commits in which the work was done, oldest first. A merge only joins. */
function workOf({ landed, brought }: Unit): readonly Commit[] {
  if (landed.parents.length < 2) return [landed];
  return brought.filter((commit) => commit.parents.length < 2).toReversed();
}

function keyOf(repository: Repository, number: number | null, id: string): string {
  return number === null ? `${repository.key}@${id.slice(0, 12)}` : `${repository.key}#${number}`;
}

function titleOf(landed: Commit, work: readonly Commit[]): string {
  const only = work.length === 1 ? work[0]!.landing.title : null;
  return landed.landing.title ?? only ?? landed.message.subject;
}

/** The merge's own words, then those of its commits: what was written while the work was done. */
function bodyOf(landed: Commit, work: readonly Commit[]): string {
  const bodies = [landed.landing.body, ...work.map((commit) => commit.message.body)];
  const distinct = new Set<string>();
  let length = 0;
  for (const body of bodies) {
    if (body === '' || distinct.has(body)) continue;
    distinct.add(body);
    length += body.length;
    if (length > BODY_LIMIT) break;
  }
  return cut([...distinct].join('\n\n'), BODY_LIMIT).trimEnd();
}

/** Whoever wrote most of the commits; among equals, whoever began. */
function authorOf({ landed }: Unit, work: readonly Commit[], around: Surroundings): Actor {
  const counts = new Map<string, { readonly actor: Actor; commits: number }>();
  for (const { author } of work) {
    const actor = actorOf(author, around);
    const count = counts.get(actor.key) ?? { actor, commits: 0 };
    counts.set(actor.key, { actor, commits: count.commits + 1 });
  }
  const [most] = [...counts.values()].toSorted((one, other) => other.commits - one.commits);
  return most?.actor ?? actorOf(landed.author, around);
}

function coAuthorsOf(
  { landed }: Unit,
  work: readonly Commit[],
  author: Actor,
  around: Surroundings,
): readonly Actor[] {
  const named = [...work.map((commit) => commit.author), ...trailers([landed, ...work])];
  const others = new Map<string, Actor>();
  for (const person of named) {
    if (looksAutomatic(person.name, person.address)) continue;
    const actor = actorOf(person, around);
    if (actor.key !== author.key) others.set(actor.key, actor);
    if (others.size === CO_AUTHORS_LIMIT) break;
  }
  return [...others.values()];
}

function trailers(commits: readonly Commit[]): readonly Signature[] {
  return commits.flatMap((commit) => commit.message.coAuthors);
}

/** A code host's own address signs what is merged on its pages: then the author of a merge is who pressed. */
function mergedByOf(landed: Commit, author: Actor, around: Surroundings): Actor | null {
  const { committer } = landed;
  const byHost = looksAutomatic(committer.name, committer.address);
  const isMerge = landed.parents.length > 1;
  if (byHost && !isMerge) return null;
  const merger = actorOf(byHost ? landed.author : committer, around);
  return merger.key === author.key ? null : merger;
}

function commitFacts(commit: Commit, around: Surroundings): CommitFacts {
  return {
    id: commit.id,
    author: actorOf(commit.author, around),
    title: commit.message.subject,
    at: isoFromSeconds(commit.committedAt),
  };
}

function closesOf(commits: readonly Commit[], around: Surroundings): readonly LinkedIssue[] {
  const issues = new Map<string, LinkedIssue>();
  for (const issue of commits.flatMap(({ message }) => message.closes).slice(0, CO_AUTHORS_LIMIT)) {
    const linked = linkedIssue(issue, around);
    issues.set(linked.key, linked);
  }
  return [...issues.values()];
}

/** A clone knows the number only: no title, no labels. */
function linkedIssue({ repository, number }: ClosedIssue, around: Surroundings): LinkedIssue {
  const here = repository === null || repository.toLowerCase() === around.repository.name.toLowerCase();
  const host = around.webUrl?.slice(0, -around.repository.name.length) ?? null;
  const webUrl = here || host === null ? around.webUrl : `${host}${repository}`;
  return {
    key: `${here ? around.repository.key : `clone:${repository}`}#${number}`,
    number,
    title: '',
    labels: [],
    author: null,
    url: issueUrl(webUrl, number),
  };
}

function actorOf({ name, address }: Signature, around: Surroundings): Actor {
  return around.actor(name, address);
}
