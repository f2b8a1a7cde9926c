import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { doctorCommand } from '../../src/commands/doctor.ts';
import { doctorChecks } from '../../src/commands/doctor/checks.ts';
import type { DoctorSources } from '../../src/commands/doctor/sources.ts';
import { wantedEvents, wantedPermissions } from '../../src/commands/doctor/wanted.ts';
import { runProgram } from '../../src/commands/program.ts';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import { noReader } from '../../src/model/none.ts';
import type { RepositoryReaders } from '../../src/ports/github.ts';
import type { Json } from '../../src/ports/store.ts';
import { failed, readerFake } from '../fakes/reader.ts';
import { memoryStore } from '../fakes/store.ts';
import { harbourFramework, noFrameworkFile, smallFrameworks } from '../fixtures/frameworks.ts';
import { ada, bertil, mira, olu, rulesOf } from '../people/organisation.ts';
import { installation, readingSide } from './reading-side.ts';
import type { World } from './reading-side.ts';
import { terminalOf } from './terminal.ts';

beforeEach(() => {
  process.exitCode = undefined;
});

const now = '2026-06-22T10:00:00.000Z';
const rules = `
mode: live
engineers: {teams: [backend]}
managers: [{login: mira, teams: [backend]}]
`;

function place(
  login: string,
  readers: RepositoryReaders['readers'],
  visibility: 'private' | 'public' = 'private',
) {
  const name = `harbour/reviews-${login}`;
  return { [name]: { repository: { id: 50, name, visibility, archived: false }, readers } };
}

const hook = 'https://groundwork.harbour.example/api/github/webhooks';

function noticeFor(...members: RepositoryReaders['readers']) {
  const name = 'harbour/.github';
  return {
    [name]: { repository: { id: 99, name, visibility: 'private', archived: false }, readers: members },
  } as const;
}

const readers = {
  ...place('ada-lindqvist', [ada, mira, olu]),
  ...place('bertil', [bertil, mira]),
  ...noticeFor(ada, bertil, mira, olu),
};

function lookedAtStore() {
  return { ...memoryStore(), ping: async () => undefined };
}

const settings = { lines: ['GitHub at https://api.github.com.'], previewLink: null, webhookUrl: null };

function sources(world: Partial<World> = {}, changes: Partial<DoctorSources> = {}): DoctorSources {
  return {
    settings: async () => settings,
    store: async () => lookedAtStore(),
    pingQueue: async () => 'Postgres',
    github: async () => readingSide({ rules, readers, ...world }).github,
    githubTime: async () => '2026-06-22T10:00:03Z',
    hookAddress: async () => hook,
    reader: async () => noReader,
    frameworks: smallFrameworks,
    frameworkFile: noFrameworkFile,
    now: () => now,
    ...changes,
  };
}

async function doctor(from: DoctorSources, args: readonly string[] = []) {
  const { terminal, given, said } = terminalOf();
  const command = doctorCommand({ open: () => doctorChecks(from), terminal });
  const code = await runProgram([command], ['node', 'groundwork', 'doctor', ...args], terminal);
  process.exitCode = undefined;
  return { code, given: given(), said: said(), lines: given().split('\n') };
}

