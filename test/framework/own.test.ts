import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/evidence/judge.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { createFrameworks } from '../../src/framework/frameworks.ts';
import type { OwnFramework } from '../../src/framework/own-schema.ts';
import type { Pack } from '../../src/framework/schema.ts';
import { readFile } from '../../src/people/rules-file.ts';
import { changeFacts, file } from '../fixtures/facts.ts';
import { smallPack } from '../fixtures/pack.ts';

const [delivery, care] = smallPack.areas;
const frameworks = createFrameworks([
  {
    ...smallPack,
    areas: [delivery, care, { key: 'help', title: 'Help', means: 'Others were helped.', question: 'Who?' }],
    credits: { review: 'help', reviewAcrossTeams: 'help', incident: 'care' },
    weights: {
      ...smallPack.weights,
      always: { ...smallPack.weights['always'], help: -2 },
      'title.waits': { care: 4, help: 1, notable: 3 },
    },
    vocabulary: { 'title berth': { help: 2, care: -1 } },
    tell: { delivery: 0.5, care: 0.6, help: 0.7 },
    ask: { delivery: 0.33, care: 0.34, help: 0.35 },
  },
]);

function built(text: string): Pack {
  const { data, problems } = readFile(`extends: small\n${text}`, frameworks.file);
  expect(problems).toEqual([]);
  const { pack } = frameworks.build(data ?? neverBuilt());
  return pack ?? neverBuilt();
}

function neverBuilt(): never {
  throw new Error('A pack was expected.');
}

function problemsOf(text: string): readonly string[] {
  const { problems } = readFile(text, frameworks.file);
  return problems.map(({ line, path, sentence }) => `${line} ${path}: ${sentence}`);
}

function areasOf(pack: Pack, title: string, path = 'src/a.ts'): readonly string[] {
  const { areas } = judge(changeFacts({ title, files: [file(path)] }), compileFramework(pack));
  return areas.filter(({ stands }) => stands === 'told').map(({ area }) => area);
}

const closedIssue = { key: 'github:9#7', number: 7, title: 'Bollards', labels: [], author: null, url: null };

const craft = '{ title: Craft, means: Others can build on it., question: What is easier now? }';

