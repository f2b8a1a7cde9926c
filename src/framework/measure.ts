/** What was said of one piece of work, by the pack or by a labeller. The first area is the primary one. */
export type Said = { readonly areas: readonly string[]; readonly notable: boolean };

/** One piece of work: what the pack says, what it would show without asking, and what each labeller says. */
export type Measured = {
  readonly said: Said;
  /** Areas sure enough to be shown. */
  readonly told: readonly string[];
  readonly labels: readonly Said[];
};

/** Shares from 0 to 1. `wanted`: how often a labeller says so. */
export type Agreement = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wanted: number;
};

export type Score = {
  readonly areas: ReadonlyMap<string, Agreement>;
  /** The mean F1 of the areas. */
  readonly macro: number;
  /** How often the first area is the labeller's first, where the labeller names one. */
  readonly primary: number;
  readonly none: Agreement;
  readonly notable: Agreement;
  /** Of the areas that are shown without asking. */
  readonly told: Agreement;
};

/** Compares with every labeller and gives the mean. Where there is nothing to compare, shares are 0. */
export function scoreOf(works: readonly Measured[], areas: readonly string[]): Score {
  const each = new Map(
    areas.map((area) => [
      area,
      agreement(
        works,
        ({ said }) => said.areas.includes(area),
        (label) => label.areas.includes(area),
      ),
    ]),
  );
  return {
    areas: each,
    macro: mean([...each.values()].map(({ f1 }) => f1)),
    primary: primaryShare(works),
    none: agreement(
      works,
      ({ said }) => said.areas.length === 0,
      (label) => label.areas.length === 0,
    ),
    notable: agreement(
      works,
      ({ said }) => said.notable,
      (label) => label.notable,
    ),
    told: toldAgreement(works, areas),
  };
}

function agreement(
  works: readonly Measured[],
  says: (work: Measured) => boolean,
  wants: (label: Said) => boolean,
): Agreement {
  const pairs = works.flatMap((work) =>
    work.labels.map((label) => ({ found: says(work), wanted: wants(label) })),
  );
  return agreementOf(pairs);
}

function agreementOf(pairs: readonly { readonly found: boolean; readonly wanted: boolean }[]): Agreement {
  const both = pairs.filter(({ found, wanted }) => found && wanted).length;
  const found = pairs.filter((pair) => pair.found).length;
  const wanted = pairs.filter((pair) => pair.wanted).length;
  return {
    precision: share(both, found),
    recall: share(both, wanted),
    f1: share(2 * both, found + wanted),
    wanted,
  };
}

function toldAgreement(works: readonly Measured[], areas: readonly string[]): Agreement {
  return agreementOf(
    works.flatMap(({ told, labels }) =>
      labels.flatMap((label) =>
        areas.map((area) => ({ found: told.includes(area), wanted: label.areas.includes(area) })),
      ),
    ),
  );
}

function primaryShare(works: readonly Measured[]): number {
  const named = works.flatMap(({ said, labels }) =>
    labels
      .filter((label) => label.areas.length > 0)
      .map((label) => (label.areas[0] === said.areas[0] ? 1 : 0)),
  );
  return mean(named);
}

/**
 * The middle 95 % of a figure over `rounds` samples of the works, drawn with replacement: how far chance alone moves
 * it. The draws follow from `seed`, so the same works give the same interval.
 */
export function intervalOf(
  works: readonly Measured[],
  figure: (sample: readonly Measured[]) => number,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): readonly [low: number, high: number] {
  let state = seed >>> 0;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * works.length);
  };
  const figures = Array.from({ length: rounds }, () => figure(works.flatMap(() => works[draw()] ?? [])));
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return [at(0.025), at(0.975)];
}

function mean(values: readonly number[]): number {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