describe('doctor', () => {
  test('where all is well', async () => {
    const { code, given, said } = await doctor(sources());
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(given).toBe(`✓ settings: GitHub at https://api.github.com.
✓ settings: No PUBLIC_URL is set, so no text of ours links to the app.
✓ database: It answers, and has the tables of this version.
✓ queue: It answers, carried by Postgres.
✓ clock: It agrees with GitHub's.
✓ app: GitHub knows this app as groundwork.
✓ webhook: GitHub sends deliveries to https://groundwork.harbour.example/api/github/webhooks. Without PUBLIC_URL that is not compared.
✓ installations: harbour grants all that the app needs.
✓ rules: harbour: mode live, 2 engineers.
✓ framework: harbour: work is judged by A small framework (small 1.0).
✓ notice: Every engineer can read harbour/.github, where the notice stands.
✓ reports: harbour: 2 report repositories can be read by the right people only.
✓ model: No model is set: the signals decide alone.
✓ deliveries: GitHub got an answer to every delivery of the last three days.
✓ waiting: Nothing has waited for more than an hour.
✓ given up: No work was given up.
✓ not posted: No account has been read yet.

All is well: 17 looked at.
`);
  });

  test('wrong settings hide nothing: what needs them says so', async () => {
    const broken = sources(
      {},
      {
        settings: async () => {
          throw new GiveUp('The settings need a change:\n- APP_ID is missing. Set it.');
        },
      },
    );
    const { code, lines } = await doctor(broken);
    expect(code).toBe(1);
    expect(lines.slice(0, 2)).toEqual([
      '✗ settings: The settings need a change:',
      '    - APP_ID is missing. Set it.',
    ]);
    expect(
      lines
        .slice(2, 16)
        .every((line) =>
          /^! [a-z ]+: Not looked at, because of what is said above about [\w ]+\.$/u.test(line),
        ),
    ).toBe(true);
    expect(lines.at(-2)).toBe('0 good · 15 to look at · 1 wrong');
  });

  test('a database that is down hides nothing of GitHub', async () => {
    const down = sources(
      {},
      {
        store: async () => {
          throw new RetryLater(new Date('2026-06-22T10:01:00Z'), 'The database does not answer.');
        },
      },
    );
    const { code, given } = await doctor(down);
    expect(code).toBe(1);
    expect(given).toContain(
      '✗ database: The database does not answer.\n    → Try again after 2026-06-22T10:01 UTC.\n! queue: Not looked at, because of what is said above about the database.\n',
    );
    expect(given).toContain('✓ reports:');
  });

  test('it opens the database once, and closes it', async () => {
    const calls: string[] = [];
    const store = async () => {
      calls.push('open');
      return { ...lookedAtStore(), close: async () => void calls.push('close') };
    };
    await doctor(sources({}, { store }));
    expect(calls).toEqual(['open', 'close']);
  });

  test('what goes wrong unforeseen is told without the password in it', async () => {
    const { code, given } = await doctor(
      sources(
        {},
        {
          pingQueue: async () => {
            throw new Error('no route to redis://app:hunter2@queue:6379');
          },
        },
      ),
    );
    expect(code).toBe(1);
    expect(given).toContain('✗ queue: It could not be looked at: no route to redis://…@queue:6379');
    expect(given).not.toContain('hunter2');
  });

  test('--json gives the same as data', async () => {
    const { code, given } = await doctor(sources({ rules: null }), ['--json']);
    const told = JSON.parse(given) as {
      good: number;
      attention: number;
      wrong: number;
      checks: { name: string; findings: unknown[] }[];
    };
    expect(code).toBe(0);
    expect({ attention: told.attention, wrong: told.wrong }).toEqual({ attention: 1, wrong: 0 });
    expect(told.checks.find(({ name }) => name === 'rules')?.findings).toEqual([
      {
        state: 'attention',
        says: 'harbour has no rules yet, so nothing is kept of anybody.',
        do: 'Write .github/groundwork.yml; the notice issue shows how to begin.',
      },
    ]);
  });
});

