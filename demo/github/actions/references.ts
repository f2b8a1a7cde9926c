import type { Issue, Pull, Repository, State } from '../state.ts';
import { findRepository, fullName } from './find.ts';
import type { Place } from './find.ts';
import { record } from './timeline.ts';

const HERE = String.raw`https:\/\/github\.com|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?`;
const NAME = String.raw`[\w.-]+\/[\w.-]+`;
const REFERENCE = String.raw`(?:(?:(?<near>${NAME})?#|GH-)|(?:${HERE})\/(?<far>${NAME})\/(?:issues|pull)\/)(?<number>\d+)\b`;
const MENTION = new RegExp(String.raw`(?<![\w/#&.-])${REFERENCE}`, 'gi');
const CLOSING = new RegExp(String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+${REFERENCE}`, 'gi');

/** The issues that this pull request says it closes. Only one into the default branch closes anything. */
export function closingReferences(state: State, repository: Repository, pull: Pull): readonly Place[] {
  return closedBy(state, repository, pull, [pull.body]);
}

/** What the merge of a pull request closes: its commits may name issues too. */
export function closedByMerge(state: State, repository: Repository, pull: Pull): readonly Place[] {
  return closedBy(state, repository, pull, [pull.body, ...pull.commits.map(({ message }) => message)]);
}

/** Puts a cross-reference at everything the text names, once for each pair. */
export function noteReferences(
  state: State,
  repository: Repository,
  source: Issue | Pull,
  text: string,
  actor: string,
): void {
  const what = `${fullName(repository)}#${source.number}`;
  for (const place of placesIn(state, repository, text, MENTION)) {
    const target = findRepository(state, place.repository)?.threads.get(place.number);
    if (target === undefined || target === source || isNoted(target, what)) continue;
    record(state, target, 'cross-referenced', actor, what);
  }
}

function closedBy(
  state: State,
  repository: Repository,
  pull: Pull,
  texts: readonly string[],
): readonly Place[] {
  if (pull.base !== repository.defaultBranch) return [];
  const places = texts.flatMap((text) => placesIn(state, repository, text, CLOSING));
  return places.filter(
    (place, index) =>
      findRepository(state, place.repository)?.threads.get(place.number)?.kind === 'issue' &&
      places.findIndex((other) => isSame(place, other)) === index,
  );
}

function placesIn(state: State, home: Repository, text: string, pattern: RegExp): readonly Place[] {
  return [...withoutCode(text).matchAll(pattern)].flatMap(({ groups }) => {
    const named = groups?.['near'] ?? groups?.['far'] ?? fullName(home);
    const repository = findRepository(state, named);
    const number = Number(groups?.['number']);
    return repository === null ? [] : [{ repository: fullName(repository), number }];
  });
}

/** GitHub looks for references neither in code nor in hidden comments. */
function withoutCode(text: string): string {
  return text
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replaceAll(/^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm, ' ')
    .replaceAll(/(`+)[^`](?:(?!\n\s*\n)[\s\S])*?\1/g, ' ');
}

function isNoted(target: Issue | Pull, what: string): boolean {
  return target.events.some((event) => event.kind === 'cross-referenced' && event.what === what);
}

function isSame(one: Place, other: Place): boolean {
  return one.repository === other.repository && one.number === other.number;
}
