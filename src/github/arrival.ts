import { z } from 'zod';
import type { Arrival } from '../evidence/facts.ts';
import { isLastingBranch } from '../evidence/noise/branches.ts';
import type { Client } from './client.ts';
import type { FullName } from './locate.ts';
import { time, wholeNumber } from './parts.ts';
import type { ChangePart } from './parts-of-change.ts';
import type { HomePart } from './queries.ts';
import { query } from './query.ts';
import type { Query } from './query.ts';

/** A stack of more steps than this is followed no further. */
const mostSteps = 12;

export type ReadPull = FullName & { readonly home: HomePart; readonly pull: ChangePart };

/**
 * Follows work that was merged into a branch of its own, from branch to branch, to the default one: a request for each
 * step. Null for all other work, without a request, and where it has not arrived.
 */
export async function readArrival(
  client: Client,
  what: string,
  { owner, name, home, pull }: ReadPull,
): Promise<Arrival | null> {
  const main = home.defaultBranchRef?.name ?? null;
  let [branch, since] = [pull.baseRefName, pull.mergedAt];
  if (main === null || since === null || branch === main || isLastingBranch(branch)) return null;
  const seen = new Set([pull.headRefName]);
  for (let step = 0; step < mostSteps && !seen.has(branch); step += 1) {
    seen.add(branch);
    const next = nextOf(await mergesOf(client, what, { owner, name, branch }), since, main);
    if (next === null) return null;
    if (next.baseRefName === main) return { number: next.number, at: next.mergedAt };
    [branch, since] = [next.baseRefName, next.mergedAt];
  }
  return null;
}

/** The merge that took the branch further, after what waits had been merged into it: to the default branch if any did. */
function nextOf(merges: readonly Merge[], since: string, main: string): Merge | null {
  const later = merges
    .filter(({ mergedAt, isCrossRepository }) => !isCrossRepository && mergedAt >= since)
    .toSorted((one, other) => Date.parse(one.mergedAt) - Date.parse(other.mergedAt));
  return later.find(({ baseRefName }) => baseRefName === main) ?? later[0] ?? null;
}

type Merge = z.infer<typeof mergeSchema>;

const mergeSchema = z.object({
  number: wholeNumber,
  mergedAt: time,
  baseRefName: z.string(),
  isCrossRepository: z.boolean(),
});

/** A branch is merged once or a few times; of one merged more often than a page holds, the last times are read. */
export const mergesQuery: Query<{
  readonly repository: { readonly pullRequests: { readonly nodes: readonly Merge[] } } | null;
}> = {
  text: `query MergesOfBranch($owner: String!, $name: String!, $branch: String!) {
    repository(owner: $owner, name: $name) {
      pullRequests(headRefName: $branch, states: [MERGED], first: 50, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { number mergedAt baseRefName isCrossRepository }
      }
    }
  }`,
  schema: z.object({
    repository: z.object({ pullRequests: z.object({ nodes: z.array(mergeSchema) }) }).nullable(),
  }),
};

async function mergesOf(
  client: Client,
  what: string,
  place: FullName & { readonly branch: string },
): Promise<readonly Merge[]> {
  const { repository } = await query(client, what, mergesQuery, place);
  return repository?.pullRequests.nodes ?? [];
}