describe('what it finds', () => {
  const { members: _, ...fewer } = wantedPermissions;

  test.each<readonly [string, Partial<World>, Partial<DoctorSources>, number, readonly string[]]>([
    [
      'a clock that is far off',
      {},
      { githubTime: async () => '2026-06-22T10:02:00Z' },
      1,
      [
        "✗ clock: This machine's clock is 120 seconds behind GitHub's.",
        '    → Let the machine set its clock from the network (NTP).',
      ],
    ],
    [
      'a clock that is a little off',
      {},
      { githubTime: async () => '2026-06-22T09:59:40Z' },
      0,
      ["! clock: This machine's clock is 20 seconds ahead of GitHub's."],
    ],
    [
      'a permission that is not granted',
      { installations: [{ ...installation, permissions: fewer }] },
      {},
      1,
      ['✗ installations: harbour does not grant: members: read.'],
    ],
    [
      'a permission too much',
      {
        installations: [
          {
            ...installation,
            permissions: { ...wantedPermissions, contents: 'write', administration: 'read' },
          },
        ],
      },
      {},
      0,
      ['! installations: harbour grants more than is needed: contents: write, administration: read.'],
    ],
    [
      'a webhook that goes elsewhere',
      {},
      {
        settings: async () => ({
          ...settings,
          webhookUrl: 'https://old.harbour.example/api/github/webhooks',
        }),
      },
      0,
      [
        `! webhook: GitHub sends deliveries to ${hook}, but by PUBLIC_URL it would be https://old.harbour.example/api/github/webhooks.`,
      ],
    ],
    [
      'a webhook that goes where it should, written otherwise',
      {},
      {
        settings: async () => ({ ...settings, webhookUrl: hook }),
        hookAddress: async () => 'https://Groundwork.harbour.example:443/api/github/webhooks/',
      },
      0,
      ['✓ webhook: GitHub sends deliveries to https://Groundwork.harbour.example:443/api/github/webhooks/.'],
    ],
    [
      'no webhook',
      {},
      { hookAddress: async () => null },
      1,
      ['✗ webhook: GitHub has no address to send deliveries to, so nothing is heard.'],
    ],
    [
      'an engineer who cannot read the notice',
      { readers: { ...readers, ...noticeFor(ada, olu) } },
      {},
      0,
      [
        '! notice: bertil cannot read harbour/.github, so they cannot see the notice of what is kept of them.',
        '    → Give their team read access to that repository.',
      ],
    ],
    ['no installation', { installations: [] }, {}, 1, ['✗ installations: The app is installed nowhere.']],
    [
      'a suspended installation',
      { installations: [{ ...installation, suspended: true }] },
      {},
      0,
      ['! installations: harbour has suspended the app.'],
    ],
    [
      'wrong rules',
      { rules: 'mode: live\nengneers: {}' },
      {},
      1,
      [
        '✗ rules: The rules of harbour cannot be used. Line 2: There is no key `engneers` here. Did you mean `engineers`?',
      ],
    ],
    [
      'doubtful rules',
      { rules: `${rules}readers: [{login: nobody-here, teams: [backend]}]` },
      {},
      0,
      ['! rules: harbour, line 5: `nobody-here` is no member of the organisation. Only members are counted.'],
    ],
    [
      'no place for reports',
      { readers: place('bertil', [bertil]) },
      {},
      1,
      ['✗ reports: harbour: ada-lindqvist has no reports repository that the app can see.'],
    ],
    [
      'no place for reports, in a preview',
      { readers: {}, rules: rules.replace('live', 'preview') },
      {},
      0,
      ['! reports: harbour: ada-lindqvist, bertil have no reports repository that the app can see.'],
    ],
    [
      'a place that is open to the public',
      { readers: { ...readers, ...place('bertil', [bertil], 'public') } },
      {},
      1,
      [
        '✗ reports: harbour/reviews-bertil is public. Make it private in its settings; nothing is written there before.',
      ],
    ],
    [
      'a place that a stranger reads',
      { readers: { ...readers, ...place('bertil', [bertil, ada]) } },
      {},
      1,
      [
        '✗ reports: harbour/reviews-bertil can also be read by ada-lindqvist, who may not read these reports. Take their access away, or name them in the rules; where everybody of the organisation can read it, the cause is its base permission.',
      ],
    ],
    [
      'an engineer who cannot read the own report',
      { readers: { ...readers, ...place('bertil', [mira]) } },
      {},
      0,
      ['! reports: harbour: bertil cannot read the own reports repository.'],
    ],
    [
      'an engineer without a manager',
      {
        rules: 'mode: live\nengineers: {teams: [backend]}',
        readers: { ...place('ada-lindqvist', [ada]), ...place('bertil', [bertil]) },
      },
      {},
      0,
      [
        '! reports: harbour: ada-lindqvist, bertil have no manager by the rules today: the report goes to the engineer alone, and to the owners.',
      ],
    ],
    [
      'reports as pull requests, without the permission',
      { rules: `${rules}publication: {as: pull-request}` },
      {},
      1,
      [
        '✗ reports: The rules want reports as pull requests, for which harbour would have to grant contents: write.',
      ],
    ],
    [
      'reports in an organisation without the app',
      { rules: `${rules}publication: {owner: elsewhere}` },
      {},
      1,
      ['✗ reports: The reports are to go to elsewhere, where the app is not installed.'],
    ],
    [
      'a model that gives nothing',
      {},
      { reader: async () => readerFake(() => failed('unfit')) },
      0,
      [
        '! model: small gave no answer of the right form to a small sample. Until it does, the signals decide alone.',
      ],
    ],
    [
      'a model that does not take the key',
      {},
      { reader: async () => readerFake(() => failed('refused')) },
      0,
      [
        '! model: small could not be asked: it refuses the key (401 or 403). Until it can, the signals decide alone.',
        '    → Set OPENAI_API_KEY to a key that is valid for OPENAI_BASE_URL and may use this model.',
      ],
    ],
    [
      'a model that answers',
      {},
      { reader: async () => readerFake() },
      0,
      ['✓ model: small answers a small sample in the right form.'],
    ],
    [
      'deliveries that failed',
      { failed: [{ attempt: '1', id: 'a', event: 'pull_request', deliveredAt: '2026-06-22T08:00:00Z' }] },
      {},
      0,
      [
        '! deliveries: 1 delivery of the last three days did not arrive, the latest (pull_request) at 2026-06-22T08:00:00Z.',
      ],
    ],
  ])('%s', async (_name, world, changes, code, expected) => {
    const found = await doctor(sources(world, changes));
    expect(found.lines).toEqual(expect.arrayContaining([...expected]));
    expect(found.code).toBe(code);
  });

  test('one account’s trouble hides no other account', async () => {
    const other = { ...installation, id: 12, account: 2, login: 'shipyard' };
    const { github } = readingSide({ rules, readers, installations: [other, installation] });
    const reading = {
      ...github.reading,
      organisation: async (id: number, login: string) => {
        if (id === 12) throw new GiveUp('shipyard does not grant members: read.');
        return github.reading.organisation(id, login);
      },
    };
    const { code, lines } = await doctor(sources({}, { github: async () => ({ ...github, reading }) }));
    expect(code).toBe(1);
    expect(lines).toContain('✗ rules: shipyard does not grant members: read.');
    expect(lines).toContain('✓ rules: harbour: mode live, 2 engineers.');
  });

  test('other people’s words cannot pass for lines of ours', async () => {
    const hostile = new GiveUp('bad\u001B[2J\n✓ queue: fine\u202E');
    const { lines } = await doctor(sources({}, { pingQueue: () => Promise.reject(hostile) }));
    expect(lines).toEqual(expect.arrayContaining(['✗ queue: bad[2J', '    ✓ queue: fine']));
  });
});

