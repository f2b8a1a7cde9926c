import { PackRefused, loadPack, notable, ruleNames } from './load.ts';
import { faultsOfAreas, ownAreas } from './own-areas.ts';
import type { Fault, OwnAreas } from './own-areas.ts';
import { ownPaths, ownRuleWeights, ownWords } from './own-rules.ts';
import type { OwnFramework } from './own-schema.ts';
import type { Pack } from './schema.ts';
import { mostWaysTogether, waysOf } from './tame.ts';

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
  const further = [...faultsOfRules(own, base, mapping), ...faultsOfCredits(own, mapping)];
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
    words: [...base.words, ...ownWords(own)],
    paths: [...base.paths, ...ownPaths(own)],
    credits: creditsOf(own, base, mapping),
    weights: layers.reduce(over),
    vocabulary: withNames(base.vocabulary, renamed),
    tell: thresholdsOf('tell', own, base, mapping),
    ask: thresholdsOf('ask', own, base, mapping),
    notable: own.notable ?? base.notable,
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

function tooManyWays({ words, paths }: OwnFramework): readonly Fault[] {
  const patterns = [...Object.values(words), ...Object.values(paths)].flatMap(({ pattern }) => pattern ?? []);
  const ways = patterns.reduce((sum, pattern) => sum + waysOf(pattern), 0);
  return ways <= mostWaysTogether
    ? []
    : [
        {
          path: ['words'],
          sentence:
            'The patterns can be read in too many ways together, so that one text could hold everything up; use fewer or shorter repeats.',
        },
      ];
}

/** What a model answers where the framework has no reason for what it saw. */
const takenByModels = 'other';

function faultsOfRules(own: OwnFramework, base: Pack, mapping: OwnAreas): readonly Fault[] {
  const names = ruleNames({
    ...base,
    words: [...base.words, ...ownWords(own)],
    paths: [...base.paths, ...ownPaths(own)],
  });
  const unknown = Object.keys(own.weights)
    .filter((rule) => !names.includes(rule))
    .map((rule) => ({
      path: ['weights', rule],
      sentence: `${base.name} has no rule of this name. They are named like \`title.speed\`, \`body.speed\` or \`path.test.all\`.`,
    }));
  return [
    ...(Object.hasOwn(own.words, takenByModels)
      ? [{ path: ['words', takenByModels], sentence: 'This name is taken; choose another.' }]
      : []),
    ...tooManyWays(own),
    ...taken('words', own.words, base.words, base),
    ...taken('paths', own.paths, base.paths, base),
    ...unknown,
    ...strangers('weights', own.weights, mapping),
    ...(['words', 'paths'] as const).flatMap((list) =>
      Object.entries(own[list]).flatMap(([key, { counts }]) =>
        strangers(list, { [key]: counts }, mapping).map(({ path, sentence }) => ({
          path: [...path.slice(0, 2), 'counts', ...path.slice(2)],
          sentence,
        })),
      ),
    ),
  ];
}

function taken(
  list: string,
  own: object,
  rules: readonly { readonly key: string }[],
  { name }: Pack,
): readonly Fault[] {
  return Object.keys(own)
    .filter((key) => rules.some((rule) => rule.key === key))
    .map((key) => ({
      path: [list, key],
      sentence: `${name} has a rule \`${key}\` already. Choose another name, or change its weights.`,
    }));
}

function strangers(list: string, weights: Weights, mapping: OwnAreas): readonly Fault[] {
  return Object.entries(weights).flatMap(([rule, row]) =>
    Object.keys(row)
      .filter((target) => target !== notable && !isArea(target, mapping))
      .map((target) => ({ path: [list, rule, target], sentence: noArea(target, mapping) })),
  );
}

function faultsOfCredits({ credits }: OwnFramework, mapping: OwnAreas): readonly Fault[] {
  return Object.entries(credits)
    .filter(([, area]) => area !== undefined && !isArea(area, mapping))
    .map(([what, area]) => ({ path: ['credits', what], sentence: noArea(String(area), mapping) }));
}

function isArea(name: string, { areas }: OwnAreas): boolean {
  return areas.some(({ key }) => key === name);
}

function noArea(name: string, { areas, mapped }: OwnAreas): string {
  const instead = mapped.get(name);
  if (instead !== undefined) return `\`${name}\` counts as \`${instead}\` here. Write \`${instead}\`.`;
  return `There is no area \`${name}\`. There are: ${areas.map(({ key }) => `\`${key}\``).join(', ')}.`;
}
