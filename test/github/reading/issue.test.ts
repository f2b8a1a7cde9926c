import { describe, expect, test } from '@jest/globals';
import type { IssueFacts } from '../../../src/evidence/facts.ts';
import { openReading } from '../../../src/github/open.ts';
import type { SubjectAddress } from '../../../src/ports/github.ts';
import { adaUser, bertilUser, commentNode, commitNode, homeParts, signature } from './pull.ts';
import { listOf, stubGitHub } from './stub.ts';
import type { Stub } from './stub.ts';

const address: SubjectAddress = {
  kind: 'issue',
  number: 77,
  repository: { installation: 5, id: 7, name: 'harbour/orders' },
};

function mention(number: number, createdAt: string, mergedAt: string | null = null) {
  return {
    __typename: 'PullRequest',
    number,
    title: `Change ${number}`,
    url: `https://github.com/harbour/orders/pull/${number}`,
    createdAt,
    mergedAt,
    author: bertilUser,
    repository: { databaseId: 7, nameWithOwner: 'harbour/orders' },
    assignees: listOf([]),
    labels: listOf([]),
    commits: listOf([]),
    mergeCommit: null,
  };
}

function mentioning(number: number, overrides: object = {}) {
  return {
    __typename: 'Issue',
    number,
    title: `Issue ${number}`,
    body: 'See #77.',
    url: `https://github.com/harbour/orders/issues/${number}`,
    createdAt: `2026-03-0${number % 10}T00:00:00Z`,
    closedAt: '2026-04-01T00:00:00Z',
    stateReason: 'COMPLETED',
    author: bertilUser,
    repository: { databaseId: 7 },
    assignees: listOf([adaUser]),
    labels: listOf([{ name: 'follow-up' }]),
    timelineItems: lastOf([closed(bertilUser)]),
    ...overrides,
  };
}

/** Of a list that is asked for its end. */
function lastOf(items: readonly unknown[]) {
  return ({ last }: { readonly last: number }) => listOf(items.slice(-last))({ first: 1 });
}

function referenced(source: object, willCloseTarget = false) {
  return { __typename: 'CrossReferencedEvent', willCloseTarget, source };
}

function refuse(type: string, message: string): () => never {
  return () => {
    throw Object.assign(new Error(message), { extensions: type === '' ? {} : { type } });
  };
}

function closed(actor: object | null, closer: object | null = null) {
  return { __typename: 'ClosedEvent', actor, closer };
}

function duplicateIfAsked({ enableDuplicate }: { readonly enableDuplicate: boolean }): string {
  return enableDuplicate ? 'DUPLICATE' : 'NOT_PLANNED';
}

function issueWith(overrides: object = {}): Stub {
  const issue = {
    __typename: 'Issue',
    id: 'I_77',
    number: 77,
    url: 'https://github.com/harbour/orders/issues/77',
    title: 'Checkout is down',
    body: '## Impact',
    createdAt: '2026-03-01T03:00:00Z',
    closedAt: '2026-03-01T05:00:00Z',
    stateReason: 'COMPLETED',
    author: bertilUser,
    assignees: listOf([adaUser]),
    labels: listOf([{ name: 'incident' }]),
    comments: listOf([commentNode('1', adaUser, 'Rolled back at 03:40')]),
    timelineItems: listOf([closed(adaUser)]),
    closedByPullRequestsReferences: listOf([]),
    ...overrides,
  };
  const root = { repository: () => ({ ...homeParts, issue: () => issue }), node: () => issue };
  return stubGitHub({ root });
}

function trailer(name: string, id: number): string {
  return `Co-authored-by: ${name} <${id}+${name}@users.noreply.github.com>`;
}

async function read(stub: Stub): Promise<IssueFacts> {
  const facts = await openReading(stub.clients).reading.subject(address);
  if (facts?.kind !== 'issue') throw new Error('expected an issue');
  return facts;
}

const ada = { key: 'github:101', label: 'ada-lindqvist', type: 'user' };
const bertil = { key: 'github:102', label: 'bertil', type: 'user' };
const ghost = { key: 'github:ghost', label: 'ghost', type: 'user' };

