import { describe, expect, test } from '@jest/globals';
import { openReading } from '../../../src/github/open.ts';
import { listOf, NotFound, stubGitHub } from './stub.ts';
import type { Answer, Asked, Stub } from './stub.ts';

const ada = { databaseId: 101, login: 'ada-lindqvist' };
const bertil = { databaseId: 102, login: 'bertil' };

function restRepository(id: number, name: string, overrides: object = {}) {
  return {
    id,
    full_name: `harbour/${name}`,
    private: true,
    visibility: 'private',
    archived: false,
    ...overrides,
  };
}

const repositories = [
  restRepository(7, 'orders'),
  restRepository(8, 'site', { private: false, visibility: 'public' }),
  restRepository(9, 'tools', { visibility: 'internal', archived: true }),
  // An older server tells no more than this.
  restRepository(10, 'old', { visibility: undefined, private: false }),
];

type World = {
  readonly root: object;
  readonly repositories?: readonly object[];
  readonly owners?: readonly object[];
};

/** Answers in pages of `per_page`, with a link to the next, as GitHub does: by another way of writing the address. */
function paged(all: readonly unknown[], { url }: Asked, wrap: (page: readonly unknown[]) => unknown): Answer {
  const [size, page] = [
    Number(url.searchParams.get('per_page')),
    Number(url.searchParams.get('page') ?? '1'),
  ];
  const link = `<https://elsewhere.example/organizations/1/x?per_page=${size}&page=${page + 1}>; rel="next", <https://x.example?page=99>; rel="last"`;
  return {
    json: wrap(all.slice((page - 1) * size, page * size)),
    headers: page * size < all.length ? { link } : {},
  };
}

function github({
  root,
  repositories: found = repositories,
  owners = [{ id: 101, login: 'ada-lindqvist' }],
}: World): Stub {
  return stubGitHub({
    root,
    rest: (asked) => {
      const { pathname, searchParams } = asked.url;
      if (pathname === '/installation/repositories')
        return paged(found, asked, (page) => ({ total_count: found.length, repositories: page }));
      if (pathname === '/orgs/harbour/members' && searchParams.get('role') === 'admin')
        return paged(owners, asked, (page) => page);
      return null;
    },
  });
}

function team(slug: string, members: readonly object[]) {
  return {
    __typename: 'Team',
    id: `T_${slug}`,
    slug,
    name: slug.toUpperCase(),
    members: ({ membership, ...rest }: { membership: string; first: number }) =>
      listOf(membership === 'ALL' ? members : [])(rest),
  };
}

function organization(teams: readonly object[], members: readonly object[]) {
  return { __typename: 'Organization', id: 'O_1', teams: listOf(teams), membersWithRole: listOf(members) };
}

function gone(): never {
  throw new NotFound('Could not resolve it');
}

const read = (stub: Stub) => openReading(stub.clients).reading.organisation(5, 'harbour');

