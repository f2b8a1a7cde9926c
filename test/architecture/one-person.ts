import { blank } from './blank.ts';

/*
 * Beside the queries, which `queries-of-one.ts` reads: nothing may vouch for evidence but the one function that looks whose
 * it is, and nothing may hold what is known of several people side by side, from where it is one step to comparing them.
 */

const voucher = 'src/evidence/persons.ts';
const asserts = /\bas\s+PersonsEvidence\b|<\s*PersonsEvidence\s*>\s*[\w([{]/u;

const whole = String.raw`(?:PersonsEvidence|PersonalRecord|Material|Report)`;
const sideBySide = new RegExp(
  String.raw`\b${whole}\s*(?:\|\s*null\s*)?\[\]|\b(?:Array|ReadonlyArray|Set|ReadonlySet|Iterable|AsyncIterable)<\s*(?:readonly\s+)?${whole}\b|\b(?:Map|ReadonlyMap|Record)<[^<>;{}]*,\s*(?:readonly\s+)?${whole}\b`,
  'u',
);

/** How one file of `src` or `workers` holds more than one person's evidence; none where it does not. */
export function onePersonComplaints(path: string, source: string): readonly string[] {
  if (!/^(?:src|workers)\//u.test(path)) return [];
  const code = blank(source);
  const found: readonly (readonly [boolean, string])[] = [
    [path !== voucher && asserts.test(code), `says that evidence is one person's; only ${voucher} may`],
    [sideBySide.test(code), 'holds what is known of several people side by side'],
  ];
  return found.flatMap(([wrong, complaint]) => (wrong ? [`${path}: ${complaint}`] : []));
}

/** Small sources as they might be written, with the complaint each must raise; null for near misses. */
export const plantedAboutPeople: readonly (readonly [
  path: string,
  source: string,
  complaint: string | null,
])[] = [
  ['workers/a.ts', 'const own = all as PersonsEvidence;', 'only src/evidence/persons.ts may'],
  ['workers/a.ts', 'const own = <PersonsEvidence>all;', 'only src/evidence/persons.ts may'],
  ['workers/a.ts', 'const own: PersonsEvidence = evidenceOfOne(all);', null],
  ['workers/a.ts', '// as PersonsEvidence', null],
  ['src/evidence/persons.ts', 'return evidence as PersonsEvidence;', null],
  ['workers/a.ts', 'type All = readonly PersonsEvidence[];', 'side by side'],
  ['src/report/a.ts', 'type All = ReadonlyMap<string, Report>;', 'side by side'],
  ['src/report/a.ts', 'type All = Record<string, PersonalRecord>;', 'side by side'],
  ['src/report/a.ts', 'function rank(all: readonly Report[]): void {}', 'side by side'],
  ['src/report/a.ts', 'function best(all: ReadonlySet<Material>): void {}', 'side by side'],
  ['src/report/a.ts', "type Notes = Report['notes'];", null],
  ['src/report/a.ts', 'type All = readonly ReportedFailure[];', null],
  ['test/report/a.ts', 'const all: readonly Report[] = [];', null],
];
