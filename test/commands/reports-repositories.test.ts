import { beforeEach, describe, expect, test } from '@jest/globals';
import { runProgram } from '../../src/commands/program.ts';
import { reportsRepositoriesCommand } from '../../src/commands/reports-repositories.ts';
import type { ReportsRepositoriesPorts } from '../../src/commands/reports-repositories.ts';
import { GiveUp } from '../../src/errors.ts';
import type { RepositoriesPlan, WantedRepositories } from '../../src/ports/reports-repositories.ts';
import { readingSide } from './reading-side.ts';
import { terminalOf } from './terminal.ts';

beforeEach(() => {
  process.exitCode = undefined;
});

const secret = 'ghp_aTokenOfAnOwner';
const rules = `
engineers: {teams: [backend]}
managers:
  - {login: mira, teams: [backend], from: 2026-03-01}
  - {login: chidi-o, teams: [backend], to: 2026-03-01}
`;

const steps = [
  { kind: 'create', name: 'reviews-ada-lindqvist', description: 'x' },
  { kind: 'invite', name: 'reviews-ada-lindqvist', login: 'ada-lindqvist' },
] as const;
const planned: RepositoriesPlan = {
  owner: 'harbour',
  ownerType: 'organization',
  steps,
  waiting: [],
  problems: [],
};

type Around = Partial<Pick<ReportsRepositoriesPorts, 'token' | 'ask'>> & {
  readonly rules?: string;
  readonly plan?: Partial<RepositoriesPlan>;
  /** Breaks off after so many steps. */
  readonly breaksAfter?: number;
};

async function run(args: readonly string[], around: Around = {}) {
  const { terminal, given, said } = terminalOf();
  const wanted: WantedRepositories[] = [];
  const tokens: string[] = [];
  const applied: string[] = [];
  const command = reportsRepositoriesCommand({
    terminal,
    now: () => '2026-06-22T10:00:00.000Z',
    open: async () => readingSide({ rules: around.rules ?? rules }).github,
    async openAdmin(token) {
      tokens.push(token);
      return {
        async plan(asked) {
          wanted.push(asked);
          return { ...planned, ...around.plan };
        },
        async apply(plan, onStep) {
          for (const [index, step] of plan.steps.entries()) {
            if (index === around.breaksAfter) throw new GiveUp('GitHub refused it.');
            applied.push(step.kind);
            onStep(step);
          }
        },
      };
    },
    token: around.token === undefined ? secret : around.token,
    ask: around.ask ?? null,
  });
  const code = await runProgram([command], ['node', 'groundwork', 'reports-repositories', ...args], terminal);
  process.exitCode = undefined;
  return { code, given: given(), said: said(), wanted, tokens, applied };
}

