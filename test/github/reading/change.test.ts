import { describe, expect, test } from '@jest/globals';
import { RetryLater } from '../../../src/errors.ts';
import type { ChangeFacts } from '../../../src/evidence/facts.ts';
import { openReading } from '../../../src/github/open.ts';
import type { SubjectAddress } from '../../../src/ports/github.ts';
import {
  adaUser,
  bertilUser,
  commentNode,
  commitNode,
  dependabotUser,
  fileNode,
  homeParts,
  issueNode,
  pullNode,
  reviewNode,
  signature,
  threadNode,
} from './pull.ts';
import { listOf, NotFound, stubGitHub } from './stub.ts';
import type { Answer, Asked, Stub } from './stub.ts';

const address: SubjectAddress = {
  kind: 'change',
  number: 412,
  repository: { installation: 5, id: 7, name: 'harbour/orders' },
};

type World = {
  readonly pull?: object;
  readonly nodes?: Readonly<Record<string, object>>;
  readonly home?: object;
};

/** A GitHub with one repository and one pull request. */
function githubWith({ pull = pullNode(), nodes = {}, home = {} }: World): Stub {
  const root = {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}` !== 'harbour/orders') throw new NotFound('Could not resolve to a Repository');
      return { ...homeParts, pullRequest: pullIn(pull), ...home };
    },
    node: ({ id }: { id: string }) => (id === 'PR_412' ? pull : (nodes[id] ?? null)),
  };
  return stubGitHub({ root });
}

function pullIn(pull: object) {
  return ({ number }: { number: number }) => {
    if (number !== 412) throw new NotFound('Could not resolve to a PullRequest with the number of 413.');
    return pull;
  };
}

async function read(stub: Stub, overrides: Partial<SubjectAddress> = {}): Promise<ChangeFacts> {
  const facts = await openReading(stub.clients).reading.subject({ ...address, ...overrides });
  if (facts?.kind !== 'change') throw new Error('expected a change');
  return facts;
}

const ada = { key: 'github:101', label: 'ada-lindqvist', type: 'user' };
const bertil = { key: 'github:102', label: 'bertil', type: 'user' };
const ghost = { key: 'github:ghost', label: 'ghost', type: 'user' };

describe('a pull request', () => {
  test('becomes facts, whole, by one request', async () => {
    const review = reviewNode('3804004623172239366', bertilUser, 'APPROVED', 'Good plan, but 2n requests?');
    const stub = githubWith({
      pull: pullNode({
        reviews: listOf([review]),
        reviewThreads: listOf([
          threadNode('PRRT_1', 'src/search.go', [
            commentNode('31', bertilUser, 'Why a scan?'),
            commentNode('32', adaUser, 'Index now.'),
          ]),
        ]),
        comments: listOf([commentNode('31', dependabotUser, 'Coverage 81 %')]),
        closingIssuesReferences: listOf([issueNode(77, 'Search is slow', ['incident', 'search'])]),
      }),
    });
    expect(await read(stub)).toEqual({
      kind: 'change',
      key: 'github:7#412',
      repository: { key: 'github:7', name: 'harbour/orders', private: true },
      number: 412,
      commit: 'f'.repeat(40),
      url: 'https://github.com/harbour/orders/pull/412',
      title: 'Search orders by customer',
      body: 'Fixes #77',
      author: ada,
      coAuthors: [],
      assignees: [ada],
      mergedBy: bertil,
      openedAt: '2026-03-02T08:00:00Z',
      mergedAt: '2026-03-03T08:00:00Z',
      base: 'main',
      intoDefaultBranch: true,
      labels: ['search'],
      files: [
        {
          path: 'src/search.go',
          previousPath: null,
          additions: 40,
          deletions: 12,
          binary: false,
          attribute: null,
        },
        {
          path: 'gen/orders.pb.go',
          previousPath: null,
          additions: 900,
          deletions: 0,
          binary: false,
          attribute: 'generated',
        },
      ],
      filesTotal: 2,
      commits: [{ id: 'a'.repeat(40), author: ada, title: 'Search by customer', at: '2026-03-02T09:00:00Z' }],
      reviews: [
        {
          key: 'github:7#412/review/3804004623172239366',
          author: bertil,
          state: 'approved',
          body: 'Good plan, but 2n requests?',
          at: '2026-03-02T11:00:00Z',
          url: 'https://github.com/harbour/orders/pull/412#pullrequestreview-3804004623172239366',
        },
      ],
      threads: [
        {
          key: 'github:7#412/thread/PRRT_1',
          path: 'src/search.go',
          resolved: true,
          outdated: false,
          comments: [
            {
              key: 'github:7#412/review-comment/31',
              author: bertil,
              body: 'Why a scan?',
              at: '2026-03-02T10:00:00Z',
              url: 'https://github.com/harbour/orders/pull/412#comment-31',
            },
            {
              key: 'github:7#412/review-comment/32',
              author: ada,
              body: 'Index now.',
              at: '2026-03-02T10:00:00Z',
              url: 'https://github.com/harbour/orders/pull/412#comment-32',
            },
          ],
        },
      ],
      comments: [
        {
          key: 'github:7#412/comment/31',
          author: { key: 'github:49699333', label: 'dependabot[bot]', type: 'bot' },
          body: 'Coverage 81 %',
          at: '2026-03-02T10:00:00Z',
          url: 'https://github.com/harbour/orders/pull/412#comment-31',
        },
      ],
      closes: [
        {
          key: 'github:7#77',
          number: 77,
          title: 'Search is slow',
          labels: ['incident', 'search'],
          url: 'https://github.com/harbour/orders/issues/77',
        },
      ],
    });
    expect(stub.asked).toHaveLength(1);
    expect(stub.tokensAsked).toHaveLength(1);
  });

  test('whose people left keeps their words under the name of nobody', async () => {
    const facts = await read(
      githubWith({
        pull: pullNode({
          author: null,
          mergedBy: null,
          comments: listOf([commentNode('1', null, 'Bye')]),
          reviews: listOf([reviewNode('2', null, 'COMMENTED', 'Fine')]),
          commits: listOf([commitNode('b'.repeat(40), 'One')]),
        }),
      }),
    );
    expect([
      facts.author,
      facts.mergedBy,
      facts.comments[0]?.author,
      facts.reviews[0]?.author,
      facts.commits[0]?.author,
    ]).toEqual(Array.from({ length: 5 }, () => ghost));
  });

  test('that is not merged has neither a merge time nor a merger', async () => {
    const facts = await read(
      githubWith({ pull: pullNode({ mergedAt: null, mergedBy: null, mergeCommit: null }) }),
    );
    expect([facts.mergedAt, facts.mergedBy, facts.commit]).toEqual([null, null, null]);
  });

  test.each([
    ['main', { name: 'main' }, true],
    ['release/4.2', { name: 'main' }, false],
    ['main', null, false],
  ])('into %s of a repository with the default branch %j', async (base, defaultBranchRef, expected) => {
    const stub = githubWith({ pull: pullNode({ baseRefName: base }), home: { defaultBranchRef } });
    expect((await read(stub)).intoDefaultBranch).toBe(expected);
  });

  test.each([
    ['APPROVED', ['approved']],
    ['CHANGES_REQUESTED', ['changes_requested']],
    ['COMMENTED', ['commented']],
    ['DISMISSED', ['dismissed']],
    ['PENDING', []],
  ])('with a review that is %s', async (state, expected) => {
    const stub = githubWith({ pull: pullNode({ reviews: listOf([reviewNode('9', bertilUser, state)]) }) });
    expect((await read(stub)).reviews.map((review) => review.state)).toEqual(expected);
  });

  test('keeps every character that was written', async () => {
    const body = 'a\r\n\t\u200B\u0000 \u{1F600} <!-- hidden --> 7n \u202E';
    const stub = githubWith({ pull: pullNode({ body, title: '12n' }) });
    expect(await read(stub)).toMatchObject({ body, title: '12n' });
  });

  test('leaves out what GitHub does not show, such as an issue in a hidden repository', async () => {
    const closes = () => ({
      nodes: [null, issueNode(77, 'Seen', [])],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    const facts = await read(
      githubWith({ pull: pullNode({ closingIssuesReferences: closes, files: () => null }) }),
    );
    expect(facts.closes.map((issue) => issue.number)).toEqual([77]);
    expect(facts.files).toEqual([]);
  });
});

describe('what is longer than a page arrives whole', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

  test('files, commits, comments, reviews, labels and threads, by one more request for each further page', async () => {
    const files = numbers(250).map((n) => fileNode(`src/file-${n}.go`));
    const commits = numbers(60).map((n) =>
      commitNode(
        n.toString(16).padStart(40, '0'),
        `Step ${n}`,
        signature('Ada', 'ada@harbour.example', adaUser),
      ),
    );
    const long = numbers(55).map((n) => commentNode(`${500 + n}`, bertilUser, `line ${n}`));
    const threads = numbers(51).map((n) =>
      threadNode(`PRRT_${n}`, 'src/a.go', n === 50 ? long : [commentNode(`${n}`, adaUser, 'x')]),
    );
    const labels = numbers(51).map((n) => ({ name: `label-${n}` }));
    const pull = pullNode({
      changedFiles: 250,
      files: listOf(files),
      commits: listOf(commits),
      labels: listOf(labels),
      reviews: listOf(numbers(110).map((n) => reviewNode(`${n}`, bertilUser, 'COMMENTED', `${n}`))),
      comments: listOf(numbers(101).map((n) => commentNode(`${n}`, adaUser, `comment ${n}`))),
      reviewThreads: listOf(threads),
    });
    const stub = githubWith({ pull, nodes: { PRRT_50: threads[50] ?? {} } });
    const facts = await read(stub);
    expect(facts.files.map((file) => file.path)).toEqual(files.map((file) => file.path));
    expect(facts.commits.map((commit) => commit.title)).toEqual(numbers(60).map((n) => `Step ${n}`));
    expect(facts.labels).toEqual(labels.map((label) => label.name));
    expect(facts.reviews.map((review) => review.body)).toEqual(numbers(110).map(String));
    expect(facts.comments.map((comment) => comment.body)).toEqual(numbers(101).map((n) => `comment ${n}`));
    expect(facts.threads).toHaveLength(51);
    expect(facts.threads[50]?.comments.map((comment) => comment.body)).toEqual(
      numbers(55).map((n) => `line ${n}`),
    );
    // The subject, two pages of files, and one each of commits, labels, reviews, comments, threads and the long thread.
    expect(stub.asked).toHaveLength(1 + 2 + 6);
  });

  test('labels of a closed issue', async () => {
    const issue = issueNode(
      77,
      'Many labels',
      numbers(30).map((n) => `l${n}`),
    );
    const stub = githubWith({
      pull: pullNode({ closingIssuesReferences: listOf([issue]) }),
      nodes: { I_77: issue },
    });
    expect((await read(stub)).closes[0]?.labels).toHaveLength(30);
  });

  test('a list that vanishes or stands still while it is read is read again later', async () => {
    const still = () => ({ nodes: [fileNode('a.go')], pageInfo: { hasNextPage: true, endCursor: 'same' } });
    await expect(read(githubWith({ pull: pullNode({ files: still }) }))).rejects.toBeInstanceOf(RetryLater);
    const gone = threadNode(
      'PRRT_9',
      'a.go',
      numbers(60).map((n) => commentNode(`${n}`, adaUser, 'x')),
    );
    const stub = githubWith({ pull: pullNode({ reviewThreads: listOf([gone]) }) });
    await expect(read(stub)).rejects.toBeInstanceOf(RetryLater);
  });
});

describe('who wrote it together', () => {
  const adaSigns = signature('Ada', 'ada@harbour.example', adaUser);
  const bertilSigns = signature('Bertil', 'bertil@harbour.example', bertilUser);
  const id = 'c'.repeat(40);

  test.each([
    ['nobody else', [commitNode(id, 'One', adaSigns)], []],
    [
      'the author of another commit',
      [commitNode(id, 'One', adaSigns), commitNode(id, 'Two', bertilSigns)],
      ['github:102'],
    ],
    [
      'somebody GitHub recognised in the message',
      [commitNode(id, 'One\n\nCo-authored-by: Bertil <bertil@harbour.example>', adaSigns, bertilSigns)],
      ['github:102'],
    ],
    [
      'somebody beyond those whom GitHub lists, by the address it knows',
      [
        commitNode(id, 'One', bertilSigns),
        commitNode(id, 'Two\n\nCo-authored-by: B <Bertil@Harbour.example>', adaSigns),
      ],
      ['github:102'],
    ],
    [
      'an account by its GitHub address',
      [commitNode(id, 'One\n\nco-authored-by: Octo <583231+octocat@users.noreply.github.com>\n', adaSigns)],
      ['github:583231'],
    ],
    [
      'a bot by its GitHub address',
      [
        commitNode(
          id,
          'One',
          adaSigns,
          signature('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'),
        ),
      ],
      ['github:49699333'],
    ],
    [
      'an agent by its address',
      [commitNode(id, 'One\n\nCo-Authored-By: Claude <noreply@anthropic.com>', adaSigns)],
      ['mail:noreply@anthropic.com'],
    ],
    [
      'whoever wrote a branch that was merged in: not here',
      [commitNode(id, "Merge branch 'main' into search", bertilSigns)],
      [],
    ],
    ['a trailer that names nobody', [commitNode(id, 'One\n\nCo-authored-by: somebody', adaSigns)], []],
    [
      'words in the middle of a line',
      [commitNode(id, 'One\n\nIs Co-authored-by: Bertil <bertil@harbour.example> needed?', adaSigns)],
      [],
    ],
  ])('%s', async (_, commits, expected) => {
    const facts = await read(githubWith({ pull: pullNode({ commits: listOf(commits) }) }));
    expect(facts.coAuthors.map((person) => person.key)).toEqual(expected);
  });

  test('those named by a squash, but not who pressed the button', async () => {
    const message = 'Search (#412)\n\nCo-authored-by: Octo <583231+octocat@users.noreply.github.com>';
    const mergeCommit = { oid: id, message, authors: listOf([bertilSigns]) };
    const facts = await read(githubWith({ pull: pullNode({ mergeCommit }) }));
    expect(facts.coAuthors).toEqual([{ key: 'github:583231', label: 'octocat', type: 'user' }]);
  });
});

describe('a pull request that is somewhere else now', () => {
  const moved: SubjectAddress = {
    ...address,
    repository: { ...address.repository, name: 'harbour/old-name' },
  };

  function withRepositories(
    byId: Readonly<Record<string, string>>,
    homes: Readonly<Record<string, number>>,
  ): Stub {
    const root = {
      repository: ({ owner, name }: { owner: string; name: string }) => {
        const databaseId = homes[`${owner}/${name}`];
        if (databaseId === undefined) throw new NotFound('Could not resolve to a Repository');
        return {
          ...homeParts,
          databaseId,
          nameWithOwner: `${owner}/${name}`,
          pullRequest: pullIn(pullNode()),
        };
      },
    };
    const rest = ({ url }: Asked): Answer | null => {
      const name = byId[url.pathname];
      return name === undefined
        ? null
        : { json: { id: 7, full_name: name, private: true, visibility: 'private', archived: false } };
    };
    return stubGitHub({ root, rest });
  }

  test('is found by the id of its repository when the name is gone', async () => {
    const stub = withRepositories({ '/repositories/7': 'harbour/orders' }, { 'harbour/orders': 7 });
    expect(await read(stub, moved)).toMatchObject({
      key: 'github:7#412',
      repository: { name: 'harbour/orders' },
    });
    expect(stub.asked).toHaveLength(3);
  });

  test('is not mistaken for one of a new repository under the old name', async () => {
    const stub = withRepositories(
      { '/repositories/7': 'harbour/orders' },
      { 'harbour/orders': 7, 'harbour/old-name': 8 },
    );
    expect(await read(stub, moved)).toMatchObject({ key: 'github:7#412' });
  });

  test.each([
    ['the repository is gone', {}, {}],
    ['the name is another repository’s and the old one is gone', {}, { 'harbour/old-name': 8 }],
  ])('is nothing where %s', async (_, byId, homes) => {
    const { reading } = openReading(withRepositories(byId, homes).clients);
    expect(await reading.subject(moved)).toBeNull();
  });

  test('is nothing where the repository is there and the pull request is not', async () => {
    const stub = withRepositories({ '/repositories/7': 'harbour/orders' }, { 'harbour/orders': 7 });
    expect(await openReading(stub.clients).reading.subject({ ...address, number: 413 })).toBeNull();
  });
});

describe('an answer that cannot be used', () => {
  function answering(answer: Answer): Promise<ChangeFacts> {
    return read(stubGitHub({ rest: ({ url }) => (url.pathname === '/graphql' ? answer : null) }));
  }

  test.each([
    [
      'a part of the data',
      {
        data: { repository: null },
        errors: [{ message: 'Something went wrong while executing your query.' }],
      },
    ],
    ['neither data nor errors', { message: 'You have exceeded a secondary rate limit.' }],
  ])('%s: read again later', async (_, json) => {
    await expect(answering({ json })).rejects.toBeInstanceOf(RetryLater);
  });

  test('of another kind: the place is named, the text is not', async () => {
    const odd = { data: { repository: { databaseId: 'secret text', nameWithOwner: 5, isPrivate: true } } };
    await expect(answering({ json: odd })).rejects.toMatchObject({
      name: 'GiveUp',
      reason: expect.stringMatching(
        /^(?!.*secret).*harbour\/orders#412; at repository\.databaseId, repository\.nameWithOwner/u,
      ),
    });
  });
});
