import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { emptyRules, readRules } from '../../src/people/rules-file.ts';
import { rulesJsonSchema } from '../../src/people/rules-schema.ts';
import { wrongRules } from './wrong-rules.ts';

const whole = `
mode: live
engineers:
  teams: [backend, platform]
  people: [ada-lindqvist]
  leave_out:
    - bertil
managers:
  - login: mira
    teams: [backend]
    from: 2026-03-01
  - login: ola_harbour
    people: [ada-lindqvist]
    to: 2026-03-01
readers:
  - login: head-of
    teams: [backend, platform]
repositories:
  leave_out: [playground, .dotfiles]
incidents:
  labels: [incident, "sev: 1"]
cycle:
  length: quarter
  starts_in_month: 4
  time_zone: Asia/Kolkata
  prepare_days_before: 7
comments:
  where: everywhere
  within_days: 30
retention:
  facts_days: 120
  evidence_cycles: 4
  log_months: 24
  leavers_days: 30
publication:
  as: pull-request
  owner: harbour-reviews
  repository: review-of-{login}
`;

describe('rules that can be used', () => {
  test('every key', () => {
    const mira = { login: 'mira', teams: ['backend'], people: [], from: '2026-03-01', to: null };
    const ola = { login: 'ola_harbour', teams: [], people: ['ada-lindqvist'], from: null, to: '2026-03-01' };
    const head = { login: 'head-of', teams: ['backend', 'platform'], people: [], from: null, to: null };
    expect(readRules(whole)).toEqual({
      problems: [],
      rules: {
        mode: 'live',
        engineers: { teams: ['backend', 'platform'], people: ['ada-lindqvist'], leaveOut: ['bertil'] },
        managers: [mira, ola],
        readers: [head],
        repositories: { leaveOut: ['playground', '.dotfiles'] },
        incidents: { labels: ['incident', 'sev: 1'] },
        framework: null,
        cycle: { length: 'quarter', startsInMonth: 4, timeZone: 'Asia/Kolkata', prepareDaysBefore: 7 },
        comments: 'everywhere',
        commentsWithinDays: 30,
        retention: { factsDays: 120, evidenceCycles: 4, logMonths: 24, leaversDays: 30 },
        questions: [],
        publication: { as: 'pull-request', owner: 'harbour-reviews', repository: 'review-of-{login}' },
      },
    });
  });

  test.each([
    ['nothing', ''],
    ['a comment', '# later'],
    ['an empty key', 'engineers:\nmanagers:\ncycle:\n  length:\n'],
    ['a byte order mark', '\uFEFF# later\r\n'],
  ])('%s: a preview of nobody’s work, four weeks of a year aside', (_, text) => {
    expect(readRules(text).rules).toEqual({
      mode: 'preview',
      engineers: { teams: [], people: [], leaveOut: [] },
      managers: [],
      questions: [],
      readers: [],
      repositories: { leaveOut: [] },
      incidents: { labels: ['incident'] },
      framework: null,
      cycle: { length: 'half-year', startsInMonth: 1, timeZone: 'UTC', prepareDaysBefore: 14 },
      comments: 'private',
      commentsWithinDays: 14,
      retention: { factsDays: 90, evidenceCycles: 2, logMonths: 12, leaversDays: 180 },
      publication: { as: 'issue', owner: null, repository: 'reviews-{login}' },
    });
    expect(readRules(text).rules).toEqual(emptyRules());
  });

  test.each([
    ['comments: everywhere', 'everywhere', 14],
    ['comments: {where: nowhere}', 'nowhere', 14],
    ['comments: {within_days: 1}', 'private', 1],
    ['comments: {}', 'private', 14],
    ['comments:\n  where:\n  within_days:\n', 'private', 14],
  ])('%j: one word says where, further keys say more', (text, where, days) => {
    const { rules } = readRules(text);
    expect([rules?.comments, rules?.commentsWithinDays]).toEqual([where, days]);
  });

  test('words that other versions of YAML take for values are logins', () => {
    const { rules } = readRules('engineers: {people: [yes, no, on, null-pointer, 2026-01-01]}');
    expect(rules?.engineers.people).toEqual(['yes', 'no', 'on', 'null-pointer', '2026-01-01']);
  });
});

describe('rules that cannot be used', () => {
  test.each(wrongRules)('%j', (text, line, column, path, sentence) => {
    const [first] = readRules(text).problems;
    expect(first).toEqual({ line, column, path, sentence, kind: 'wrong' });
    expect(readRules(text).rules).toBeNull();
  });

  test('all problems at once, in order of line', () => {
    const { problems } = readRules('comments: off\nmode: lve\nmanagers:\n  - teams: [B]\nowner: x');
    expect(problems.map(({ line, path }) => [line, path])).toEqual([
      [1, 'comments'],
      [2, 'mode'],
      [4, 'managers[0].login'],
      [4, 'managers[0].teams[0]'],
      [5, 'owner'],
    ]);
  });
});