describe('an issue', () => {
  test('becomes facts, whole, by one request', async () => {
    const closer = mention(412, '2026-03-01T04:00:00Z', '2026-03-01T04:30:00Z');
    const stub = issueWith({
      timelineItems: listOf([referenced(closer, true), closed(adaUser)]),
      closedByPullRequestsReferences: listOf([closer]),
    });
    expect(await read(stub)).toEqual({
      kind: 'issue',
      key: 'github:7#77',
      repository: { key: 'github:7', name: 'harbour/orders', private: true },
      number: 77,
      url: 'https://github.com/harbour/orders/issues/77',
      title: 'Checkout is down',
      body: '## Impact',
      author: bertil,
      assignees: [ada],
      openedAt: '2026-03-01T03:00:00Z',
      closedAt: '2026-03-01T05:00:00Z',
      closedBy: ada,
      stateReason: 'completed',
      labels: ['incident'],
      comments: [
        {
          key: 'github:7#77/comment/1',
          author: ada,
          body: 'Rolled back at 03:40',
          at: '2026-03-02T10:00:00Z',
          url: 'https://github.com/harbour/orders/pull/412#comment-1',
        },
      ],
      linked: [
        {
          key: 'github:7#412',
          number: 412,
          repository: 'harbour/orders',
          title: 'Change 412',
          author: bertil,
          coAuthors: [],
          assignees: [],
          labels: [],
          mergedAt: '2026-03-01T04:30:00Z',
          closes: true,
          url: 'https://github.com/harbour/orders/pull/412',
        },
      ],
      mentionedIn: [],
    });
    expect(stub.asked).toHaveLength(1);
  });

  test.each<[string, object, unknown]>([
    ['completed', {}, 'completed'],
    ['not planned', { stateReason: 'NOT_PLANNED' }, 'not_planned'],
    ['a duplicate, which GitHub tells only whoever asks', { stateReason: duplicateIfAsked }, 'duplicate'],
    ['open again', { closedAt: null, stateReason: 'REOPENED' }, null],
    ['for no reason that is known', { stateReason: null }, null],
  ])('closed: %s', async (_, overrides, expected) => {
    expect((await read(issueWith(overrides))).stateReason).toBe(expected);
  });

  test.each<[string, object, unknown]>([
    ['open again', { closedAt: null, timelineItems: listOf([closed(adaUser)]) }, null],
    ['closed twice: by the last', { timelineItems: listOf([closed(adaUser), closed(bertilUser)]) }, bertil],
    ['closed by somebody who is gone', { timelineItems: listOf([closed(null)]) }, ghost],
    ['closed, nobody knows by whom', { timelineItems: listOf([]) }, null],
  ])('%s', async (_, overrides, expected) => {
    expect((await read(issueWith(overrides))).closedBy).toEqual(expected);
  });

  test('links each pull request once, oldest first', async () => {
    const young = mention(500, '2026-03-05T00:00:00Z');
    const old = mention(400, '2026-02-01T00:00:00Z');
    const closer = mention(450, '2026-03-01T00:00:00Z');
    const facts = await read(
      issueWith({
        timelineItems: listOf([
          referenced(young),
          referenced(mentioning(92)),
          referenced(young),
          referenced(closer),
          referenced(old, true),
          referenced(old),
        ]),
        closedByPullRequestsReferences: listOf([closer]),
      }),
    );
    expect(facts.linked.map(({ number, closes }) => [number, closes])).toEqual([
      [400, true],
      [450, true],
      [500, false],
    ]);
  });

  test('keeps the issues that mention it once, oldest first, with who closed them', async () => {
    const byMerge = closed(bertilUser, { __typename: 'PullRequest', author: adaUser });
    const facts = await read(
      issueWith({
        timelineItems: listOf([
          referenced(mentioning(95, { timelineItems: lastOf([closed(adaUser), byMerge]) })),
          referenced(mentioning(91)),
          referenced(mentioning(91)),
          referenced(mentioning(92, { closedAt: null, stateReason: null })),
          referenced(mentioning(77)),
        ]),
      }),
    );
    expect(facts.mentionedIn.map(({ number, closedBy }) => [number, closedBy])).toEqual([
      [91, bertil],
      [92, null],
      [95, ada],
    ]);
    expect(facts.mentionedIn[0]).toEqual({
      key: 'github:7#91',
      number: 91,
      title: 'Issue 91',
      body: 'See #77.',
      labels: ['follow-up'],
      author: bertil,
      assignees: [ada],
      closedAt: '2026-04-01T00:00:00Z',
      closedBy: bertil,
      stateReason: 'completed',
      url: 'https://github.com/harbour/orders/issues/91',
    });
    expect(facts.linked).toEqual([]);
  });

  test('keeps nothing of an issue in another repository', async () => {
    const elsewhere = mentioning(12, { title: 'Takeover of a merchant', repository: { databaseId: 9 } });
    const facts = await read(issueWith({ timelineItems: listOf([referenced(elsewhere)]) }));
    expect(facts.mentionedIn).toEqual([]);
  });

  test('keeps the beginning of a long text that mentions it, and no half of a character', async () => {
    const body = `${'x'.repeat(3_999)}😀 and so on`;
    const facts = await read(issueWith({ timelineItems: listOf([referenced(mentioning(91, { body }))]) }));
    expect(facts.mentionedIn[0]?.body).toBe(`${'x'.repeat(3_999)}\uFFFD`);
  });

  test('knows who wrote what is linked to it', async () => {
    const agent = { __typename: 'Bot', login: 'copilot-swe-agent', databaseId: 198982749 };
    const change = {
      ...mention(412, '2026-03-01T04:00:00Z', '2026-03-01T04:30:00Z'),
      author: agent,
      assignees: listOf([adaUser]),
      labels: listOf([{ name: 'hotfix' }]),
      commits: listOf([
        commitNode(
          'a'.repeat(40),
          `Refuse\n\n${trailer('jun', 104)}`,
          signature('Ada', 'a@b.example', adaUser),
        ),
        commitNode('b'.repeat(40), `Apply suggestions from code review\n\n${trailer('priya', 103)}`),
      ]),
      mergeCommit: { message: `Refuse (#412)\n\n${trailer('priya', 103)}\n${trailer('bertil', 102)}` },
    };
    const facts = await read(issueWith({ closedByPullRequestsReferences: listOf([change]) }));
    expect(facts.linked[0]).toMatchObject({
      author: { label: 'copilot-swe-agent[bot]', type: 'bot' },
      assignees: [ada],
      labels: ['hotfix'],
    });
    // A reviewer whose suggestion was applied wrote nothing, even where the merge repeats the name.
    expect(facts.linked[0]?.coAuthors.map(({ label }) => label)).toEqual(['ada-lindqvist', 'jun', 'bertil']);
  });

  test.each([
    [
      'behind the IP allow list of another organisation',
      'FORBIDDEN',
      'the `cove` organization has an IP allow list enabled',
    ],
    ['that is gone', 'NOT_FOUND', 'Could not resolve to a node'],
  ])('leaves out a mention %s', async (_, type, message) => {
    const hidden = { ...referenced({}), source: refuse(type, message) };
    const stub = issueWith({
      timelineItems: listOf([hidden, referenced(mention(412, '2026-03-01T04:00:00Z'))]),
    });
    expect((await read(stub)).linked.map(({ number }) => number)).toEqual([412]);
    expect(stub.asked).toHaveLength(1);
  });

  test.each([
    ['what the app lacks a permission for', 'FORBIDDEN', 'Resource not accessible by integration', 'GiveUp'],
    [
      'what GitHub was not able to read in time',
      '',
      'Something went wrong while executing your query',
      'RetryLater',
    ],
  ])('is not read without %s', async (_, type, message, name) => {
    const stub = issueWith({ timelineItems: listOf([{ ...referenced({}), source: refuse(type, message) }]) });
    await expect(read(stub)).rejects.toMatchObject({ name });
  });

  test('with more than a page of everything arrives whole', async () => {
    const many = Array.from({ length: 130 }, (_, index) => index + 1);
    const stub = issueWith({
      comments: listOf(many.map((n) => commentNode(`${n}`, adaUser, `comment ${n}`))),
      timelineItems: listOf(many.map((n) => referenced(mention(n, '2026-03-05T00:00:00Z')))),
      closedByPullRequestsReferences: listOf(
        many.slice(0, 60).map((n) => mention(n, '2026-03-05T00:00:00Z')),
      ),
      assignees: listOf(many.slice(0, 25).map((n) => ({ ...adaUser, databaseId: n }))),
    });
    const facts = await read(stub);
    expect(facts.comments).toHaveLength(130);
    expect(facts.linked).toHaveLength(130);
    expect(facts.linked.filter(({ closes }) => closes)).toHaveLength(60);
    expect(facts.assignees).toHaveLength(25);
    // Each mention has lists of its own, so the pages of mentions are short: 18 and then 24, closers 10 and then 45.
    expect(stub.asked).toHaveLength(1 + 1 + 1 + 5 + 2);
  });
});
