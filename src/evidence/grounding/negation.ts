import { stemsWithChanges, type Negation } from './denials.ts';
import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction } from './support.ts';

/** Denials that only one side makes: the sentence denies what its sources do not, or states what a source denies. */
export function compareNegations(
  sentence: Reading,
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  return [...deniedWithoutSource(sentence, sources), ...statedAgainstSource(sentence, sources)];
}

function deniedWithoutSource(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  const known = sources.flatMap((source) => source.negations);
  return sentence.negations
    .filter((own) => !known.some((other) => overlap(own, other)))
    .map(({ text }) => ({ kind: 'negation', text, reason: 'No source denies this.', key: null }));
}

function overlap(left: Negation, right: Negation): boolean {
  return left.scope.length === 0 || left.scope.some((word) => right.scope.includes(word));
}

function statedAgainstSource(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  const own = sentence.negations.flatMap((one) => one.scope);
  const stated = new Set(stemsWithChanges(sentence.text).filter((word) => !own.includes(word)));
  return sources.flatMap((source) =>
    source.negations
      .filter((one) => isStated(one, stated))
      .map(({ text }) => ({
        kind: 'negation' as const,
        text,
        reason: 'The source denies this.',
        key: source.source.key,
      })),
  );
}

/** The denied word itself is stated, and at least half of the words around the denial. */
function isStated({ scope, lead }: Negation, stated: ReadonlySet<string>): boolean {
  const [denied, ...others] = scope;
  const around = [...lead, ...others];
  if (denied === undefined || around.length === 0 || !stated.has(denied)) return false;
  return around.filter((word) => stated.has(word)).length * 2 >= around.length;
}
