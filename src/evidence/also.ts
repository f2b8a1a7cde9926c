import type { Activity } from './activity.ts';
import type { Claim, Metric } from './claim.ts';
import type { Credited, Evidence } from './evidence.ts';
import type { Actor } from './facts.ts';
import { evidenceId } from './key.ts';

/** Somebody who had a part in a change by the word of somebody who did it. */
export type AlsoCredited = {
  readonly person: Actor;
  /** By whose word: GitHub's key. */
  readonly by: string;
};

/**
 * Credits those whom the people of a change name. Their record gets the work as a colleague's word; the record of
 * whoever named them says with whom it is shared.
 */
export function withAlso(credited: Credited, also: readonly AlsoCredited[]): Credited {
  const changes = credited.evidence.filter(({ activity }) => activity.kind === 'change');
  const known = new Set(changes.map(({ activity }) => activity.person.key));
  const named = also.filter(({ person, by }) => known.has(by) && !known.has(person.key));
  if (named.length === 0) return credited;
  const added = named.flatMap(({ person, by }) =>
    changes.filter(({ activity }) => activity.person.key === by).map((item) => asOf(item, person)),
  );
  const shared = credited.evidence.map((item) => sharing(item, named));
  return { ...credited, evidence: [...shared, ...onceEach(added)] };
}

function sharing(item: Evidence, named: readonly AlsoCredited[]): Evidence {
  const { activity } = item;
  const own = named.filter(({ by }) => activity.kind === 'change' && by === activity.person.key);
  if (own.length === 0) return item;
  const also = [...new Set(own.map(({ person }) => person.label))];
  return { ...item, activity: { ...activity, also } };
}

function asOf(item: Evidence, person: Actor): Evidence {
  const { activity: own, area, subject, win, impact, metrics } = item;
  const activity: Activity = {
    ...own,
    key: `${subject.key}/also/${person.key}`,
    person,
    part: 'also',
    shared: [],
    also: [own.person.label],
  };
  const key = `${activity.key}/${area}`;
  return {
    ...item,
    id: evidenceId(key),
    key,
    activity,
    win: asPeer(win),
    impact: impact && asPeer(impact),
    metrics: metrics.map(asPeer),
  };
}

/** What its author says of it is a colleague's word in the record of anybody else. */
function asPeer<Said extends Claim | Metric>(said: Said): Said {
  return said.grade === 'author' ? { ...said, grade: 'peer' } : said;
}

/** Two people of a change may name the same colleague. */
function onceEach(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((item) => [item.key, item])).values()];
}