async function storeWith(mode: 'preview' | 'live') {
  const store = lookedAtStore();
  const readRules = rulesOf(`mode: ${mode}`) as unknown as Json;
  await store.accounts.save({
    account: 1,
    seen: null,
    installation: 11,
    login: 'harbour',
    rules: readRules,
    owners: [],
    repositories: [],
  });
  await store.accounts.noticed(1, '2026-01-01T00:00:00.000Z');
  await store.publications.ensure({
    account: 1,
    key: 'report/2026-H1/101',
    kind: 'report',
    person: 101,
    repository: 50,
    number: null,
  });
  await store.publications.hold({
    account: 1,
    key: 'report/2026-H1/101',
    reason: 'harbour/reviews-ada is public.',
    text: 'secret text',
    at: now,
  });
  await store.failures.record({ job: 'gather/7', reason: 'The pull request is gone.', at: now });
  return store;
}

describe('what waits in the database', () => {
  test.each([
    ['live' as const, '! not posted: harbour: 1 text is not posted. harbour/reviews-ada is public.'],
    ['preview' as const, '✓ not posted: harbour: 1 text waits unposted, as mode: preview wants it.'],
  ])('in %s', async (mode, expected) => {
    const store = await storeWith(mode);
    const { lines, given } = await doctor(sources({}, { store: async () => store }));
    expect(lines).toContain(expected);
    expect(lines).toContain(
      '! given up: gather/7 was given up at 2026-06-22T10:00:00.000Z: The pull request is gone.',
    );
    expect(given).not.toContain('secret text');
  });

  test.each([
    [
      'an hour and more',
      '2026-06-22T08:59:59.000Z',
      '! waiting: 1 pull request or issue is still to be read; it changed more than an hour ago.',
    ],
    ['less', '2026-06-22T09:30:00.000Z', '✓ waiting: Nothing has waited for more than an hour.'],
  ])('work that waits for %s', async (_, receivedAt, expected) => {
    const store = await storeWith('live');
    const subject = { kind: 'change', number: 7 } as const;
    await store.deliveries.record({
      id: 'd',
      event: 'pull_request',
      action: 'closed',
      account: 1,
      installation: 11,
      repository: 7,
      subject,
      comment: null,
      actor: null,
      updatedAt: null,
      receivedAt,
    });
    expect((await doctor(sources({}, { store: async () => store }))).lines).toContain(expected);
  });
});

