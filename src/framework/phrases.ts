/** Words and paths as people write them, turned into the patterns that rules are made of. */

export const phraseShape = /^[\p{L}\p{N}][\p{L}\p{N} .+#/_-]{0,58}[\p{L}\p{N}+#]?\*?$/u;

/** One or more words, an asterisk at the end for any ending: `settlement run`, `tariff*`. */
export function patternOfPhrases(phrases: readonly string[]): string {
  return String.raw`(?<!\w)(?:${phrases.map(onePhrase).join('|')})(?!\w)`;
}

function onePhrase(phrase: string): string {
  const open = phrase.endsWith('*');
  const words = (open ? phrase.slice(0, -1) : phrase).split(/ +/u).map(literally);
  return `${words.join(String.raw`[\s-]{1,2}`)}${open ? String.raw`\w{0,30}` : ''}`;
}

/** As GitHub shows it; an asterisk at the end stands for any ending. */
export const labelShape = /^[^\s*\p{Cc}\p{Cf}](?:[^*\p{Cc}\p{Cf}]{0,48}[^\s*\p{Cc}\p{Cf}])?\*?$/u;

/**
 * The whole label, with or without what kind of label it is: `incident`, `type: incident`, `kind/incident`. Whoever
 * writes the kind, too, means that one alone.
 */
export function patternOfLabels(names: readonly string[]): string {
  return String.raw`^(?:[\w -]{1,20}[:/] ?)?(?:${names.map(oneLabel).join('|')})$`;
}

function oneLabel(name: string): string {
  const open = name.endsWith('*');
  return `${literally(open ? name.slice(0, -1) : name)}${open ? '.{0,50}' : ''}`;
}

export const globShape = /^\/?[\w.@+-][\w.@+*?/-]{0,118}$|^\*{1,2}[\w.@+*?/-]{1,118}$/u;

const mostStars = 3;
const mostStarsOfAPart = 2;

/** As in `.gitignore`, without exceptions: at most three asterisks, two between slashes, only one of them double. */
export function isTameGlob(glob: string): boolean {
  const stars = glob.match(/\*+/gu) ?? [];
  const doubles = stars.filter((star) => star !== '*');
  return (
    stars.length <= mostStars &&
    doubles.length <= 1 &&
    doubles.every((star) => star === '**') &&
    glob.split('/').every((part) => starsIn(part) <= mostStarsOfAPart)
  );
}

/**
 * How much longer than plain words a glob may take on a path that was made for it, at the worst, in rough
 * multiples. One asterisk goes over a path once; each further one goes over it again from every place.
 */
export function costOfGlob(glob: string): number {
  const between = /[^/]\*\*|\/\*\*\/.*\/$/u.test(glob) ? 100 : 1;
  return between * glob.split('/').reduce((most, part) => Math.max(most, starsIn(part) > 1 ? 10 : 1), 1);
}

/** So much for all globs of an organisation together: each of them is tried on every path. */
export const mostCostTogether = 400;

function starsIn(part: string): number {
  return (part.match(/\*+/gu) ?? []).length;
}

/** `tariffs/` is all below a folder of that name, `*.tariff.yml` a file anywhere, `/db/**` begins at the root. */
export function patternOfGlobs(globs: readonly string[]): string {
  return globs.map(oneGlob).join('|');
}

function oneGlob(glob: string): string {
  const fromRoot = glob.startsWith('/');
  // Anywhere is where a glob begins in any case, and whatever is below a folder needs no looking at.
  const rest = (fromRoot ? glob.slice(1) : glob.replace(/^\*\*\/(?=.)/u, '')).replace(/\/\*\*$/u, '/?');
  const below = glob.endsWith('/') || rest.endsWith('/?');
  const start = fromRoot ? '^' : '(?:^|/)';
  const [head = '', tail] = rest.split('/**/');
  if (below || tail === undefined) return `${start}${partsOf(rest)}${below ? '' : '$'}`;
  // The end of a path is in one place, so what must stand before it is looked for once, not from every folder.
  const end = partsOf(tail);
  return `(?:^|/)${end}$(?<=${start}${partsOf(head)}/(?:.{0,300}/)?${end})`;
}

function partsOf(glob: string): string {
  return (glob.match(/\*\*\/|\*\*|\*|\?|[^*?]+/gu) ?? []).map(onePart).join('');
}

function onePart(part: string): string {
  if (part === '**/') return '(?:.{0,300}/)?';
  if (part === '**') return '.{1,300}';
  if (part === '*') return '[^/]{0,100}';
  return part === '?' ? '[^/]' : literally(part);
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
