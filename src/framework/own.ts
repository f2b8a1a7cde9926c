import { PackRefused, loadPack } from './load.ts';
import { faultsOfAreas, ownAreas } from './own-areas.ts';
import type { Fault, OwnAreas } from './own-areas.ts';
import { faultsOfCredits, faultsOfRules } from './own-faults.ts';
import { ownLabels, ownPaths, ownRuleWeights, ownUnseen, ownWords } from './own-rules.ts';
import type { OwnFramework } from './own-schema.ts';
import type { Pack } from './schema.ts';

export type { Fault } from './own-areas.ts';

export type BuiltPack =
  | { readonly pack: Pack; readonly faults: readonly [] }
  | { readonly pack: null; readonly faults: readonly Fault[] };

/** The pack that an organisation's file stands for. Never throws: whatever is wrong is told, with its place. */
export function ownPack(own: OwnFramework, packs: readonly Pack[]): BuiltPack {
  const base = packs.find(({ name }) => name === own.extends);
  if (base === undefined) return refused([{ path: ['extends'], sentence: noPack(own.extends, packs) }]);
  const faults = faultsOfAreas(own, base);
  if (faults.length > 0) return refused(faults);
  const mapping = ownAreas(own, base);
  const whole = { ...base, ...rulesOf(own, base) };
  const further = [...faultsOfRules(own, { base, whole }, mapping), ...faultsOfCredits(own, mapping)];
  return further.length > 0 ? refused(further) : loaded(built(own, base, mapping));
}

export function noPack(name: string, packs: readonly Pack[]): string {
  return `There is no pack \`${name}\`. There are: ${packs.map((pack) => `\`${pack.name}\``).join(', ')}.`;
}

function refused(faults: readonly Fault[]): BuiltPack {
  return { pack: null, faults };
}

/** What was checked with its place before should pass; what does not is told all the same. */
function loaded(pack: Pack): BuiltPack {
  try {
    return { pack: loadPack(pack), faults: [] };
  } catch (error) {
    if (!(error instanceof PackRefused)) throw error;
    return refused(error.problems.map((sentence) => ({ path: [], sentence })));
  }
}

function built(own: OwnFramework, base: Pack, mapping: OwnAreas): Pack {
  const { areas, renamed } = mapping;
  const newcomers = areas.filter(({ key }) => !base.areas.some((old) => old.key === key));
  const unlearnt = newcomers.filter(({ key }) => ![...renamed.values()].includes(key));
  const start = Object.fromEntries(unlearnt.map(({ key }) => [key, withoutAnyFind]));
  const layers = [
    withNames(base.weights, renamed),
    { always: start },
    forAll(ownRuleWeights(own), areas),
    forAll(own.weights, areas),
  ];
  return {
    ...base,
    name: own.name,
    title: own.title ?? `${base.title}, as we see it`,
    version: own.version,
    areas: [...areas],
    // Whatever an organisation names on purpose is more telling than what holds everywhere.
    unseen: [...ownUnseen(own), ...base.unseen],
    ...rulesOf(own, base),
    credits: creditsOf(own, base, mapping),
    weights: layers.reduce(over),
    vocabulary: withNames(base.vocabulary, renamed),
    tell: thresholdsOf('tell', own, base, mapping),
    ask: thresholdsOf('ask', own, base, mapping),
    notable: own.notable ?? base.notable,
  };
}

function rulesOf(own: OwnFramework, base: Pack): Pick<Pack, 'words' | 'paths' | 'labels'> {
  return {
    words: [...base.words, ...ownWords(own)],
    paths: [...base.paths, ...ownPaths(own)],
    labels: [...base.labels, ...ownLabels(own)],
  };
}

/** A new area that no find speaks for is all but never meant: sigmoid(-2.5) = 0.08. */
const withoutAnyFind = -2.5;

type Weights = Pack['weights'];

function withNames(weights: Weights, renamed: ReadonlyMap<string, string>): Weights {
  if (renamed.size === 0) return weights;
  return mapRows(weights, (target) => [renamed.get(target) ?? target]);
}

/** Weights for an area that takes in others hold for each of them. */
function forAll(weights: Weights, areas: OwnAreas['areas']): Weights {
  return mapRows(weights, (target) => [target, ...(areas.find(({ key }) => key === target)?.alsoAs ?? [])]);
}

function mapRows(weights: Weights, namesOf: (target: string) => readonly string[]): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([rule, row]) => [
      rule,
      Object.fromEntries(
        Object.entries(row).flatMap(([target, weight]) => namesOf(target).map((name) => [name, weight])),
      ),
    ]),
  );
}

function over(under: Weights, upper: Weights): Weights {
  const rows = Object.entries(upper).map(([rule, row]) => [rule, { ...under[rule], ...row }]);
  return { ...under, ...Object.fromEntries(rows) };
}

function creditsOf({ credits }: OwnFramework, base: Pack, { mapped }: OwnAreas): Pack['credits'] {
  const now = (area: string) => mapped.get(area) ?? area;
  return {
    review: credits.review ?? now(base.credits.review),
    reviewAcrossTeams: credits.review_across_teams ?? now(base.credits.reviewAcrossTeams),
    incident: credits.incident ?? now(base.credits.incident),
  };
}

const usualThresholds = { tell: 0.5, ask: 0.36 } as const;

function thresholdsOf(
  which: 'tell' | 'ask',
  { areas: own }: OwnFramework,
  base: Pack,
  { areas, renamed }: OwnAreas,
): Record<string, number> {
  const oldName = new Map([...renamed].map(([old, name]) => [name, old]));
  return Object.fromEntries(
    areas.map(({ key }) => [
      key,
      own[key]?.[which] ?? base[which][oldName.get(key) ?? key] ?? usualThresholds[which],
    ]),
  );
}
