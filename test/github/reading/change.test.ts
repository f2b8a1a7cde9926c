import { describe, expect, test } from '@jest/globals';
import {
  adaUser,
  bertilUser,
  commentNode,
  commitNode,
  dependabotUser,
  issueNode,
  pullNode,
  reviewNode,
  signature,
  threadNode,
} from './pull.ts';
import { githubWith, read } from './pull-world.ts';
import { listOf } from './stub.ts';

const ada = { key: 'github:101', label: 'ada-lindqvist', type: 'user' };
const bertil = { key: 'github:102', label: 'bertil', type: 'user' };
const ghost = { key: 'github:ghost', label: 'ghost', type: 'user' };

function withHidden() {
  return { nodes: [null, issueNode(77, 'Seen', [])], pageInfo: { hasNextPage: false, endCursor: null } };
}

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
      head: 'search-by-customer',
      intoDefaultBranch: true,
      arrived: null,
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
          resolvedBy: ada,
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
          author: bertil,
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

  test('tells every moment in UTC', async () => {
    const facts = await read(githubWith({ pull: pullNode({ createdAt: '2026-03-02T09:00:00+01:00' }) }));
    expect(facts.openedAt).toBe('2026-03-02T08:00:00.000Z');
  });

  test('keeps every character that was written', async () => {
    const body = 'a\r\n\t\u200B\u0000 \u{1F600} <!-- hidden --> 7n \u202E';
    const stub = githubWith({ pull: pullNode({ body, title: '12n' }) });
    expect(await read(stub)).toMatchObject({ body, title: '12n' });
  });

  test('keeps only the number of an issue that stands in another repository', async () => {
    const elsewhere = {
      ...issueNode(12, 'Takeover of a merchant', ['incident']),
      repository: { databaseId: 9 },
    };
    const facts = await read(
      githubWith({ pull: pullNode({ closingIssuesReferences: listOf([elsewhere]) }) }),
    );
    expect(facts.closes).toMatchObject([
      { key: 'github:9#12', number: 12, title: '', labels: [], author: null },
    ]);
  });

  test('leaves out what GitHub does not show, such as an issue in a hidden repository', async () => {
    const facts = await read(
      githubWith({ pull: pullNode({ closingIssuesReferences: withHidden, files: () => null }) }),
    );
    expect(facts.closes.map((issue) => issue.number)).toEqual([77]);
    expect(facts.files).toEqual([]);
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
