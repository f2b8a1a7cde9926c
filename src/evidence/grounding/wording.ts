import { kinOf, unparted } from './kinship.ts';

/** A run of text between the marks that end a thought: comma, semicolon, full stop, dash, line end. */
export type Clause = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The words that carry its subject, see `stemsOf`. */
  readonly stems: ReadonlySet<string>;
};

const CLAUSE_END = /[;\n|()“”"]|[.!?:](?=\s|$)|,(?=\s|$)|\s[–—-]\s/g;
const SENTENCE_END = /[.!?;](?=\s|$)|\n/g;
export const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:[-.'’][\p{L}\p{N}_]+)*/gu;
const SUFFIX = /(?:'s|’s|ies|ied|ing|ed|es|(?<!s)s|e|(?<![aeou])y)$/;
const DOUBLED = /([bdfgkmnprtvz])\1$/;

/** Forms that no ending tells: each row is one word. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'write writing wrote written,rewrite rewriting rewrote rewritten,run running ran,find found,lead led,keep kept,hold held,send sent,make made,say said,' +
    'see saw seen,begin began begun,choose chose chosen,give gave given,get got gotten,know knew known,draw drew drawn,drive drove driven,build built,' +
    'rebuild rebuilt,speak spoke spoken,break broke broken,lose lost,meet met,teach taught,think thought,catch caught,buy bought,leave left,pay paid,' +
    'show showed shown,spend spent,stand stood,tell told,win won,understand understood,freeze froze frozen,hide hid hidden,split splitting,set setting,' +
    'copy copies copied,retry retries retried,need needs needed,dead death,feed fed,speed sped,remove removal,approve approval,index indices,' +
    'cancel cancelled cancelling,control controlled controlling,label labelled labelling'
  )
    .split(',')
    .flatMap((row) => row.split(' ').map((form, _, [base = form]) => [form, base] as const)),
);

/** Words too common to tie a sentence to a source, and the verbs of change, which `order` compares. */
const COMMON = new Set(
  `a about above after again all also an and any are around as at back be because been before being below between both but by can
  did do does done down each every few first for from had has have he her his how i if in instead into is it its itself just last less
  longer made make many may me more most much my never new no none not now of off on one only onto or other our out over own per
  rather same she should since so some such than that the their them then there these they this those through to together too took under until up
  us used using very via was we went were what when where which while who why will with without would you your
  bring brought climb cut cuts cutting decrease drop dropped dropping drops fall fallen fell go goes grew grow increase lower
  raise reduce rise rose save saved saves shrank shrink shrunk sink slash trim faster fewer slower higher larger smaller shorter longer cheaper quicker
  roughly nearly almost approximately percent times twice whole single entire always
  ns us ms s sec secs min mins minute minutes hour hours second seconds millisecond milliseconds day days week weeks month months year
  years b kb mb gb tb kib mib gib tib byte bytes x fold pull request requests january february march april june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);
/** Not common, though their stems are: each is a claim of its own. */
const TELLING =
  /^(?:own(?:s|ed|ing|er|ers)|willing|improv(?:e|es|ed|ing)|sav(?:ings?|ers?)|tim(?:ed|ing|er|ers))$/;
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
    if (end.index > from) clauses.push(clauseOf(text, from, end.index));
    from = end.index + end[0].length;
  }
  if (from < text.length) clauses.push(clauseOf(text, from, text.length));
  return clauses;
}

function clauseOf(text: string, from: number, to: number): Clause {
  const own = text.slice(from, to);
  return { text: own, from, to, stems: stemsOf(own) };
}

/** The piece that holds the offset, found by halving; an empty piece where the offset is on a mark. */
export function pieceAt<Piece extends Clause>(pieces: readonly Piece[], at: number): Piece | Clause {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) break;
    if (at < piece.from) high = middle - 1;
    else if (at >= piece.to) low = middle + 1;
    else return piece;
  }
  return { text: '', from: at, to: at, stems: new Set() };
}

/** What stands before and after a span in its sentence, as far as a joining word reaches. */
export function sidesOf(
  { text, sentences }: { readonly text: string; readonly sentences: readonly Clause[] },
  from: number,
  to: number,
): readonly [before: string, after: string] {
  const piece = pieceAt(sentences, from);
  const reach = 160;
  return [
    text.slice(Math.max(piece.from, from - reach), from),
    text.slice(to, Math.min(piece.to, to + reach)),
  ];
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

/** Every word, common ones as well, each without its ending; of `roll-out` and `order_id` the parts too. */
export function allStems(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(WORD)].map((match) => match[0]);
  return new Set(words.flatMap((word) => [stem(word), ...partsOfWord(word)]));
}

export function partsOfWord(word: string): readonly string[] {
  return word
    .split(/[-_.]|(?<=\p{Ll})(?=\p{Lu})/u)
    .filter((part) => part !== '')
    .map(stem);
}

/** A word that ties a sentence to nothing. */
export function isCommon(word: string): boolean {
  const lower = word.toLowerCase();
  return COMMON.has(lower) || (COMMON_STEMS.has(stem(word)) && !TELLING.test(lower));
}

export function stem(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  return kinOf(bareStem(unparted(lower.replace(/(?:n't|'(?:s|re|ve|ll|d|m))$/, ''))));
}

function bareStem(word: string): string {
  const known = IRREGULAR.get(word) ?? word;
  const bare = known.replace(SUFFIX, '');
  if (bare.length < 3) return known;
  const single = bare.replace(DOUBLED, '$1');
  return single.length < 3 ? bare : single;
}

export function share(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size <= right.size ? [...left].some((word) => right.has(word)) : share(right, left);
}

/** Escaped for use inside a pattern. */
export function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
