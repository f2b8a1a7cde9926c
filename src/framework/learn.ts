import { descend } from './descend.ts';
import type { Row } from './descend.ts';
import { keyOf } from './vocabulary.ts';
import type { Term } from './vocabulary.ts';

/** One example to learn from: what was found, and the targets that a labeller gave it. */
export type Example = {
  readonly rules: readonly string[];
  readonly terms: readonly Term[];
  readonly targets: ReadonlySet<string>;
  /** Where it comes from: its repository. A word used in few of them is a name. */
  readonly source: string;
};

export type Weights = Record<string, Record<string, number>>;

/** Rule → target → weight, and the same for words: `title latency`. */
export type Learnt = { readonly weights: Weights; readonly vocabulary: Weights };

export type LearnOptions = {
  /** How strongly rules are held to what was known before; larger is plainer. */
  readonly penalty: number;
  /** How strongly words are held to saying nothing. */
  readonly wordPenalty: number;
  /** Targets held more strongly than the others, by this factor: those whose examples tell the least. */
  readonly factors: Readonly<Record<string, number>>;
  /** A word must be used in so many sources, or it is a name of theirs. */
  readonly leastSources: number;
  readonly rounds: number;
  /** What is known before any example: rules start there and are held there. Absent ones are zero. */
  readonly priors: Weights;
};

export const usual: LearnOptions = {
  penalty: 0.004,
  wordPenalty: 0.003,
  factors: { notable: 5 },
  leastSources: 4,
  rounds: 200,
  priors: {},
};

/** Words that weigh less say nothing alone, and there are thousands of them. */
const leastWordWeight = 0.04;

/**
 * Learns one weight per rule, word and target by logistic regression, one target against the rest, with an L2 penalty
 * for leaving what was known before. Full-batch descent: the same examples always give the same weights.
 * Source: the example sets that the command is given. Rounded to two digits so that a person can read them.
 */
export function learn(
  examples: readonly Example[],
  targets: readonly string[],
  options: LearnOptions = usual,
): Learnt {
  const rules = namesOf(examples, options);
  const words = wordsOf(examples, options.leastSources);
  const place = new Map([...rules, ...words].map((name, index) => [name, index]));
  const rows = examples.map((example) => rowOf(example, place));
  const learnt: Learnt = { weights: {}, vocabulary: {} };
  for (const target of targets) {
    const factor = options.factors[target] ?? 1;
    const known = [...rules, ...words].map((rule) => options.priors[rule]?.[target] ?? 0);
    const held = known.map(
      (_, index) => factor * (index < rules.length ? options.penalty : options.wordPenalty),
    );
    const wanted = examples.map((example) => (example.targets.has(target) ? 1 : 0));
    const found = descend({ rows, wanted, known, held, rounds: options.rounds });
    rules.forEach((rule, index) => keep(learnt.weights, rule, target, found[index] ?? 0, 0.01));
    words.forEach((word, index) =>
      keep(learnt.vocabulary, word, target, found[rules.length + index] ?? 0, leastWordWeight),
    );
  }
  return learnt;
}

function namesOf(examples: readonly Example[], { priors }: LearnOptions): readonly string[] {
  const seen = examples.flatMap((example) => example.rules);
  return [...new Set(['always', ...seen, ...Object.keys(priors)])].toSorted();
}

function wordsOf(examples: readonly Example[], leastSources: number): readonly string[] {
  const sources = new Map<string, Set<string>>();
  for (const { terms, source } of examples)
    for (const key of terms.map(keyOf)) sources.set(key, (sources.get(key) ?? new Set()).add(source));
  return [...sources]
    .filter(([, those]) => those.size >= leastSources)
    .map(([key]) => key)
    .toSorted();
}

function rowOf({ rules, terms }: Example, place: ReadonlyMap<string, number>): Row {
  const named = [
    ...['always', ...rules].map((key) => ({ key, strength: 1 })),
    ...terms.map((term) => ({ key: keyOf(term), strength: term.strength })),
  ];
  const found = named.flatMap(({ key, strength }) => {
    const index = place.get(key);
    return index === undefined ? [] : [{ index, strength }];
  });
  return {
    places: Int32Array.from(found, ({ index }) => index),
    strengths: Float64Array.from(found, ({ strength }) => strength),
  };
}

/** What weighs next to nothing is not kept: one word more or less must not matter, and people read the file. */
function keep(weights: Weights, name: string, target: string, weight: number, least: number): void {
  const rounded = Math.round(weight * 100) / 100;
  if (Math.abs(rounded) >= least) weights[name] = { ...weights[name], [target]: rounded };
}
