import { describe, expect, test } from '@jest/globals';
import { openReading } from '../../../src/github/open.ts';
import type { RepositoryAddress } from '../../../src/ports/github.ts';
import { listOf, NotFound, stubGitHub } from './stub.ts';

const address: RepositoryAddress = { installation: 5, id: 7, name: 'harbour/orders' };

/** Touched one per hour, the newest first, back from noon of 1 March. */
function touched(count: number, firstNumber: number) {
  const noon = Date.parse('2026-03-01T12:00:00Z');
  return Array.from({ length: count }, (_, index) => ({
    number: firstNumber - index,
    updatedAt: new Date(noon - index * 3_600_000).toISOString(),
  }));
}

type Wanted = { readonly states?: readonly string[]; readonly orderBy: object; readonly first: number };

/** A list that refuses to be read in any other order or of any other state. */
function ordered(items: readonly object[], states: string | null) {
  return (given: Wanted) => {
    expect(given.orderBy).toEqual({ field: 'UPDATED_AT', direction: 'DESC' });
    expect(given.states ?? null).toEqual(states === null ? null : [states]);
    return listOf(items)(given);
  };
}

function still() {
  const nodes = [{ number: 1, updatedAt: '2026-03-01T12:00:00Z' }];
  return { nodes, pageInfo: { hasNextPage: true, endCursor: 'same' } };
}

function github(pulls: readonly object[], issues: readonly object[], databaseId = 7) {
  const repository = { databaseId, pullRequests: ordered(pulls, 'MERGED'), issues: ordered(issues, null) };
  return stubGitHub({
    root: {
      repository: ({ name }: { name: string }) => {
        if (name !== 'orders') throw new NotFound('Could not resolve to a Repository');
        return repository;
      },
    },
  });
}

function since(stub: ReturnType<typeof github>, at: string, where = address) {
  return Array.fromAsync(openReading(stub.clients).reading.subjectsSince(where, at));
}

describe('what changed since', () => {
  test('is given with its time, the moment itself included', async () => {
    const stub = github(touched(3, 412), touched(2, 77));
    expect(await since(stub, '2026-03-01T11:00:00Z')).toEqual([
      { kind: 'change', number: 412, changedAt: '2026-03-01T12:00:00.000Z' },
      { kind: 'change', number: 411, changedAt: '2026-03-01T11:00:00.000Z' },
      { kind: 'issue', number: 77, changedAt: '2026-03-01T12:00:00.000Z' },
      { kind: 'issue', number: 76, changedAt: '2026-03-01T11:00:00.000Z' },
    ]);
    expect(stub.asked).toHaveLength(2);
  });

  test('is read page by page, and no page more than needed', async () => {
    const stub = github(touched(500, 500), touched(150, 900));
    const found = await since(stub, '2026-02-22T00:00:00Z');
    // From noon of 1 March back to the start of 22 February there are 181 hours.
    expect(found.filter(({ kind }) => kind === 'change')).toHaveLength(181);
    expect(found.filter(({ kind }) => kind === 'issue')).toHaveLength(150);
    expect(stub.asked).toHaveLength(2 + 2);
  });

  test('a reader that stops early asks for nothing more', async () => {
    const stub = github(touched(500, 500), []);
    for await (const { number } of openReading(stub.clients).reading.subjectsSince(
      address,
      '2020-01-01T00:00:00Z',
    )) {
      if (number === 490) break;
    }
    expect(stub.asked).toHaveLength(1);
  });

  test('is nothing in a repository that is gone, or whose name is another’s now', async () => {
    expect(await since(github([], []), '2026-01-01T00:00:00Z', { ...address, name: 'harbour/gone' })).toEqual(
      [],
    );
    expect(await since(github(touched(3, 9), [], 8), '2026-01-01T00:00:00Z')).toEqual([]);
  });

  test('a list that does not move on is read again later', async () => {
    const stub = stubGitHub({ root: { repository: { databaseId: 7, pullRequests: still } } });
    await expect(since(stub, '2026-01-01T00:00:00Z')).rejects.toMatchObject({ name: 'RetryLater' });
  });
});
