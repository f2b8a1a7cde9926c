/** One example as numbers: which weights it uses, and how strongly each. */
export type Row = { readonly places: Int32Array; readonly strengths: Float64Array };

export type Descent = {
  readonly rows: readonly Row[];
  /** 1 or 0 for each row. */
  readonly wanted: readonly number[];
  /** Where each weight starts and is held to. */
  readonly known: readonly number[];
  /** How strongly each weight is held. */
  readonly held: readonly number[];
  readonly rounds: number;
};

/**
 * Logistic regression by accelerated full-batch descent (Nesterov 1983; started anew where it would climb, O'Donoghue
 * and Candès 2015). No randomness. The step is safe for any rows: the slope changes by no more than a quarter of the
 * mean squared length of a row, times the strongest agreement between rows, which is at most one.
 */
export function descend({ rows, wanted, known, held, rounds }: Descent): Float64Array {
  const step = 1 / (0.25 * meanSquare(rows) + held.reduce((most, one) => Math.max(most, one), 0) + 1e-9);
  let weights = Float64Array.from(known);
  let ahead = Float64Array.from(known);
  let speed = 1;
  for (let round = 0; round < rounds; round += 1) {
    const slope = slopeAt(ahead, { rows, wanted, known, held });
    const next = ahead.map((weight, index) => weight - step * (slope[index] ?? 0));
    const climbs = dot(slope, next, weights) > 0;
    const faster = climbs ? 1 : (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const carry = climbs ? 0 : (speed - 1) / faster;
    ahead = next.map((weight, index) => weight + carry * (weight - (weights[index] ?? 0)));
    weights = next;
    speed = faster;
  }
  return weights;
}

function slopeAt(
  weights: Float64Array,
  { rows, wanted, known, held }: Omit<Descent, 'rounds'>,
): Float64Array {
  const slope = weights.map((weight, index) => (held[index] ?? 0) * (weight - (known[index] ?? 0)));
  rows.forEach(({ places, strengths }, row) => {
    let sum = 0;
    for (let at = 0; at < places.length; at += 1)
      sum += (weights[places[at] ?? 0] ?? 0) * (strengths[at] ?? 0);
    const miss = (1 / (1 + Math.exp(-sum)) - (wanted[row] ?? 0)) / rows.length;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      slope[place] = (slope[place] ?? 0) + miss * (strengths[at] ?? 0);
    }
  });
  return slope;
}

function meanSquare(rows: readonly Row[]): number {
  const sum = rows.reduce(
    (total, { strengths }) => total + strengths.reduce((part, strength) => part + strength * strength, 0),
    0,
  );
  return rows.length === 0 ? 0 : sum / rows.length;
}

/** Whether the last step went with the slope or against it. */
function dot(slope: Float64Array, next: Float64Array, before: Float64Array): number {
  return slope.reduce((sum, part, index) => sum + part * ((next[index] ?? 0) - (before[index] ?? 0)), 0);
}