describe('what it wants', () => {
  test('is what app.yml asks of GitHub', () => {
    const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(wantedPermissions).toEqual(manifest['default_permissions']);
    expect([...wantedEvents].toSorted()).toEqual((manifest['default_events'] as string[]).toSorted());
  });
});

describe('the framework of an organisation', () => {
  const url = 'https://github.example/harbour/.github/blob/main/.github/ladder.yml';

  async function lookAt(named: string, text: string | null) {
    const from = sources(
      { rules: `${rules}framework: ${named}\n` },
      { frameworkFile: async () => (text === null ? null : { text, url }) },
    );
    const { code, lines } = await doctor(from);
    const first = lines.findIndex((line) => line.includes(' framework: '));
    return { code, told: lines.slice(first, first + 2) };
  }

  test('of its own is named with what it starts from', async () => {
    const { code, told } = await lookAt('ladder.yml', harbourFramework);
    expect(code).toBe(0);
    expect(told[0]).toBe(
      '✓ framework: harbour: work is judged by Engineering at Harbour (harbour 2.0, your own on top of small).',
    );
  });

  test.each([
    [
      'with a fault',
      'ladder.yml',
      'extends: small\nareas: { care: { titel: Care } }\n',
      '✗ framework: The framework of harbour cannot be used. Line 2: There is no key `titel` here. Did you mean `title`?',
      `    → Mend ${url}. Until then, work is judged by the last framework that could be used.`,
    ],
    [
      'that is not there',
      'ladder.yml',
      null,
      '✗ framework: harbour: There is no file `ladder.yml` beside this one. Add it, or name a framework.',
      '    → Mend the rules. Until then, work is judged by the last framework that could be used.',
    ],
  ])('%s is told with what holds meanwhile', async (_, named, text, says, advice) => {
    expect(await lookAt(named, text)).toEqual({ code: 1, told: [says, advice] });
  });
});
