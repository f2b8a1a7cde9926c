/** A run of text between the marks that end a thought: comma, semicolon, full stop, dash, line end. */
export type Clause = { readonly text: string; readonly from: number; readonly to: number };

const CLAUSE_END = /[;\n|()“”"]|[.!?:](?=\s|$)|,(?=\s|$)|\s[–—-]\s/g;
const SENTENCE_END = /[.!?;](?=\s|$)|\n/g;
const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:[-.'’][\p{L}\p{N}_]+)*/gu;
const SUFFIX = /(?:'s|’s|ies|ing|ed|es|s|e|y)$/;

/** Words too common to tie a sentence to a source, and the verbs of change, which `order` compares. */
const COMMON = new Set(
  `a about above after again all also an and any are around as at back be because been before being below between both but by can
  did do does done down each every few first for from had has have he her his how i if in instead into is it its itself just last less
  longer made make many may me more most much my never new no none not now of off on one only onto or other our out over own per
  rather same she should since so some such than that the their them then there these they this those through to too took under until up
  us used using very via was we went were what when where which while who why will with without would you your
  bring brought climb cut cuts cutting decrease drop dropped dropping drops fall fallen fell go goes grew grow improve increase lower
  raise reduce rise rose save saved saves shrank shrink shrunk sink slash trim faster fewer slower higher larger smaller
  roughly nearly almost approximately percent times twice whole single entire always
  ns us ms s sec secs min mins minute minutes hour hours second seconds millisecond milliseconds day days week weeks month months year
  years b kb mb gb tb kib mib gib tib byte bytes x fold pull request requests`.split(/\s+/),
);
const COMMON_STEMS = new Set([...COMMON].map(bareStem));

export function clausesOf(text: string): readonly Clause[] {
  return cut(text, CLAUSE_END);
}

export function sentencesOf(text: string): readonly Clause[] {
  return cut(text, SENTENCE_END);
}

function cut(text: string, ends: RegExp): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const end of text.matchAll(ends)) {
    if (end.index > from) clauses.push({ text: text.slice(from, end.index), from, to: end.index });
    from = end.index + end[0].length;
  }
  if (from < text.length) clauses.push({ text: text.slice(from), from, to: text.length });
  return clauses;
}

/** The piece that holds the offset, found by halving; an empty piece where the offset is on a mark. */
export function pieceAt(pieces: readonly Clause[], at: number): Clause {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) break;
    if (at < piece.from) high = middle - 1;
    else if (at >= piece.to) low = middle + 1;
    else return piece;
  }
  return { text: '', from: at, to: at };
}

/** The words of a text that carry its subject, each without its ending: `reads` and `reading` are one. */
export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(orderedStems(text));
}

export function orderedStems(text: string): readonly string[] {
  return [...text.matchAll(WORD)]
    .map((match) => stem(match[0]))
    .filter((word) => word.length > 1 && !COMMON_STEMS.has(word));
}

export function stem(word: string): string {
  return bareStem(word.toLowerCase());
}

function bareStem(word: string): string {
  const bare = word.replace(SUFFIX, '');
  return bare.length < 3 ? word : bare;
}

export function share(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size <= right.size ? [...left].some((word) => right.has(word)) : share(right, left);
}

/** Escaped for use inside a pattern. */
export function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
