import { isToldBy } from './kinship.ts';
import { directionOf } from './order.ts';
import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction } from './support.ts';
import { allStems, isCommon, partsOfWord, stem, WORD } from './wording.ts';

type Span = { readonly from: number; readonly to: number };

/** Words that join or tell, and claim nothing by themselves; what they tell is compared elsewhere. */
const PLAIN = stems(
  `account across according added adding adds against along already although amid among amount another became become becomes behind beside
  besides came come comes consider dure early either else even fact figure further get gets had happen hence however include including ii iii it's
  kind kinds let like mean meanwhile merge merged merging much namely need needed needs neither number numbers nor note noted notes once others
  part parts part-way piece pr prs put puts quote quoted read said say saying says see sees seen self sentence set source state stated states still
  stood such sum takes tell tells told thereby therefore though thus together total toward towards try unlike upon wa well went whereas
  whether whom whose within word words work works write writes writing wrote yet mr ms mrs dr etc eg ie vs versus via ago afterwards beforehand
  can could would should may might shall will change changes wo ca percentile made makes make stay stays stayed remain remains remained`,
);

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(stem));
}

/** Verbs of a change whose values are told beside them: their direction is compared with those. */
const TURNS = stems('improve shorten speed quicken');

/** A sentence that states a change of time or size for less may call it so. */
function turnsOf({ changes }: Reading): ReadonlySet<string> {
  const isLess = changes.some(
    (change) =>
      directionOf(change) === 'less' &&
      (change.after.dimension === 'time' || change.after.dimension === 'bytes'),
  );
  return isLess ? TURNS : new Set();
}

/** Words of a sentence, outside the spans of its quotes, that carry a claim and that no source says. */
export function compareWords(
  sentence: Reading,
  spared: readonly Span[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const { text } = sentence;
  const known = knownWords(sources);
  const turns = turnsOf(sentence);
  return [...text.matchAll(WORD)]
    .filter((match) => !spared.some(({ from, to }) => match.index >= from && match.index < to))
    .map((match) => match[0])
    .filter((word) => !isCommon(word) && !isHeard(word, known) && !turns.has(stem(word)))
    .map((word) => ({ kind: 'claim', text: word, reason: `No source says "${word}" of this.`, key: null }));
}

function knownWords(sources: readonly ReadSource[]): ReadonlySet<string> {
  const known = new Set(
    sources.flatMap(({ source, words }) => [
      ...allStems(`${source.who ?? ''} ${source.key} ${source.grade === 'peer' ? 'colleague' : ''}`),
      ...words,
    ]),
  );
  return known;
}

function isHeard(word: string, known: ReadonlySet<string>): boolean {
  const own = stem(word);
  if (own.length < 2 || PLAIN.has(own) || isToldBy(own, known)) return true;
  const parts = partsOfWord(word);
  return parts.length > 1 && parts.every((part) => PLAIN.has(part) || known.has(part) || isCommon(part));
}

/** Clauses made of words that the sources know, but that no statement of theirs says together. */
export function compareClauses(
  sentence: Reading,
  spared: readonly Span[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  const { text, clauses, figures } = sentence;
  const turns = turnsOf(sentence);
  return clauses.flatMap((clause) => {
    const told = [...text.slice(clause.from, clause.to).matchAll(WORD)]
      .filter(
        ({ index }) =>
          !spared.some(({ from, to }) => clause.from + index >= from && clause.from + index < to),
      )
      .map((match) => match[0])
      .filter((word) => !isCommon(word) && !PLAIN.has(stem(word)) && !turns.has(stem(word)));
    const words = [...new Map(told.map((word) => [stem(word), word])).values()];
    const hasFigure = figures.some(({ from }) => from >= clause.from && from < clause.to);
    const missing = leastMissing(words, sources, hasFigure);
    if (missing <= words.length / 5) return [];
    const reason = 'No source says these words of the same thing.';
    return [{ kind: 'claim' as const, text: clause.text.trim(), reason, key: null }];
  });
}

/** With a figure its subject may stand in the statement before: `Moves the export to NATS. It takes 9 minutes.` */
function leastMissing(words: readonly string[], sources: readonly ReadSource[], hasFigure: boolean): number {
  let least = words.length < 2 ? 0 : words.length;
  for (const { source, statements } of sources) {
    if (least === 0) break;
    const labels =
      source.grade === 'record'
        ? recordOf(source.key, sources)
        : allStems(`${source.who ?? ''} ${source.key}`);
    let before: ReadonlySet<string> = labels;
    for (const statement of statements) {
      const own = [statement.words, labels, ...(hasFigure ? [before] : [])];
      const has = (word: string) => own.some((known) => isToldBy(word, known));
      least = Math.min(least, words.filter((word) => !saysAny(word, has)).length);
      before = statement.words;
    }
  }
  return least;
}

/** What was recorded of one activity is told together: `took part in the conversation and wrote the fix`. */
function recordOf(key: string, sources: readonly ReadSource[]): ReadonlySet<string> {
  const own = sources.filter(({ source }) => source.grade === 'record' && source.key === key);
  const names = own.flatMap(({ source }) => [...allStems(`${source.who ?? ''} ${key}`)]);
  return new Set([...names, ...own.flatMap(({ words }) => [...words])]);
}

function saysAny(word: string, has: (word: string) => boolean): boolean {
  const own = stem(word);
  return has(own) || partsOfWord(word).every(has);
}
