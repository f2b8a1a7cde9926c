/** One example to learn from: the rules that were found, and the targets that a labeller gave it. */
export type Example = {
  readonly rules: readonly string[];
  readonly targets: ReadonlySet<string>;
};

export type Weights = Record<string, Record<string, number>>;

export type LearnOptions = {
  /** How strongly weights are held near zero; larger is plainer. */
  readonly penalty: number;
  readonly rounds: number;
};

const plain: LearnOptions = { penalty: 0.02, rounds: 300 };

/**
 * Learns one weight per rule and target by logistic regression with an L2 penalty, one target against the rest.
 * Full-batch gradient descent from zero: the same examples always give the same weights. Source: the example set
 * named in the README. Weights are rounded to two digits so that a person can read them.
 */
export function learn(
  examples: readonly Example[],
  targets: readonly string[],
  options: LearnOptions = plain,
): Weights {
  const rules = ['always', ...new Set(examples.flatMap((example) => example.rules))].toSorted();
  const place = new Map(rules.map((rule, index) => [rule, index]));
  const rows = examples.map(({ rules: found }) => ['always', ...found].map((rule) => place.get(rule) ?? 0));
  const weights: Weights = {};
  for (const target of targets) {
    const wanted = examples.map((example) => (example.targets.has(target) ? 1 : 0));
    const learnt = descend(rows, wanted, rules.length, place.get('always') ?? 0, options);
    rules.forEach((rule, index) => keep(weights, rule, target, learnt[index] ?? 0));
  }
  return weights;
}

function keep(weights: Weights, rule: string, target: string, weight: number): void {
  const rounded = Math.round(weight * 100) / 100;
  if (rounded !== 0) weights[rule] = { ...weights[rule], [target]: rounded };
}

function descend(
  rows: readonly (readonly number[])[],
  wanted: readonly number[],
  size: number,
  always: number,
  { penalty, rounds }: LearnOptions,
): Float64Array {
  const weights = new Float64Array(size);
  const momentum = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const slope = slopeOf(rows, wanted, weights);
    for (let index = 0; index < size; index += 1) {
      const held = index === always ? 0 : penalty * (weights[index] ?? 0);
      momentum[index] = 0.9 * (momentum[index] ?? 0) + (slope[index] ?? 0) + held;
      weights[index] = (weights[index] ?? 0) - 0.2 * (momentum[index] ?? 0);
    }
  }
  return weights;
}

function slopeOf(
  rows: readonly (readonly number[])[],
  wanted: readonly number[],
  weights: Float64Array,
): Float64Array {
  const slope = new Float64Array(weights.length);
  rows.forEach((row, index) => {
    const sum = row.reduce((total, rule) => total + (weights[rule] ?? 0), 0);
    const miss = (1 / (1 + Math.exp(-sum)) - (wanted[index] ?? 0)) / rows.length;
    for (const rule of row) slope[rule] = (slope[rule] ?? 0) + miss;
  });
  return slope;
}
