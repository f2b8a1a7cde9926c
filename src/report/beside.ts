import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { sameOne } from '../evidence/persons.ts';
import type { PersonsEvidence } from '../evidence/persons.ts';
import type { Beside, Reference } from './report.ts';
import { referenceTo } from './story.ts';

/** The same engineer's evidence of an earlier cycle. */
export type Before = { readonly cycle: Cycle; readonly evidence: PersonsEvidence };

const mostReasons = 2;

/**
 * What is new beside the engineer's own cycle before: areas, parts, repositories and kinds of files. Only what is new is
 * told, never how much there is of anything. Null where there is nothing before to stand beside.
 */
export function besideBefore(
  evidence: PersonsEvidence,
  before: Before | null,
  areas: readonly string[],
  cycle: Cycle,
): Beside | null {
  if (before === null || before.evidence.length === 0) return null;
  sameOne(evidence, before.evidence);
  const [now, then] = [evidence.filter(isTold), before.evidence.filter(isTold)];
  return {
    cycle: before.cycle,
    areas: areas.filter((key) => has(now, key) && !has(then, key)),
    parts: (['review', 'incident', 'change'] as const).filter(
      (kind) => now.some(isOf(kind)) && !then.some(isOf(kind)),
    ),
    changesIn: newNames(now.filter(isOf('change')), then.filter(isOf('change'))),
    reviewsIn: newNames(now.filter(isOf('review')), then.filter(isOf('review'))),
    reasons: newReasons(now, then, cycle),
  };
}

function isTold({ stands }: Evidence): boolean {
  return stands === 'told';
}

function isOf(kind: Evidence['activity']['kind']) {
  return ({ activity }: Evidence): boolean => activity.kind === kind;
}

function has(evidence: readonly Evidence[], area: string): boolean {
  return evidence.some((item) => item.area === area);
}

/** Of a part that is new altogether its repositories say nothing more. */
function newNames(now: readonly Evidence[], then: readonly Evidence[]): readonly string[] {
  if (then.length === 0) return [];
  const known = new Set(then.map(({ subject }) => subject.repository));
  const names = now.map(({ subject }) => subject.repository).filter((name) => !known.has(name));
  return [...new Set(names)].map((name) => name.split('/').at(-1) ?? name).toSorted();
}

/** Only what a path shows: GitHub recorded it, then and now, whatever was said about it. */
function newReasons(now: readonly Evidence[], then: readonly Evidence[], cycle: Cycle): Beside['reasons'] {
  const known = new Set(then.flatMap((item) => pathReasons(item)));
  const first = new Map<string, Reference>();
  for (const item of now.toSorted((a, b) => (a.activity.at < b.activity.at ? -1 : 1)))
    for (const reason of pathReasons(item))
      if (!known.has(reason) && !first.has(reason)) first.set(reason, referenceTo(item, cycle));
  return [...first].slice(0, mostReasons).map(([reason, reference]) => ({ reason, reference }));
}

function pathReasons({ signals }: Evidence): readonly string[] {
  return signals.filter(({ quote }) => quote.place.in === 'path').map(({ reason }) => reason);
}
