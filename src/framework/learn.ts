/** One example to learn from: the rules that were found, and the targets that a labeller gave it. */
export type Example = {
  readonly rules: readonly string[];
  readonly targets: ReadonlySet<string>;
};

export type Weights = Record<string, Record<string, number>>;

export type LearnOptions = {
  /** How strongly weights are held to what was known before; larger is plainer. */
  readonly penalty: number;
  /** Targets held more strongly than the others, by their own penalty: those whose examples tell the least. */
  readonly penalties: Readonly<Record<string, number>>;
  readonly rounds: number;
  /** What is known before any example: weights start there and are held there. Absent ones are zero. */
  readonly priors: Weights;
};

export const usual: LearnOptions = { penalty: 0.006, penalties: { notable: 0.02 }, rounds: 500, priors: {} };

/**
 * Learns one weight per rule and target by logistic regression, one target against the rest, with an L2 penalty for
 * leaving what was known before. Full-batch gradient descent: the same examples always give the same weights.
 * Source: the example set that the command is given. Rounded to two digits so that a person can read them.
 */
export function learn(
  examples: readonly Example[],
  targets: readonly string[],
  options: LearnOptions = usual,
): Weights {
  const seen = examples.flatMap((example) => example.rules);
  const rules = [...new Set(['always', ...seen, ...Object.keys(options.priors)])].toSorted();
  const place = new Map(rules.map((rule, index) => [rule, index]));
  const rows = examples.map(({ rules: found }) => ['always', ...found].map((rule) => place.get(rule) ?? 0));
  const weights: Weights = {};
  for (const target of targets) {
    const wanted = examples.map((example) => (example.targets.has(target) ? 1 : 0));
    const known = rules.map((rule) => options.priors[rule]?.[target] ?? 0);
    const learnt = descend(rows, wanted, known, options.penalties[target] ?? options.penalty, options.rounds);
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
  known: readonly number[],
  penalty: number,
  rounds: number,
): Float64Array {
  const weights = Float64Array.from(known);
  const momentum = new Float64Array(known.length);
  for (let round = 0; round < rounds; round += 1) {
    const slope = slopeOf(rows, wanted, weights);
    for (let index = 0; index < weights.length; index += 1) {
      const held = penalty * ((weights[index] ?? 0) - (known[index] ?? 0));
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