describe('hostile files', () => {
  test.each([
    ['lists in lists', '['.repeat(60_000)],
    ['lists in lists, closed in quotes', '[ "]",'.repeat(10_000)],
    ['items in items', '- '.repeat(30_000)],
    ['keys in keys', '? '.repeat(30_000)],
    ['maps in maps', '{a: '.repeat(15_000)],
    [
      'maps in maps by indentation',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
    [
      'references of references',
      `a: &a [x, x]\n${'bcdefghij'.replaceAll(/./gu, (key) => `${key}: &${key} [*a, *a]\n`)}`,
    ],
    ['a reference to itself', 'engineers: &e\n  teams: *e'],
    ['more than 64 KB', `# ${'x'.repeat(65_536)}`],
  ])('%s are refused', (_, text) => {
    const { rules, problems } = readRules(text);
    expect(rules).toBeNull();
    expect(problems).toHaveLength(1);
  });

  test.each([
    [29, false],
    [31, true],
  ])('lists %i deep: too deep is %s', (depth, tooDeep) => {
    const { problems } = readRules(`mode: ${'['.repeat(depth)}${']'.repeat(depth)}`);
    const sentence = 'Values are nested more than 30 deep. Write them flatter.';
    expect(problems.some((problem) => problem.sentence === sentence)).toBe(tooDeep);
  });

  test('just as much as is allowed is read', () => {
    expect(readRules(`# ${'x'.repeat(65_534)}`).problems).toEqual([]);
  });

  test('whatever is written, there is an answer, and every problem has its place and a short sentence', () => {
    const piece = fc.constantFrom(
      'mode',
      'engineers',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '*a',
      '&a ',
      '!',
      '|',
      '>',
      '@',
      '`',
      '\t',
      '\u0000',
      '\uD800',
      '#',
      '---\n',
      '%',
      '<<',
      'x',
      '1',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { rules, problems } = readRules(written);
        expect(problems.length === 0).toBe(rules !== null);
        for (const { line, column, sentence } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(written.split('\n').length);
          expect(column).toBeGreaterThan(0);
          expect(sentence).toMatch(/^[^\n]{10,600}[.?]$/u);
        }
      }),
    );
  });
});

function list(item: fc.Arbitrary<unknown>): fc.Arbitrary<readonly unknown[]> {
  return fc.array(item, { maxLength: 3 });
}

describe('the JSON Schema for editors', () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(rulesJsonSchema());

  const login = fc.stringMatching(/^[a-z][a-z\d-]{0,10}$/);
  const odd = fc.constantFrom<unknown>('Back End', 7, '@x', true, {}, []);
  const file = fc.record(
    {
      mode: fc.constantFrom('preview', 'live', 'off'),
      engineers: fc.record({ teams: list(fc.oneof(login, odd)), people: list(login) }, { requiredKeys: [] }),
      managers: list(fc.record({ login: fc.oneof(login, odd), teams: list(login) }, { requiredKeys: [] })),
      comments: fc.oneof(
        fc.constantFrom<unknown>('private', 'off', 7, []),
        fc.record(
          {
            where: fc.constantFrom('nowhere', 'x'),
            within_days: fc.integer({ min: 0, max: 400 }),
            y: fc.nat(),
          },
          { requiredKeys: [] },
        ),
      ),
      cycle: fc.record({ starts_in_month: fc.integer({ min: 0, max: 13 }) }, { requiredKeys: [] }),
      publication: fc.record({ repository: fc.constantFrom('reviews', 'my-{login}', 'a/{login}') }),
      surprise: fc.constant(1),
    },
    { requiredKeys: [] },
  );

  test('says of a file what reading it says', () => {
    fc.assert(
      fc.property(file, (content) => {
        expect(validate(content)).toBe(
          readRules(stringify(content, { aliasDuplicateObjects: false })).rules !== null,
        );
      }),
    );
  });

  test('explains every key', () => {
    const unexplained: string[] = [];
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries('properties' in node ? (node.properties as object) : {})) {
        if (!('description' in (value as object))) unexplained.push(`${path}.${key}`);
        look(value, `${path}.${key}`);
      }
      if ('items' in node) look(node.items, `${path}[]`);
      if ('anyOf' in node) for (const kind of node.anyOf as readonly unknown[]) look(kind, path);
    };
    look(rulesJsonSchema(), '');
    expect(unexplained).toEqual([]);
  });
});
