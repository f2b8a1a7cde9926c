import { indexPatterns } from './pattern-index.ts';
import type { PatternIndex } from './pattern-index.ts';
import type { Where } from './openings.ts';
import type { Pack, Rule } from './schema.ts';
import { compileVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

export type CompiledRule = {
  readonly key: string;
  readonly reason: string;
  readonly pattern: RegExp;
};

/** The names that the signals of a rule for words have, by where the words stand. */
export type CompiledWords = CompiledRule & { readonly inTitle: string; readonly inBody: string };

/** The names that the signals of a rule for paths have, by how many of the files it holds for. */
export type CompiledPaths = CompiledRule & Readonly<Record<Share, string>>;

/** How many of the files: a few, half of them or more, every one. */
export type Share = 'some' | 'most' | 'all';

/** Rules with the index of their patterns, which has the same order. */
export type Indexed<R> = { readonly rules: readonly R[]; readonly index: PatternIndex };

/** What shows one kind of work that is easy to miss: in the title, or in the paths. */
export type CompiledUnseen = { readonly key: string; readonly pattern: RegExp };

export type CompiledTopic = { readonly key: string; readonly pattern: RegExp };

/** A pack made ready for judging many changes: its patterns compiled once. */
export type Framework = {
  readonly pack: Pack;
  readonly words: Indexed<CompiledWords>;
  readonly paths: Indexed<CompiledPaths>;
  readonly labels: readonly CompiledRule[];
  readonly unseen: { readonly words: Indexed<CompiledUnseen>; readonly paths: Indexed<CompiledUnseen> };
  readonly vocabulary: Vocabulary;
  readonly topics: readonly CompiledTopic[];
  /** Target → rule → weight: summed for every target over all signals of every change. */
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Area → the targets of the weights that count as it, itself first; areas that stand for themselves alone are absent. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
};

export function compileFramework(pack: Pack): Framework {
  return {
    pack,
    words: indexed(pack.words.map(compileWords), 'word'),
    paths: indexed(pack.paths.map(compilePaths), 'anywhere'),
    labels: pack.labels.map(compileRule),
    vocabulary: compileVocabulary(pack.vocabulary),
    weights: byTarget(pack.weights),
    targets: new Map(
      pack.areas.flatMap(({ key, alsoAs }) =>
        alsoAs === undefined ? [] : [[key, [key, ...alsoAs]] as const],
      ),
    ),
    topics: pack.topics.map(({ key, pattern }) => ({ key, pattern: compile(pattern) })),
    unseen: {
      words: indexed(
        pack.unseen.flatMap(({ key, words }) => compileUnseen(key, words)),
        'word',
      ),
      paths: indexed(
        pack.unseen.flatMap(({ key, paths }) => compileUnseen(key, paths)),
        'anywhere',
      ),
    },
  };
}

function byTarget(weights: Pack['weights']): Framework['weights'] {
  const columns = new Map<string, Map<string, number>>();
  for (const [rule, row] of Object.entries(weights))
    for (const [target, weight] of Object.entries(row))
      columns.set(target, (columns.get(target) ?? new Map<string, number>()).set(rule, weight));
  return columns;
}

function indexed<R extends { readonly pattern: RegExp }>(rules: readonly R[], where: Where): Indexed<R> {
  return {
    rules,
    index: indexPatterns(
      rules.map(({ pattern }) => pattern),
      where,
    ),
  };
}

function compileWords(rule: Rule): CompiledWords {
  return { ...compileRule(rule), inTitle: `title.${rule.key}`, inBody: `body.${rule.key}` };
}

function compilePaths(rule: Rule): CompiledPaths {
  const named = (share: Share) => `path.${rule.key}.${share}`;
  return { ...compileRule(rule), some: named('some'), most: named('most'), all: named('all') };
}

function compileUnseen(key: string, pattern: string | undefined): readonly CompiledUnseen[] {
  return pattern === undefined ? [] : [{ key, pattern: compile(pattern) }];
}

function compileRule({ key, reason, pattern }: Rule): CompiledRule {
  return { key, reason, pattern: compile(pattern) };
}

/** Without the flag for Unicode: it would halve the speed, and no rule needs it. */
function compile(pattern: string): RegExp {
  return new RegExp(pattern, 'i');
}
