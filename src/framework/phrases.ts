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

export const globShape = /^\/?[\w.@+-][\w.@+*?/-]{0,118}$|^\*{1,2}[\w.@+*?/-]{1,118}$/u;

const mostStars = 3;

/** As in `.gitignore`, without exceptions: at most three asterisks, only one of them double. */
export function isTameGlob(glob: string): boolean {
  const stars = glob.match(/\*+/gu) ?? [];
  const doubles = stars.filter((star) => star !== '*');
  return stars.length <= mostStars && doubles.length <= 1 && doubles.every((star) => star === '**');
}

/** `tariffs/` is all below a folder of that name, `*.tariff.yml` a file anywhere, `/db/**` begins at the root. */
export function patternOfGlobs(globs: readonly string[]): string {
  return globs.map(oneGlob).join('|');
}

function oneGlob(glob: string): string {
  const fromRoot = glob.startsWith('/');
  const below = glob.endsWith('/');
  const parts = (fromRoot ? glob.slice(1) : glob).match(/\*\*\/|\*\*|\*|\?|[^*?]+/gu) ?? [];
  return `${fromRoot ? '^' : '(?:^|/)'}${parts.map(onePart).join('')}${below ? '' : '$'}`;
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