describe('an own framework', () => {
  test('without a word of its own is the pack, under its own name', () => {
    const pack = built('name: harbour\nversion: "2.3"');
    const { name, version, title, ...rest } = pack;
    expect([name, version, title]).toEqual(['harbour', '2.3', 'A small framework, as we see it']);
    const whole = frameworks.of(frameworks.usual).framework.pack;
    expect(rest).toEqual({ ...rest, areas: whole.areas, weights: whole.weights, tell: whole.tell });
  });

  test('calls an area otherwise, and all else of it stays', () => {
    const pack = built('areas: { care: { title: Steady hands, tell: 0.9 } }');
    expect(pack.areas[1]).toEqual({ ...care, title: 'Steady hands' });
    expect(pack.tell).toEqual({ delivery: 0.5, care: 0.9, help: 0.7 });
    expect(pack.ask).toEqual({ delivery: 0.33, care: 0.34, help: 0.35 });
  });

  test('adds an area with rules of its own, which alone speak for it', () => {
    const pack = built(`
areas:
  tariffs: { title: Tariffs, means: How prices are reckoned., question: Which price is right now? }
words:
  tariff: { phrases: [tariff*], reason: changes how tariffs are reckoned, counts: { tariffs: 3.5 } }
paths:
  tariff-files: { globs: [tariffs/], reason: changes a tariff, counts: { tariffs: 3, notable: -1 } }
`);
    expect(pack.areas.map(({ key }) => key)).toEqual(['delivery', 'care', 'help', 'tariffs']);
    expect(pack.weights).toMatchObject({
      always: { delivery: -2, tariffs: -2.5 },
      'title.tariff': { tariffs: 3.5 },
      'body.tariff': { tariffs: 1.75 },
      'path.tariff-files.all': { tariffs: 3, notable: -1 },
      'path.tariff-files.some': { tariffs: 1.2000000000000002 },
    });
    expect(areasOf(pack, 'Round tariffs once')).toEqual(['tariffs']);
    expect(areasOf(pack, 'Round fares once', 'tariffs/base.yml')).toEqual(['tariffs']);
    expect(areasOf(pack, 'Round fares once')).toEqual([]);
    expect(areasOf(pack, 'Add a berth')).toEqual(['delivery']);
  });

  test('lets an area count as a new one, which goes on with what was learnt', () => {
    const pack = built(`areas:\n  care: { counts_as: craft }\n  craft: ${craft}`);
    expect(pack.areas.map(({ key, alsoAs }) => [key, alsoAs])).toEqual([
      ['delivery', undefined],
      ['craft', undefined],
      ['help', undefined],
    ]);
    expect(pack.weights['title.waits']).toEqual({ craft: 4, help: 1, notable: 3 });
    expect(pack.vocabulary).toEqual({ 'title berth': { help: 2, craft: -1 } });
    expect(pack.tell).toEqual({ delivery: 0.5, craft: 0.6, help: 0.7 });
    expect(pack.credits.incident).toBe('craft');
    expect(areasOf(pack, 'Bound the timeout')).toEqual(['craft']);
  });

  test('lets several count as one: the first gives its name, the others stay targets of it', () => {
    const pack = built(
      `areas:\n  care: { counts_as: craft }\n  help: { counts_as: craft }\n  craft: ${craft}\nwords:\n  quay: { phrases: [quay], reason: names the quay, counts: { craft: 2 } }`,
    );
    expect(pack.areas.map(({ key, alsoAs }) => [key, alsoAs])).toEqual([
      ['delivery', undefined],
      ['craft', ['help']],
    ]);
    expect(pack.weights['title.waits']).toEqual({ craft: 4, help: 1, notable: 3 });
    expect(pack.weights['title.quay']).toEqual({ craft: 2, help: 2 });
    expect(pack.credits).toEqual({ review: 'craft', reviewAcrossTeams: 'craft', incident: 'craft' });
  });

  test('lets an area count as one that the pack has', () => {
    const pack = built('areas: { help: { counts_as: care } }');
    expect(pack.areas.map(({ key, alsoAs }) => [key, alsoAs])).toEqual([
      ['delivery', undefined],
      ['care', ['help']],
    ]);
    expect(Object.keys(pack.tell)).toEqual(['delivery', 'care']);
  });

  test('weighs a rule of the pack otherwise, and leaves the rest of its row', () => {
    const pack = built('weights: { title.waits: { care: 1 }, shape.one-file: { notable: -2 } }');
    expect(pack.weights['title.waits']).toEqual({ care: 1, help: 1, notable: 3 });
    expect(pack.weights['shape.one-file']).toEqual({ delivery: -0.1, notable: -2 });
  });

  test('reads labels of its own, of the change or of an issue that it closes, in full', () => {
    const pack = built(
      'labels: { quay: { names: [quay, area/berths, steady*], reason: is about the quay, counts: { care: 3 } } }',
    );
    expect(pack.weights['label.quay']).toEqual({ care: 3 });
    const told = (labels: readonly string[], closing: readonly string[] = []) =>
      judge(
        changeFacts({
          title: 'Move the bollards',
          labels: [...labels],
          closes: [{ ...closedIssue, labels: [...closing] }],
        }),
        compileFramework(pack),
      ).areas.map(({ area }) => area);
    for (const label of ['quay', 'Quay', 'kind/quay', 'type: quay', 'area/berths', 'steady going'])
      expect([label, told([label])]).toEqual([label, ['care']]);
    for (const label of ['quays', 'no quay', 'berths', 'unsteady', 'area: berths'])
      expect([label, told([label])]).toEqual([label, []]);
    expect(told([], ['quay'])).toEqual(['care']);
  });

  test('looks for kinds of its own of work that goes unseen, before those of the pack', () => {
    const pack = built(`
unseen:
  handover:
    says: A tariff changed hands and nobody noticed
    phrases: [tariff switch*]
    globs: [handovers/]
`);
    expect(pack.unseen.map(({ key }) => key)).toEqual(['handover', 'patience', 'drill']);
    expect(pack.unseen[0]?.title).toBe('A tariff changed hands and nobody noticed');
    const unseen = (title: string, path = 'src/a.ts', additions = 9) =>
      judge(changeFacts({ title, files: [file(path, additions)] }), compileFramework(pack)).unseen;
    expect(unseen('Add a tariff switchover with a timeout')).toMatchObject({ kind: 'handover' });
    expect(unseen('Add notes', 'docs/handovers/may.md')).toEqual({
      kind: 'handover',
      quote: { text: 'docs/handovers/may.md', place: { in: 'path' } },
    });
    expect(unseen('Bound the timeout')).toMatchObject({ kind: 'patience' });
    expect(unseen('Add a switch of tariffs')).toBeNull();
    expect(unseen('Add notes', 'handovers.md')).toBeNull();
    expect(unseen('Add notes', 'docs/handovers/may.md', 2)).toBeNull();
  });

  test('a kind that is known by words alone, or by a pattern', () => {
    const pack = built(
      'unseen: { a: { says: It was said, phrases: [berth] }, b: { says: It was done, pattern: "quay|pier", globs: [piers/] } }',
    );
    expect(pack.unseen.slice(0, 2).map(({ words, paths }) => [typeof words, typeof paths])).toEqual([
      ['string', 'undefined'],
      ['string', 'string'],
    ]);
  });

  test('says where reviews and incidents are credited', () => {
    const pack = built('credits: { review: care, incident: delivery }');
    expect(pack.credits).toEqual({ review: 'care', reviewAcrossTeams: 'help', incident: 'delivery' });
  });
});

