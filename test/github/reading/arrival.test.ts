import { describe, expect, test } from '@jest/globals';
import { pullNode } from './pull.ts';
import { githubWith, read } from './pull-world.ts';

type Merge = {
  readonly number: number;
  readonly mergedAt: string;
  readonly headRefName: string;
  readonly baseRefName: string;
  readonly isCrossRepository?: boolean;
};

/** Merged on 3 March at eight, into `base`, in a repository where these merges happened. */
function githubAfter(base: string, merges: readonly Merge[]) {
  const pullRequests = ({ headRefName }: { headRefName: string }) => ({
    nodes: merges
      .filter((one) => one.headRefName === headRefName)
      .map((one) => ({ isCrossRepository: false, ...one })),
  });
  return githubWith({
    pull: pullNode({ baseRefName: base, headRefName: 'step-3' }),
    home: { pullRequests },
  });
}

function merge(number: number, day: string, headRefName: string, baseRefName: string): Merge {
  return { number, mergedAt: `2026-${day}T09:00:00Z`, headRefName, baseRefName };
}

describe('a change merged into a branch of its own', () => {
  test.each<[string, readonly Merge[], string | null]>([
    ['that went nowhere', [], null],
    ['that reached the default branch', [merge(420, '03-09', 'step-2', 'main')], '#420 03-09'],
    [
      'through another branch',
      [merge(418, '03-05', 'step-2', 'step-1'), merge(420, '03-09', 'step-1', 'main')],
      '#420 03-09',
    ],
    ['that went to another branch only', [merge(418, '03-05', 'step-2', 'step-1')], null],
    ['that was merged before it', [merge(402, '03-01', 'step-2', 'main')], null],
    [
      'that was merged before it and after',
      [merge(402, '03-01', 'step-2', 'main'), merge(420, '03-09', 'step-2', 'main')],
      '#420 03-09',
    ],
    [
      'twice afterwards: the first time brought it',
      [merge(431, '03-20', 'step-2', 'main'), merge(420, '03-09', 'step-2', 'main')],
      '#420 03-09',
    ],
    [
      'that went into another branch and into the default one',
      [merge(418, '03-05', 'step-2', 'trial'), merge(420, '03-09', 'step-2', 'main')],
      '#420 03-09',
    ],
    [
      'whose namesake in a fork was merged',
      [{ ...merge(420, '03-09', 'step-2', 'main'), isCrossRepository: true }],
      null,
    ],
    ['in a circle', [merge(418, '03-05', 'step-2', 'step-1'), merge(419, '03-06', 'step-1', 'step-2')], null],
  ])('%s', async (_, merges, expected) => {
    const { arrived } = await read(githubAfter('step-2', merges));
    expect(arrived && `#${arrived.number} ${arrived.at.slice(5, 10)}`).toBe(expected);
  });

  test('is followed by one request for each branch, and only so far', async () => {
    const long = Array.from({ length: 30 }, (_, step) =>
      merge(500 + step, '03-09', `step-${2 - step}`, `step-${1 - step}`),
    );
    const stub = githubAfter('step-2', long);
    expect((await read(stub)).arrived).toBeNull();
    expect(stub.asked).toHaveLength(13);
  });

  test.each([['main'], ['develop'], ['release/4.2']])('into %s asks nothing more', async (base) => {
    const stub = githubAfter(base, [merge(420, '03-09', base, 'main')]);
    expect((await read(stub)).arrived).toBeNull();
    expect(stub.asked).toHaveLength(1);
  });
});
