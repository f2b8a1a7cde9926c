import { describe, expect, test } from '@jest/globals';
import { RetryLater } from '../../../src/errors.ts';
import type { ChangeFacts } from '../../../src/evidence/facts.ts';
import { openReading } from '../../../src/github/open.ts';
import type { SubjectAddress } from '../../../src/ports/github.ts';
import { homeParts, pullNode } from './pull.ts';
import { address, pullIn, read } from './pull-world.ts';
import { NotFound, stubGitHub } from './stub.ts';
import type { Answer, Asked, Stub } from './stub.ts';

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

function answering(answer: Answer): Promise<ChangeFacts> {
  return read(stubGitHub({ rest: ({ url }) => (url.pathname === '/graphql' ? answer : null) }));
}

describe('a pull request that is somewhere else now', () => {
  const moved: SubjectAddress = {
    ...address,
    repository: { ...address.repository, name: 'harbour/old-name' },
  };

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
