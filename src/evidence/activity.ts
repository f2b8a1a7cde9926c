import { countsSince } from './arrival.ts';
import type { Actor, ChangeFacts } from './facts.ts';
import { agentOf, agentsOf, humansOf, isBot } from './noise.ts';
import { onlySuggested } from './remark/changed.ts';

/** One thing that an engineer did, derived from the facts and derived again whenever they change. */
export type Activity = {
  /** `github:1296269#412/author/github:583231`: subject, part, person. */
  readonly key: string;
  readonly kind: 'change' | 'review' | 'incident';
  readonly person: Actor;
  readonly part: 'author' | 'co-author' | 'asked an agent' | 'also' | 'reviewer' | 'responder';
  /** The coding agents that took part, by name. How much they wrote is never guessed. */
  readonly agents: readonly string[];
  /** ISO 8601, UTC: when it reached the default branch, was reviewed, or when the person first had a part in it. */
  readonly at: string;
  /** The other people who share the credit, by label. */
  readonly shared: readonly string[];
  /** Who shares it by somebody's word, by label: of part `also` whose word it is; else whom this person named. */
  readonly also?: readonly string[];
};

/** Who is credited with a merged change. Nobody, where only automations had a part in it or it is not merged. */
export function activitiesOf(change: ChangeFacts): readonly Activity[] {
  const at = countsSince(change);
  if (at === null) return [];
  const people = creditsOf(change);
  const agents = agentsOf([change.author, ...change.coAuthors]);
  return people.map(({ person, part }) => ({
    key: `${change.key}/${part.replaceAll(' ', '-')}/${person.key}`,
    kind: 'change',
    person,
    part,
    agents,
    at,
    shared: people.filter((other) => other.person.key !== person.key).map((other) => other.person.label),
  }));
}

type Credit = Pick<Activity, 'person' | 'part'>;

function creditsOf(change: ChangeFacts): readonly Credit[] {
  const coAuthors = humansOf(change.coAuthors)
    .filter((person) => !onlySuggested(person, change))
    .map((person): Credit => ({ person, part: 'co-author' }));
  return oncePerPerson([...openedBy(change), ...coAuthors]);
}

function openedBy(change: ChangeFacts): readonly Credit[] {
  const agent = agentOf(change);
  if (agent !== null)
    return agent.askedBy === null ? [] : [{ person: agent.askedBy, part: 'asked an agent' }];
  return isBot(change.author) ? [] : [{ person: change.author, part: 'author' }];
}

function oncePerPerson(credits: readonly Credit[]): readonly Credit[] {
  const seen = new Set<string>();
  return credits.filter(({ person }) => !seen.has(person.key) && seen.add(person.key));
}
