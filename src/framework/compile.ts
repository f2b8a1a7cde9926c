import { openingsOf } from './openings.ts';
import type { Pack, Rule } from './schema.ts';
import { compileVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

export type CompiledRule = {
  readonly key: string;
  readonly reason: string;
  readonly pattern: RegExp;
};

/** `openings`: what every match begins with, so that a text without it need not be searched; null where that is not known. */
export type CompiledWords = CompiledRule & { readonly openings: Uint16Array | null };

export type CompiledUnseen = {
  readonly key: string;
  readonly title: string;
  readonly words: RegExp | null;
  readonly paths: RegExp | null;
};

export type CompiledTopic = { readonly key: string; readonly pattern: RegExp };

/** A pack made ready for judging many changes: its patterns compiled once. */
export type Framework = {
  readonly pack: Pack;
  readonly words: readonly CompiledWords[];
  readonly paths: readonly CompiledRule[];
  readonly labels: readonly CompiledRule[];
  readonly unseen: readonly CompiledUnseen[];
  readonly vocabulary: Vocabulary;
  readonly topics: readonly CompiledTopic[];
  /** Area → the targets of the weights that count as it, itself first; areas that stand for themselves alone are absent. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
};

export function compileFramework(pack: Pack): Framework {
  return {
    pack,
    words: pack.words.map((rule) => ({ ...compileRule(rule), openings: openingsOf(rule.pattern) })),
    paths: pack.paths.map(compileRule),
    labels: pack.labels.map(compileRule),
    vocabulary: compileVocabulary(pack.vocabulary),
    targets: new Map(
      pack.areas.flatMap(({ key, alsoAs }) =>
        alsoAs === undefined ? [] : [[key, [key, ...alsoAs]] as const],
      ),
    ),
    topics: pack.topics.map(({ key, pattern }) => ({ key, pattern: compile(pattern) })),
    unseen: pack.unseen.map(({ key, title, words, paths }) => ({
      key,
      title,
      words: words === undefined ? null : compile(words),
      paths: paths === undefined ? null : compile(paths),
    })),
  };
}

function compileRule({ key, reason, pattern }: Rule): CompiledRule {
  return { key, reason, pattern: compile(pattern) };
}

/** Without the flag for Unicode: it would halve the speed, and no rule needs it. */
function compile(pattern: string): RegExp {
  return new RegExp(pattern, 'i');
}
