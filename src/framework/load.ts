import { z } from 'zod';
import { packSchema } from './schema.ts';
import type { Pack } from './schema.ts';

/** The target that every pack has besides its areas: would a fair manager cite this one? */
export const notable = 'notable';

/** What a rule can be called in a pack's weights besides its own rules. */
export const shapes = [
  'one-file',
  'few-lines',
  'one-line',
  'many-files',
  'many-places',
  'mostly-removes',
  'mostly-moves',
  'new-files',
  'new-package',
  'tests-with-code',
  'well-tested',
  'document',
  'mostly-document',
  'no-description',
  'long-description',
  'own-words',
  'many-own-words',
  'gives-figures',
  'states-a-metric',
  'before-and-after',
] as const;

export type Shape = (typeof shapes)[number];

/** A pack that cannot be used; `problems` name each place and what is wrong there. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The framework cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Checks a pack that someone wrote. Throws PackRefused with every fault at once. */
export function loadPack(input: unknown): Pack {
  const parsed = packSchema.safeParse(input);
  if (!parsed.success) throw new PackRefused(parsed.error.issues.map(describe));
  const problems = faults(parsed.data);
  if (problems.length > 0) throw new PackRefused(problems);
  return parsed.data;
}

/** Every rule that a pack's signals may name. */
export function ruleNames(pack: Pack): readonly string[] {
  return [
    'always',
    ...pack.words.flatMap(({ key }) => [`title.${key}`, `body.${key}`]),
    ...pack.paths.flatMap(({ key }) => [`path.${key}.some`, `path.${key}.most`, `path.${key}.all`]),
    ...pack.labels.map(({ key }) => `label.${key}`),
    ...shapes.map((shape) => `shape.${shape}`),
  ];
}

function faults(pack: Pack): readonly string[] {
  const areas = pack.areas.map((area) => area.key);
  const rules = new Set(ruleNames(pack));
  const also = pack.areas.flatMap((area) => area.alsoAs ?? []);
  const targets = new Set([...areas, ...also, notable]);
  return [
    ...repeated('areas', areas),
    ...repeated('words', keys(pack.words)),
    ...repeated('paths', keys(pack.paths)),
    ...repeated('labels', keys(pack.labels)),
    ...repeated('unseen', keys(pack.unseen)),
    ...repeated('areas.alsoAs', also),
    ...also
      .filter((target) => areas.includes(target))
      .map((target) => `areas.alsoAs: "${target}" is an area itself`),
    ...[...areas, ...also]
      .filter((area) => area === notable)
      .map(() => `areas: "${notable}" is taken; choose another key`),
    ...thresholdFaults('tell', pack.tell, areas),
    ...thresholdFaults('ask', pack.ask, areas),
    ...Object.entries(pack.credits)
      .filter(([, area]) => !areas.includes(area))
      .map(([what, area]) => `credits.${what}: there is no area "${area}"`),
    ...Object.keys(pack.weights)
      .filter((rule) => !rules.has(rule))
      .map((rule) => `weights.${rule}: no rule of this pack has that name`),
    ...Object.keys(pack.vocabulary)
      .filter((term) => !termShape.test(term))
      .map((term) => `vocabulary.${term}: write a place and lower-case words, as in "title latency"`),
    ...strangers('weights', pack.weights, targets),
    ...strangers('vocabulary', pack.vocabulary, targets),
  ];
}

const termShape = /^(?:title|pair|first|body|path|ending) [a-z0-9 -]+$/u;

/** Each area has a confidence, and nothing else has one. */
function thresholdFaults(
  place: string,
  thresholds: Readonly<Record<string, number>>,
  areas: readonly string[],
): readonly string[] {
  return [
    ...areas
      .filter((area) => !(area in thresholds))
      .map((area) => `${place}: has no confidence for "${area}"`),
    ...Object.keys(thresholds)
      .filter((area) => !areas.includes(area))
      .map((area) => `${place}.${area}: no such area`),
  ];
}

/** Weights of areas that the pack does not have. */
function strangers(place: string, rows: Pack['weights'], targets: ReadonlySet<string>): readonly string[] {
  return Object.entries(rows).flatMap(([name, row]) =>
    Object.keys(row)
      .filter((target) => !targets.has(target))
      .map((target) => `${place}.${name}.${target}: no such area`),
  );
}

function keys(items: readonly { readonly key: string }[]): readonly string[] {
  return items.map((item) => item.key);
}

function repeated(place: string, names: readonly string[]): readonly string[] {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(twice)].map((name) => `${place}: "${name}" stands there twice`);
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || 'the file'}: ${issue.message}`;
}
