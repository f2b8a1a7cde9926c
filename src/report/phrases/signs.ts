import { poornessOf } from '../../evidence/judge/reasons.ts';
import type { Deed, Evidence } from '../../evidence/evidence.ts';
import type { Piece } from '../../evidence/piece.ts';
import type { CompiledTopic } from '../../framework/compile.ts';

/** As long as the app looks back at a change, in days. */
export const longestWatch = 90;
/** So many changes are steps of something. */
const fewestSteps = 3;

type OfChanges = {
  readonly piece: Piece;
  readonly rows: readonly Evidence[];
  readonly told: readonly Evidence[];
  readonly topics: readonly CompiledTopic[];
};

/** What is recorded of the changes of a piece, by the names that phrases use. */
export function signsOfChanges({ piece, rows, told, topics }: OfChanges): ReadonlySet<string> {
  const received = rows.flatMap((row) => row.received ?? []);
  const some = (name: string, holds: (row: Evidence) => boolean) => (rows.some(holds) ? [name] : []);
  return new Set([
    ...rows.flatMap(({ unseen }) => (unseen === null ? [] : [`unseen.${unseen.kind}`])),
    ...told.flatMap(({ signals }) => signals.flatMap(({ rule }) => namesOfRule(rule))),
    ...rows.flatMap(({ outline }) => (outline?.found ?? []).flatMap(namesOfRule)),
    ...some('metric', ({ metrics }) => metrics.length > 0),
    ...some('compared', ({ metrics }) => metrics.some(isCompared)),
    ...some('impact', ({ impact }) => impact !== null),
    ...some('notable', ({ notable }) => notable !== null),
    ...some('agent', ({ activity }) => activity.agents.length > 0),
    ...some('hopes', hopes),
    ...some('unmeasured', isUnmeasured),
    ...some('disturbed', ({ outcome }) => outcome.some(({ kind }) => kind === 'disturbed')),
    ...some('linked', ({ outcome }) => outcome.some(({ kind, by }) => kind === 'held' && by.length > 0)),
    ...(rows.every(isHeld) ? ['held'] : []),
    ...(rows.every(({ activity }) => activity.shared.length === 0) ? ['alone'] : ['shared']),
    ...(rows.every(({ outline }) => outline?.documents === true) ? ['documents'] : ['code']),
    ...(rows.length >= fewestSteps ? ['steps'] : []),
    ...(new Set(rows.map(({ subject }) => subject.repository)).size > 1 ? ['repositories'] : []),
    ...(received.length > 0 ? ['received'] : []),
    ...received.flatMap(({ quote }) => topicsOf(quote.text, topics).map((topic) => `received.${topic}`)),
    ...piece.changes.flatMap(({ activity }) => (activity.kind === 'change' ? [] : [`with.${activity.kind}`])),
  ]);
}

/** What is recorded of a review, and what it speaks of. */
export function signsOfReview(
  row: Evidence,
  areas: readonly string[],
  topics: readonly CompiledTopic[],
): ReadonlySet<string> {
  const given = row.deeds.find((deed) => deed.did === 'reviewed');
  const [threads, changed] = given?.did === 'reviewed' ? [given.threads, given.changed] : [0, 0];
  const taken = changed > 0 || row.impact !== null;
  return new Set([
    ...(changed > 0 ? ['followed'] : []),
    ...(threads > 1 && changed === threads ? ['all-followed'] : []),
    ...(row.impact === null ? [] : ['answered']),
    ...(/\?\s*$/u.test(row.win.text) ? ['asks'] : []),
    ...(taken ? ['taken-up'] : ['not-taken-up']),
    ...(row.notable === null ? [] : ['notable']),
    ...(areas.length > 1 ? ['across'] : []),
    ...topicsOf(row.win.text, topics).map((topic) => `said.${topic}`),
  ]);
}

/** What somebody's part in an incident was. */
export function signsOfIncident({ deeds, win }: Evidence): ReadonlySet<string> {
  const did = new Set(deeds.map((deed) => didNames[deed.did]));
  return new Set([
    ...[...did].map((name) => `did.${name}`),
    ...(did.has('fixed') ? [] : ['did-not-fix']),
    ...(win.grade === 'peer' ? ['reported-by-others'] : []),
    ...(deeds.filter((deed) => didNames[deed.did] === 'followed-up').length > 1
      ? ['several-follow-ups']
      : []),
  ]);
}

const didNames: Readonly<Record<Deed['did'], string>> = {
  reviewed: 'reviewed',
  reported: 'reported',
  closed: 'closed',
  'was assigned': 'assigned',
  'took part': 'took-part',
  'wrote it up here': 'wrote-up',
  'wrote it up': 'wrote-up',
  'closed a follow-up': 'followed-up',
  'followed up': 'followed-up',
  fixed: 'fixed',
};

/** `path.migration.most` → `path.migration` and itself; `title.speed` → `word.speed` and itself. */
function namesOfRule(rule: string): readonly string[] {
  const [kind = '', name = '', share] = rule.split('.');
  if (kind === 'path') return share === 'some' ? [`path.${name}`] : [`path.${name}`, `mostly.${name}`];
  return kind === 'title' || kind === 'body' ? [`word.${name}`, rule] : [rule];
}

function isCompared({ before, after, change }: Evidence['metrics'][number]): boolean {
  return (before !== null && after !== null) || change !== null;
}

/** The author says what should come of it, not what came of it. */
function hopes({ signals, metrics }: Evidence): boolean {
  return (
    metrics.length === 0 &&
    signals.some(({ quote }) => quote.place.in === 'body' && poornessOf(quote.text) === 'hope')
  );
}

const ofSpeed: ReadonlySet<string> = new Set([
  'title.speed',
  'title.memory',
  'title.caching',
  'title.queries',
]);

/** Its title speaks of speed or effort, and no figure stands in it or beside it. */
function isUnmeasured({ signals, metrics }: Evidence): boolean {
  return metrics.length === 0 && signals.some(({ rule }) => ofSpeed.has(rule));
}

export function isHeld({ outcome }: Evidence): boolean {
  const latest = outcome.at(-1);
  return latest?.kind === 'held' && latest.days >= longestWatch;
}

function topicsOf(text: string, topics: readonly CompiledTopic[]): readonly string[] {
  return topics.filter(({ pattern }) => pattern.test(text)).map(({ key }) => key);
}