describe('an organisation', () => {
  test('is read by three requests', async () => {
    const stub = github({
      root: { organization: organization([team('core', [ada, bertil])], [ada, bertil]) },
    });
    const people = [
      { id: 101, login: 'ada-lindqvist' },
      { id: 102, login: 'bertil' },
    ];
    expect(await read(stub)).toEqual({
      repositories: [
        { id: 7, name: 'harbour/orders', visibility: 'private', archived: false },
        { id: 8, name: 'harbour/site', visibility: 'public', archived: false },
        { id: 9, name: 'harbour/tools', visibility: 'internal', archived: true },
        { id: 10, name: 'harbour/old', visibility: 'public', archived: false },
      ],
      teams: [{ slug: 'core', name: 'CORE', members: people }],
      owners: [{ id: 101, login: 'ada-lindqvist' }],
      members: people,
    });
    expect(stub.asked).toHaveLength(3);
  });

  test('of any size arrives whole, and nothing is asked of another host', async () => {
    const many = Array.from({ length: 230 }, (_, index) => ({
      databaseId: index + 1,
      login: `person-${index + 1}`,
    }));
    const teams = Array.from({ length: 60 }, (_, index) => team(`team-${index}`, index === 0 ? many : [ada]));
    const whole = organization(teams, many);
    const nodes: Readonly<Record<string, object | undefined>> = { O_1: whole, 'T_team-0': teams[0] };
    const stub = github({
      root: { organization: whole, node: ({ id }: { id: string }) => nodes[id] ?? null },
      repositories: many.map((_, index) => restRepository(index + 1, `r${index}`)),
      owners: many.slice(0, 101).map(({ databaseId, login }) => ({ id: databaseId, login })),
    });
    const { repositories: found, teams: all, members, owners } = await read(stub);
    expect([found.length, all.length, all[0]?.members.length, members.length, owners.length]).toEqual([
      230, 60, 230, 230, 101,
    ]);
    // Repositories 3, teams 2, the large team 2 more, members 2 more, owners 2.
    expect(stub.asked).toHaveLength(3 + 2 + 2 + 2 + 2);
    expect(new Set(stub.asked.map(({ url }) => url.host))).toEqual(new Set(['api.github.com']));
  });

  test('that is a person has no teams and one owner', async () => {
    const root = {
      organization: gone,
      user: { __typename: 'User', ...ada },
    };
    const person = [{ id: 101, login: 'ada-lindqvist' }];
    expect(await read(github({ root }))).toMatchObject({ teams: [], owners: person, members: person });
  });

  test('that is gone is told so', async () => {
    await expect(read(github({ root: { organization: gone, user: gone } }))).rejects.toMatchObject({
      name: 'GiveUp',
      reason: expect.stringContaining('harbour'),
    });
  });

  test('whose list goes in circles is read again later', async () => {
    const stub = stubGitHub({
      rest: () => ({
        json: { repositories: [] },
        headers: { link: '<https://api.github.com/x?page=2>; rel="next"' },
      }),
    });
    await expect(read(stub)).rejects.toMatchObject({ name: 'RetryLater' });
    expect(stub.asked).toHaveLength(2);
  });
});

describe('the rules of an account', () => {
  const home = { databaseId: 3, nameWithOwner: 'harbour/.github', visibility: 'INTERNAL', isArchived: false };
  const repository = { id: 3, name: 'harbour/.github', visibility: 'internal', archived: false };

  async function rulesWith(files: Readonly<Record<string, string | null>>) {
    const found = {
      ...home,
      url: 'https://github.com/harbour/.github',
      defaultBranchRef: { name: 'main' },
      object: ({ expression }: { expression: string }) =>
        expression in files ? { __typename: 'Blob', text: files[expression] } : null,
    };
    const stub = stubGitHub({
      root: { repository: ({ name }: { name: string }) => (name === '.github' ? found : null) },
    });
    const rules = await openReading(stub.clients).reading.rulesFile(5, 'harbour');
    return { rules, requests: stub.asked.length };
  }

  test.each<[string, Readonly<Record<string, string | null>>, object]>([
    [
      'in their folder',
      { 'HEAD:.github/groundwork.yml': 'mode: live\n' },
      {
        kind: 'file',
        repository,
        text: 'mode: live\n',
        url: 'https://github.com/harbour/.github/blob/main/.github/groundwork.yml',
      },
    ],
    [
      'at the root',
      { 'HEAD:groundwork.yml': 'mode: live\n' },
      {
        kind: 'file',
        repository,
        text: 'mode: live\n',
        url: 'https://github.com/harbour/.github/blob/main/groundwork.yml',
      },
    ],
    [
      'in both places: the folder counts',
      { 'HEAD:.github/groundwork.yml': 'a: 1', 'HEAD:groundwork.yml': 'b: 2' },
      { kind: 'file', text: 'a: 1' },
    ],
    ['empty', { 'HEAD:.github/groundwork.yml': '' }, { kind: 'file', text: '' }],
    [
      'saved as something that is no text',
      { 'HEAD:.github/groundwork.yml': null },
      { kind: 'file', text: '\uFFFD' },
    ],
    ['nowhere', {}, { kind: 'no-file', repository }],
  ])('%s', async (_, files, expected) => {
    const { rules, requests } = await rulesWith(files);
    expect(rules).toMatchObject(expected);
    expect(requests).toBe(1);
  });

  test('without their repository', async () => {
    const root = {
      repository: gone,
    };
    const { reading } = openReading(stubGitHub({ root }).clients);
    expect(await reading.rulesFile(5, 'harbour')).toEqual({ kind: 'no-repository' });
  });
});
