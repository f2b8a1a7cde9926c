/** Words of one row are one word: what one side calls the first the other may call any of them. Each is a bare stem. */
const ROWS = [
  'mov migrat switch shift transfer',
  'begin start commenc',
  'end finish complet',
  'remov delet eliminat',
  'check verif validat',
  'introduc implement creat',
  'merg land deliver',
  'let allow enabl permit',
  'stop prevent avoid',
  'reject refus',
  'fix repair mend',
  'slow sluggish',
  'memory ram',
  'error failur',
  'doc document',
  'databas db',
  'config configur',
  'repo repositor',
  'environ env',
  'production prod',
  'rollout roll rolled',
  'endpoint rout',
  'colleagu peer reviewer',
  'unchang unalter',
].map((row) => row.split(' '));

/** `clean-up`, `roll-back` and `time-out` are written in one word as well. */
const PARTED = /^(\p{L}{3,12})-(?=(?:up|out|back|off|fill|mortem)s?$)/u;

const SAME: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row) => row.map((word) => [verbOf(word), verbOf(row[0] ?? word)] as const)),
);

/** What is said by more than its own word: who adds something introduced it and wrote it. */
const TOLD_BY: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['introduc', [/^add$/]],
  ['latenc', [/^p\d{2,3}$/]],
  ['respons', [/^p\d{2,3}$/, /^latenc$/]],
]);

/** Whether a stem is among others, itself or by what tells it. */
export function isToldBy(stem: string, others: ReadonlySet<string>): boolean {
  if (others.has(stem)) return true;
  const tellers = TOLD_BY.get(stem) ?? [];
  return tellers.length > 0 && [...others].some((other) => tellers.some((teller) => teller.test(other)));
}

/** Written in one word where it may be. */
export function unparted(word: string): string {
  return word.replace(PARTED, '$1');
}

/** The word that stands for all its kin, from a stem: `migration`, `migrat` and `mov` are one. */
export function kinOf(stem: string): string {
  const verb = verbOf(stem);
  return SAME.get(verb) ?? verb;
}

/** `migration` and `migrat` become `migr`, `deletion` becomes `delet`, `deployment` becomes `deploy`. */
function verbOf(stem: string): string {
  if (stem === 'production' || stem === 'format') return stem;
  const bare = stem.replace(/uction$/, 'uc').replace(/(?<=\p{L}{4})ation$/u, '');
  const plain = bare.replace(/(?<=\p{L}{5})ion$/u, '').replace(/(?<=\p{L}{5})e?ment$/u, '');
  return plain.replace(/(?<=\p{L}{4})at$/u, '');
}