function pathRules(count: number, glob: string): string {
  const rules = Array.from(
    { length: count },
    (_, index) => `  r${index}: { globs: ['${glob}'], reason: names it, counts: {} }`,
  );
  return `paths:\n${rules.join('\n')}`;
}

function unseenKinds(count: number, glob: string): string {
  const kinds = Array.from(
    { length: count },
    (_, index) => `  k${index}: { says: It was done, globs: ['${glob}'] }`,
  );
  return `unseen:\n${kinds.join('\n')}`;
}

/** Each may go on in 2,500 ways. */
function wideRules(count: number): string {
  const rules = Array.from(
    { length: count },
    (_, index) =>
      `  r${index}: { pattern: 'quay.{0,49}berth.{0,49}${index}x', reason: names it, counts: {} }`,
  );
  return rules.join('\n');
}

describe('a fault is told with its line and what to do', () => {
  test.each<[string, string, readonly string[]]>([
    ['an unknown pack', 'extends: smal', ['1 extends: There is no pack `smal`. There are: `small`.']],
    [
      'a key that is none',
      'extends: small\narea: {}',
      ['2 area: There is no key `area` here. Did you mean `areas`?'],
    ],
    [
      'a slip in the name of an area',
      'extends: small\nareas:\n  cares: { title: Care }',
      ['3 areas.cares: small has no area `cares`, so it is a new one, which needs `means`, `question`.'],
    ],
    [
      'a name in capitals',
      'areas: { Care: { title: Care } }',
      ['1 areas.Care: A name here is of small letters, digits and hyphens, and begins with a letter.'],
    ],
    [
      'an area that counts as none',
      'extends: small\nareas:\n  care:\n    counts_as: crafts',
      ['4 areas.care.counts_as: There is no area `crafts`. Name one of small, or describe it here.'],
    ],
    [
      'areas that count as each other',
      'extends: small\nareas: { care: { counts_as: help }, help: { counts_as: care } }',
      [
        '2 areas.care.counts_as: Name an area that stays one. This one counts as another itself.',
        '2 areas.help.counts_as: Name an area that stays one. This one counts as another itself.',
      ],
    ],
    [
      'an area that counts as another and has words',
      'extends: small\nareas: { care: { counts_as: help, title: Care } }',
      [
        '2 areas.care.counts_as: An area that counts as another has no words of its own. Delete the other keys.',
      ],
    ],
    [
      'a rule that counts for no area',
      'extends: small\nwords: { quay: { phrases: [quay], reason: names a quay, counts: { speed: 1 } } }',
      ['2 words.quay.counts.speed: There is no area `speed`. There are: `delivery`, `care`, `help`.'],
    ],
    [
      'a weight for an area that counts as another',
      'extends: small\nareas: { help: { counts_as: care } }\nweights: { title.adds: { help: 1 } }',
      ['3 weights.title.adds.help: `help` counts as `care` here. Write `care`.'],
    ],
    [
      'a weight of no rule',
      'extends: small\nweights:\n  title.ads: { care: 1 }',
      [
        '3 weights.title.ads: small has no rule of this name. They are named like `title.speed`, `body.speed` or `path.test.all`.',
      ],
    ],
    [
      'a rule that the pack has',
      'extends: small\nwords: { adds: { phrases: [adds], reason: adds something, counts: { care: 1 } } }',
      ['2 words.adds: small has a rule `adds` already. Choose another name, or change its weights.'],
    ],
    [
      'a credit in no area',
      'extends: small\ncredits: { review: reviews }',
      ['2 credits.review: There is no area `reviews`. There are: `delivery`, `care`, `help`.'],
    ],
    [
      'phrases and a pattern',
      'words: { quay: { phrases: [quay], pattern: quay, reason: names it, counts: {} } }',
      ['1 words.quay: Give either what is looked for in plain words, or a `pattern`: one of the two.'],
    ],
    [
      'a pattern that takes for ever',
      'words:\n  quay:\n    pattern: (a+)+$\n    reason: names it\n    counts: {}',
      [
        '3 words.quay.pattern: This pattern repeats without a bound; write `{0,40}` instead of `*`, `{1,40}` instead of `+`, or another bound up to 100.',
      ],
    ],
    [
      'a pattern that does not compile',
      'paths: { quay: { pattern: "(quay", reason: names it, counts: {} } }',
      ['1 paths.quay.pattern: This pattern is not a regular expression that compiles.'],
    ],
    [
      'a weight that is a word',
      'extends: small\nweights: { title.adds: { care: much } }',
      ['2 weights.title.adds.care: `care` is a number, not `much`.'],
    ],
    [
      'a label of two lines',
      'labels: { quay: { names: ["a\\nb"], reason: names it, counts: {} } }',
      ['1 labels.quay.names[0]: Write a label as GitHub shows it; only its end may be `*`.'],
    ],
    [
      'a label pattern that takes for ever',
      'labels:\n  quay:\n    pattern: ^(\\w+\\s?)*$\n    reason: names it\n    counts: {}',
      ['3 labels.quay.pattern: This pattern '],
    ],
    [
      'a label that counts for no area',
      'extends: small\nlabels:\n  quay: { names: [quay], reason: names a quay, counts: { speed: 1 } }',
      ['3 labels.quay.counts.speed: There is no area `speed`. There are: `delivery`, `care`, `help`.'],
    ],
    [
      'a kind by which nothing is known',
      'unseen: { quay: { says: The quay was swept } }',
      ['1 unseen.quay: Say how such work is known'],
    ],
    [
      'a kind that ends its own sentence',
      'unseen: { quay: { says: The quay was swept., phrases: [sweep*] } }',
      ['1 unseen.quay.says: Leave out the mark at its end'],
    ],
    [
      'a kind that would be more than words',
      'unseen: { quay: { says: "The **quay** was swept", phrases: [sweep*] } }',
      ['1 unseen.quay.says: Write plain words on one line'],
    ],
    [
      'a kind whose pattern takes for ever',
      'unseen:\n  quay:\n    says: The quay was swept\n    pattern: (a|a){1,30}b',
      ['4 unseen.quay.pattern: This pattern repeats a part'],
    ],
    [
      'a kind whose path is none',
      'unseen: { quay: { says: The quay was swept, globs: ["!quays/"] } }',
      ['1 unseen.quay.globs[0]: Write a path as in `.gitignore`'],
    ],
    [
      'a kind that the pack has',
      'extends: small\nunseen: { drill: { says: It was drilled, phrases: [drill] } }',
      ['2 unseen.drill: small has a kind `drill` already. Choose another name.'],
    ],
    ['YAML that is none', 'areas: [', ['1 : ']],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(expected.length);
    for (const [index, problem] of problems.entries()) expect(problem).toContain(expected[index] ?? '');
  });

  test.each([
    '@everyone',
    'see https://example.org',
    '[a](b)',
    '<b>bold</b>',
    'a | b',
    '**loud**',
    'see #12',
    '"two\\nlines"',
    '"turned \\u202Eround"',
    'www.example.org',
  ])('what would be more than words in a report is no title: %s', (title) => {
    const quoted = title.startsWith('"') ? title : `'${title}'`;
    expect(problemsOf(`extends: small\nareas: { care: { title: ${quoted} } }`)).toEqual([
      '2 areas.care.title: Write plain words on one line, without marks of Markdown, addresses or `@`.',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a name that every object has is refused wherever a name may stand, and never dropped: %s',
    (name) => {
      const about = 'This name has a meaning of its own inside the app. Choose another.';
      const said = [
        `areas: { ${name}: { title: Care } }`,
        `words: { ${name}: { phrases: [quay], reason: names it, counts: {} } }`,
        `paths: { ${name}: { globs: [quays/], reason: names it, counts: {} } }`,
        `labels: { ${name}: { names: [quay], reason: names it, counts: {} } }`,
        `unseen: { ${name}: { says: It was swept, phrases: [sweep*] } }`,
        `weights: { ${name}: { care: 1 } }`,
        `weights: { title.adds: { ${name}: 1 } }`,
        `words: { quay: { phrases: [quay], reason: names it, counts: { ${name}: 1 } } }`,
      ].map((line) => [line, problemsOf(`extends: small\n${line}`)] as const);
      for (const [line, problems] of said) {
        expect([line, problems]).toEqual([line, [expect.stringContaining(`${name}: ${about}`)]]);
        expect(problems[0]).toMatch(/^2 /u);
      }
    },
  );

  test('and as a key of the file itself', () => {
    expect(problemsOf('extends: small\n__proto__: { name: harbour }')).toEqual([
      expect.stringContaining('2 __proto__: There is no key `__proto__` here.'),
    ]);
  });

  test('patterns that are tame one by one are refused where there are too many ways in all of them', () => {
    expect(problemsOf(`extends: small\nwords:\n${wideRules(4)}`)).toEqual([]);
    expect(problemsOf(`extends: small\nwords:\n${wideRules(5)}`).join()).toContain(
      'in too many ways together',
    );
  });

  test('globs that are tame one by one are refused where they are too much together', () => {
    expect(problemsOf(`extends: small\n${pathRules(4, 'a/**/b/')}`)).toEqual([]);
    expect(problemsOf(`extends: small\n${pathRules(5, 'a/**/b/')}`)).toEqual([
      expect.stringMatching(/^3 paths\.r0\.globs: The paths hold too many `\*` together/u),
    ]);
    expect(problemsOf(`extends: small\n${unseenKinds(5, 'a/**/b/')}`).join()).toContain('too many `*`');
    expect(
      problemsOf(`extends: small\n${pathRules(2, 'a/**/b/')}\n${unseenKinds(3, 'a/**/b/')}`),
    ).toHaveLength(1);
    expect(problemsOf(`extends: small\n${pathRules(60, 'quays/')}`)).toEqual([]);
  });

  test('the name that models answer with is taken', () => {
    expect(
      problemsOf(
        'extends: small\nwords:\n  other: { phrases: [tariff], reason: prices it, counts: {} }',
      ).join(),
    ).toContain('This name is taken; choose another.');
    expect(
      problemsOf('extends: small\nunseen:\n  review: { says: It was read, phrases: [review] }').join(),
    ).toContain('3 unseen.review: This name is taken; choose another.');
  });

  test('too many rules are refused, whatever they say', () => {
    const rules = Array.from(
      { length: 61 },
      (_, index) => `  r${index}: { phrases: [quay], reason: names it, counts: {} }`,
    );
    expect(problemsOf(`words:\n${rules.join('\n')}`)).toEqual([
      '1 words: These are more than 60 rules. Fewer say more.',
    ]);
  });
});

describe('frameworks', () => {
  test('a framework that cannot be had any more is replaced by the usual one', () => {
    expect(frameworks.of({ named: 'gone', own: null }).mark).toBe(frameworks.of(frameworks.usual).mark);
  });

  test('what an earlier version kept, before there were labels and kinds, goes on', () => {
    const {
      labels: _labels,
      unseen: _unseen,
      ...kept
    } = readFile('extends: small', frameworks.file).data ?? neverBuilt();
    const own = { ...kept, name: 'kept' } as OwnFramework;
    expect(frameworks.of({ named: 'a.yml', own }).framework.pack.name).toBe('kept');
  });

  test('the mark changes with anything in the pack, and with nothing else', () => {
    const own = readFile('extends: small', frameworks.file).data ?? neverBuilt();
    const changed = readFile('extends: small\nweights: { title.adds: { care: 0.01 } }', frameworks.file).data;
    const [first, again, other] = [own, { ...own }, changed ?? neverBuilt()].map(
      (one) => frameworks.of({ named: 'a.yml', own: one }).mark,
    );
    expect(first).toMatch(/^own 1\.0 [0-9a-f]{8}$/u);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
