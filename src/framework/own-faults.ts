import { notable, ruleNames } from './load.ts';
import type { Fault, OwnAreas } from './own-areas.ts';
import type { OwnFramework } from './own-schema.ts';
import { costOfGlob, mostCostTogether } from './phrases.ts';
import type { Pack } from './schema.ts';
import { mostWaysTogether, waysOf } from './tame.ts';

/** What no schema sees of an organisation's rules: parts that do not fit each other, or the pack. */

/** The pack as it is, and with the rules of the organisation. */
type Packs = { readonly base: Pack; readonly whole: Pack };

const lists = ['words', 'paths', 'labels'] as const;

export function faultsOfRules(
  own: OwnFramework,
  { base, whole }: Packs,
  mapping: OwnAreas,
): readonly Fault[] {
  return [
    ...tooManyWays(own),
    ...tooManyGlobs(own),
    ...takenNames(own),
    ...[...lists, 'unseen' as const].flatMap((list) => twice(list, own[list], base)),
    ...unknownWeights(own, base, ruleNames(whole)),
    ...strangers('weights', own.weights, mapping),
    ...lists.flatMap((list) => strangersOfRules(list, own, mapping)),
  ];
}

export function faultsOfCredits({ credits }: OwnFramework, mapping: OwnAreas): readonly Fault[] {
  return Object.entries(credits)
    .filter(([, area]) => area !== undefined && !isArea(area, mapping))
    .map(([what, area]) => ({ path: ['credits', what], sentence: noArea(String(area), mapping) }));
}

/** Each pattern is tried on every text, so what they may cost is bounded together. */
function tooManyWays(own: OwnFramework): readonly Fault[] {
  const patterns = ([...lists, 'unseen'] as const).flatMap((list) =>
    Object.entries(own[list]).flatMap(([key, { pattern }]) =>
      pattern === undefined ? [] : [{ path: [list, key, 'pattern'], ways: waysOf(pattern) }],
    ),
  );
  const ways = patterns.reduce((sum, pattern) => sum + pattern.ways, 0);
  const [widest] = patterns.toSorted((one, other) => other.ways - one.ways);
  if (widest === undefined || ways <= mostWaysTogether) return [];
  const sentence =
    'The patterns can be read in too many ways together, so that one text could hold everything up; use fewer or shorter repeats.';
  return [{ path: widest.path, sentence }];
}

/** The same for globs. Told at the rule that takes the most. */
function tooManyGlobs(own: OwnFramework): readonly Fault[] {
  const costs = (['paths', 'unseen'] as const).flatMap((list) =>
    Object.entries(own[list]).map(([key, rule]) => ({
      path: [list, key, 'globs'],
      cost: costOf(rule.globs),
    })),
  );
  const [widest] = costs.toSorted((one, other) => other.cost - one.cost);
  if (widest === undefined || costs.reduce((sum, { cost }) => sum + cost, 0) <= mostCostTogether) return [];
  const sentence =
    'The paths hold too many `*` together, so that one change could hold everything up; name folders (`tariffs/`), and put fewer `**` between slashes.';
  return [{ path: widest.path, sentence }];
}

function costOf(globs: readonly string[] = []): number {
  return globs.filter((glob) => glob.includes('*')).reduce((sum, glob) => sum + costOfGlob(glob), 0);
}

/** What a model answers where the framework has no reason for what it saw, and what reports call a review. */
const taken = [
  ['words', 'other'],
  ['unseen', 'review'],
] as const;

function takenNames(own: OwnFramework): readonly Fault[] {
  return taken
    .filter(([list, name]) => Object.hasOwn(own[list], name))
    .map((path) => ({ path, sentence: 'This name is taken; choose another.' }));
}

type List = (typeof lists)[number] | 'unseen';

function twice(list: List, own: object, base: Pack): readonly Fault[] {
  const what = list === 'unseen' ? 'kind' : 'rule';
  const instead = list === 'unseen' ? 'Choose another name.' : 'Choose another name, or change its weights.';
  return Object.keys(own)
    .filter((key) => base[list].some((known) => known.key === key))
    .map((key) => ({
      path: [list, key],
      sentence: `${base.name} has a ${what} \`${key}\` already. ${instead}`,
    }));
}

function unknownWeights({ weights }: OwnFramework, base: Pack, names: readonly string[]): readonly Fault[] {
  return Object.keys(weights)
    .filter((rule) => !names.includes(rule))
    .map((rule) => ({
      path: ['weights', rule],
      sentence: `${base.name} has no rule of this name. They are named like \`title.speed\`, \`body.speed\` or \`path.test.all\`.`,
    }));
}

function strangersOfRules(
  list: (typeof lists)[number],
  own: OwnFramework,
  mapping: OwnAreas,
): readonly Fault[] {
  return Object.entries(own[list]).flatMap(([key, { counts }]) =>
    strangers(list, { [key]: counts }, mapping).map(({ path, sentence }) => ({
      path: [...path.slice(0, 2), 'counts', ...path.slice(2)],
      sentence,
    })),
  );
}

function strangers(list: string, weights: Pack['weights'], mapping: OwnAreas): readonly Fault[] {
  return Object.entries(weights).flatMap(([rule, row]) =>
    Object.keys(row)
      .filter((target) => target !== notable && !isArea(target, mapping))
      .map((target) => ({ path: [list, rule, target], sentence: noArea(target, mapping) })),
  );
}

function isArea(name: string, { areas }: OwnAreas): boolean {
  return areas.some(({ key }) => key === name);
}

function noArea(name: string, { areas, mapped }: OwnAreas): string {
  const instead = mapped.get(name);
  if (instead !== undefined) return `\`${name}\` counts as \`${instead}\` here. Write \`${instead}\`.`;
  return `There is no area \`${name}\`. There are: ${areas.map(({ key }) => `\`${key}\``).join(', ')}.`;
}
