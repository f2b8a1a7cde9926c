import { blank } from './blank.ts';

/** The one place that reads people's evidence, and the one that vouches that it is one person's. */
const reader = 'src/store/evidence.ts';
const voucher = 'src/evidence/persons.ts';

const reads =
  /\.\s*(?:activity|evidence|overlay)\s*\.\s*(?:findMany|findFirst\w*|findUnique\w*|count|groupBy|aggregate)\b/u;
/** SQL by hand: its words stand in a template, which is blank in the code. */
const readsBySql = /`[^`]*\bselect\b[^`]*\b(?:from|join)\s+"?(?:activities|evidence|overlay)"?(?![\w"])/iu;
const asserts = /\bas\s+PersonsEvidence\b|<\s*PersonsEvidence\s*>\s*[\w([{]/u;

const whole = String.raw`(?:PersonsEvidence|PersonalRecord|Material|Report)`;
/** Several people's evidence side by side, whatever holds them: from there it is one step to comparing. */
const sideBySide = new RegExp(
  String.raw`\b${whole}\s*(?:\|\s*null\s*)?\[\]|\b(?:Array|ReadonlyArray|Set|ReadonlySet|Iterable|AsyncIterable)<\s*(?:readonly\s+)?${whole}\b|\b(?:Map|ReadonlyMap|Record)<[^<>;{}]*,\s*(?:readonly\s+)?${whole}\b`,
  'u',
);

/** How one file of `src` or `workers` comes by, or holds, the evidence of more than one person; none where it does not. */
export function onePersonComplaints(path: string, source: string): readonly string[] {
  if (!/^(?:src|workers)\//u.test(path)) return [];
  const code = blank(source);
  const found: readonly (readonly [boolean, string])[] = [
    [path !== reader && reads.test(code), `reads people's evidence; only ${reader} may`],
    [
      path.startsWith('src/store/') && path !== reader && readsBySql.test(source),
      `reads people's evidence; only ${reader} may`,
    ],
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
  ['src/store/evidence.ts', 'const rows = await prisma.activity.findMany({});', null],
  ['src/store/a.ts', 'const rows = await prisma.activity.findMany({});', 'only src/store/evidence.ts may'],
  ['src/store/a.ts', 'const n = await prisma.evidence\n  .groupBy({});', 'only src/store/evidence.ts may'],
  ['src/store/a.ts', 'const n = await prisma.overlay.count();', 'only src/store/evidence.ts may'],
  ['src/store/a.ts', 'await prisma.activity.deleteMany({});', null],
  ['src/store/a.ts', 'await prisma.overlay.create({});', null],
  ['src/store/a.ts', 'await prisma.$queryRaw`SELECT * FROM activities`;', 'only src/store/evidence.ts may'],
  ['src/store/a.ts', 'await prisma.$queryRaw`SELECT 1 FROM subjects JOIN "evidence" e ON true`;', 'only src'],
  ['src/store/a.ts', 'await prisma.$queryRaw`SELECT * FROM subjects`;', null],
  ['src/store/a.ts', 'await prisma.$queryRaw`SELECT * FROM evidence_kinds`;', null],
  ['src/store/a.ts', '// every row from activities that was read', null],
  ['workers/a.ts', 'const own = all as PersonsEvidence;', 'only src/evidence/persons.ts may'],
  ['workers/a.ts', 'const own: PersonsEvidence = evidenceOfOne(all);', null],
  ['workers/a.ts', 'type All = readonly PersonsEvidence[];', 'side by side'],
  ['src/report/a.ts', 'type All = ReadonlyMap<string, Report>;', 'side by side'],
  ['src/report/a.ts', 'type All = Record<string, PersonalRecord>;', 'side by side'],
  ['src/report/a.ts', 'function rank(all: readonly Report[]): void {}', 'side by side'],
  ['src/report/a.ts', 'function best(all: ReadonlySet<Material>): void {}', 'side by side'],
  ['src/report/a.ts', "type Notes = Report['notes'];", null],
  ['src/report/a.ts', 'type All = readonly ReportedFailure[];', null],
  ['test/report/a.ts', 'const all: readonly Report[] = [];', null],
];
