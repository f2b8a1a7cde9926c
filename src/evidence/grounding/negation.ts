import { DENIES_VERB, stemsWithChanges, type Negation } from './denials.ts';
import type { ReadSource, Reading } from './reading.ts';
import { anchorsOf, type Anchor } from './statements.ts';
import type { Contradiction } from './support.ts';
import { share, type Clause } from './wording.ts';

/** Denials that only one side makes: the sentence denies what its sources do not, or states what a source denies. */
export function compareNegations(
  sentence: Reading,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  return [
    ...deniedWithoutSource(sentence, sources),
    ...statedAgainstSource(sentence, sources),
    ...sentence.clauses.flatMap((clause) => knownOnlyAsDenied(sentence, clause, sources)),
  ];
}

function deniedWithoutSource(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  const known = sources.flatMap((source) => source.negations);
  return sentence.negations
    .filter((own) => !known.some((other) => deniesSame(own, other)))
    .map(({ text }) => contradiction(text, 'No source denies this.', null));
}

/** What is denied must be denied there too, and of the same subject where both name one. */
function deniesSame(own: Negation, other: Negation): boolean {
  const there = new Set([...other.scope, ...other.lead]);
  const shared = own.scope.filter((word) => there.has(word)).length;
  if (own.scope.length > 0 && shared * 2 <= own.scope.length) return false;
  const apart = own.lead.length > 0 && other.lead.length > 0 && DENIES_VERB.test(own.text);
  return !apart || share(new Set(own.lead), there);
}

function statedAgainstSource(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  const own = sentence.negations.flatMap((one) => one.scope);
  const stated = new Set(stemsWithChanges(sentence.text).filter((word) => !own.includes(word)));
  return sources.flatMap((source) =>
    source.negations
      .filter((one) => isStated(one, stated))
      .map(({ text }) => contradiction(text, 'The source denies this.', source)),
  );
}

/** The denied word itself is stated, and at least half of the words around the denial. */
function isStated({ scope, lead }: Negation, stated: ReadonlySet<string>): boolean {
  const [denied, ...others] = scope;
  const around = [...lead, ...others];
  if (denied === undefined || around.length === 0 || !stated.has(denied)) return false;
  return around.filter((word) => stated.has(word)).length * 2 >= around.length;
}

/** `The format was changed` where all that is known of the format is that it is not touched. */
function knownOnlyAsDenied(
  sentence: Reading,
  clause: Clause,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  if (sentence.negations.some(({ at }) => at >= clause.from && at < clause.to)) return [];
  const words = clause.stems;
  const anchors = anchorsOf(words, sources);
  const [first] = anchors;
  if (first === undefined || !anchors.every((anchor) => deniesAll(anchor, words))) return [];
  return [contradiction(clause.text.trim(), 'The source only denies something of this.', first.source)];
}

/** The words that tie the claim to the statement all belong to what the statement denies. */
function deniesAll({ statement }: Anchor, words: ReadonlySet<string>): boolean {
  const shared = [...words].filter((word) => statement.words.has(word));
  return statement.negations.some(
    ({ text, lead, scope }) =>
      DENIES_VERB.test(text) && shared.every((word) => lead.includes(word) || scope.includes(word)),
  );
}

function contradiction(text: string, reason: string, source: ReadSource | null): Contradiction {
  return { kind: 'negation', text, reason, key: source?.source.key ?? null };
}