describe('reports-repositories plan', () => {
  test('asks for one repository for each engineer, with those who may read today', async () => {
    const { wanted } = await run(['plan']);
    expect(wanted).toEqual([
      {
        owner: 'harbour',
        wanted: [
          {
            name: 'reviews-ada-lindqvist',
            description:
              'Evidence reports of ada-lindqvist. Private: for ada-lindqvist and those whom the rules name.',
            collaborators: ['ada-lindqvist', 'mira'],
          },
          {
            name: 'reviews-bertil',
            description: 'Evidence reports of bertil. Private: for bertil and those whom the rules name.',
            collaborators: ['bertil', 'mira'],
          },
        ],
      },
    ]);
  });

  test('steps that are still to be taken are no failure', async () => {
    expect((await run(['plan'])).code).toBe(0);
  });

  test('gives the steps, and takes none; what only a person can put right is a failure', async () => {
    const waiting = [{ name: 'reviews-bertil', login: 'mira' }];
    const problems = ['harbour/reviews-bertil is not private.'];
    const { code, given, said, applied } = await run(['plan'], { plan: { waiting, problems } });
    expect({ code, said, applied }).toEqual({ code: 1, said: '', applied: [] });
    expect(given).toBe(`2 steps: 1 private repository to make, 1 invitation to send.

create  harbour/reviews-ada-lindqvist
invite  harbour/reviews-ada-lindqvist  ada-lindqvist

Invited, and not there yet:
- mira to harbour/reviews-bertil

Only a person can put this right:
- harbour/reviews-bertil is not private.
`);
  });

  test('in another organisation, where the rules say so', async () => {
    const { wanted } = await run(['plan'], {
      rules: `${rules}publication: {owner: harbour-reviews, repository: "{login}"}\n`,
    });
    expect(wanted[0]?.owner).toBe('harbour-reviews');
    expect(wanted[0]?.wanted.map(({ name }) => name)).toEqual(['ada-lindqvist', 'bertil']);
  });

  test.each([
    [
      'no rules that name engineers',
      { rules: 'mode: live' },
      'The rules name no engineers yet. Write .github/groundwork.yml first; the notice issue shows how to begin.',
    ],
    [
      'no token, and nobody to ask',
      { token: null },
      'This takes a token of an owner of harbour. Set GROUNDWORK_ADMIN_TOKEN for this one call, or run it at a terminal and type the token.',
    ],
  ])('%s', async (_, around, sentence) => {
    const { code, said } = await run(['plan'], around);
    expect({ code, said }).toEqual({ code: 2, said: `${sentence}\n` });
  });

  test('an option that is not there is the caller’s to mend', async () => {
    const { code, said, tokens } = await run(['plan', '--yes']);
    expect({ code, tokens }).toEqual({ code: 2, tokens: [] });
    expect(said).toContain("unknown option '--yes'");
  });

  test('a token that is typed is asked for in secret', async () => {
    const asked: (readonly [string, boolean])[] = [];
    const ask = async (question: string, isSecret: boolean) => {
      asked.push([question, isSecret]);
      return `${secret}\n`;
    };
    const { tokens } = await run(['plan'], { token: null, ask });
    expect(tokens).toEqual([secret]);
    expect(asked).toEqual([[expect.stringContaining('token of an owner of harbour'), true]]);
  });
});

async function askNobody(): Promise<string> {
  throw new Error('nobody should be asked');
}

describe('reports-repositories create', () => {
  test('in a pipe it needs --yes, and says so before anything is read', async () => {
    const { code, said, applied, tokens } = await run(['create']);
    expect({ code, applied, tokens }).toEqual({ code: 2, applied: [], tokens: [] });
    expect(said).toContain('create --yes');
  });

  test('with --yes it takes the steps and gives each', async () => {
    const { code, given, said, applied } = await run(['create', '--yes']);
    expect({ code, applied }).toEqual({ code: 0, applied: ['create', 'invite'] });
    expect(given).toBe(
      'create  harbour/reviews-ada-lindqvist\ninvite  harbour/reviews-ada-lindqvist  ada-lindqvist\n',
    );
    expect(said).toContain('Done. Those who were invited must accept.');
  });

  test.each([
    ['y', ['create', 'invite']],
    ['Yes ', ['create', 'invite']],
    ['', []],
    ['n', []],
    ['yellow', []],
  ])('asked at a terminal, %j', async (answer, expected) => {
    const { applied, said } = await run(['create'], { ask: async () => answer });
    expect(applied).toEqual(expected);
    expect(said.includes('Nothing was done.')).toBe(expected.length === 0);
  });

  test('where nothing is missing, nobody is asked', async () => {
    const { code, said } = await run(['create'], { ask: askNobody, plan: { steps: [] } });
    expect(code).toBe(0);
    expect(said).toContain('Nothing is missing.');
  });

  test('broken off, it says how far it came', async () => {
    const { code, given, said } = await run(['create', '--yes'], { breaksAfter: 1 });
    expect(code).toBe(1);
    expect(given).toBe('create  harbour/reviews-ada-lindqvist\n');
    expect(said).toContain('1 of 2 done.');
    expect(said).toContain('GitHub refused it.');
  });

  test('what only a person can put right is a failure', async () => {
    expect((await run(['create', '--yes'], { plan: { problems: ['x is public.'] } })).code).toBe(1);
  });

  test('the token is never shown', async () => {
    for (const args of [['plan'], ['create', '--yes']]) {
      const { given, said } = await run(args);
      expect(`${given}${said}`).not.toContain(secret);
    }
  });
});
