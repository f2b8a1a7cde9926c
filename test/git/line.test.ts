import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLine } from '../../src/git/line.ts';
import { changesOf, git, makeRepository, removeFolders } from './repository.ts';
import type { Plan } from './repository.ts';

afterAll(removeFolders);

/** For each commit its parents, as places of earlier commits; the last is the tip. */
type Graph = readonly (readonly number[])[];

const graphs = (most: number): fc.Arbitrary<Graph> =>
  fc
    .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: most })
    .map((drawn) =>
      drawn.map((parents, index) => [...new Set(index === 0 ? [] : parents.map((parent) => parent % index))]),
    );

function reachable(graph: Graph, from: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [from];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (seen.has(commit)) continue;
    seen.add(commit);
    open.push(...graph[commit]!);
  }
  return seen;
}

function firstParents(graph: Graph): readonly number[] {
  const line: number[] = [];
  for (let commit: number | undefined = graph.length - 1; commit !== undefined; commit = graph[commit]![0]) {
    line.push(commit);
  }
  return line;
}

/** The oldest commit of the line from which each commit can be reached, by looking at every pair. */
function slowOwners(graph: Graph): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  firstParents(graph).forEach((landed, position) => {
    for (const commit of reachable(graph, landed)) owners.set(commit, position);
  });
  return owners;
}

describe('any graph, children before parents', () => {
  test('every commit belongs to the oldest commit of the line that reaches it', () => {
    fc.assert(
      fc.property(graphs(40), (graph) => {
        const owners = slowOwners(graph);
        const line = createLine(String(graph.length - 1));
        for (let commit = graph.length - 1; commit >= 0; commit -= 1) {
          const placement = line.place(String(commit), graph[commit]!.map(String));
          expect(placement?.position).toBe(owners.get(commit));
          expect(placement?.onLine ?? false).toBe(firstParents(graph).includes(commit));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is settled gets no more commits, and everything settles once', () => {
    fc.assert(
      fc.property(graphs(40), (graph) => {
        const line = createLine(String(graph.length - 1));
        const settled: number[] = [];
        for (let commit = graph.length - 1; commit >= 0; commit -= 1) {
          const placement = line.place(String(commit), graph[commit]!.map(String));
          if (!placement) continue;
          expect(settled).not.toContain(placement.position);
          settled.push(...placement.settled);
        }
        expect(settled.toSorted((one, other) => one - other)).toEqual(
          firstParents(graph).map((_, position) => position),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('real repositories of any shape', () => {
  test('agree with git asked for every commit of the line', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(12), async (graph) => {
        const { folder } = makeRepository(graph.map(planOf));
        const changes = await changesOf(folder);
        const found = new Map(
          changes.map(({ commit, commits }) => [commit, commits.map(({ id }) => id).toSorted()]),
        );
        expect(found).toEqual(slowReading(folder));
        const files = changes.flatMap((change) => change.files.map(({ path }) => path));
        expect(files.toSorted()).toEqual(filesOfWork(folder));
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

function planOf(parents: readonly number[], index: number): Plan {
  return {
    name: `c${index}`,
    parents: parents.map((parent) => `c${parent}`),
    message: parents.length > 1 ? `Join ${index}` : `Work ${index}`,
    files: parents.length > 1 ? {} : { [`file${index}`]: `${index}\n` },
  };
}

function slowReading(folder: string): ReadonlyMap<string, readonly string[]> {
  const line = git(folder, ['rev-list', '--first-parent', 'main']).split('\n');
  return new Map(
    line.map((landed, position) => {
      const older = line[position + 1];
      const brought = git(folder, ['rev-list', '--no-merges', landed, ...(older ? [`^${older}`] : [])]);
      return [
        landed,
        brought
          .split('\n')
          .filter((id) => id !== '')
          .toSorted(),
      ];
    }),
  );
}

function filesOfWork(folder: string): readonly string[] {
  const names = git(folder, ['log', '--no-merges', '--name-only', '--format=', 'main']);
  return names
    .split('\n')
    .filter((name) => name !== '')
    .toSorted();
}
