import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import * as actions from '../../../demo/github/actions.ts';
import type { Issue, Pull } from '../../../demo/github/state.ts';
import type { World } from '../../../demo/github/world.ts';
import { aPull, at, changed, installedWorld, PAYMENTS } from './actions-world.ts';

type Act = (world: World) => unknown;

const actor = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('siri', 'adaeze', 'tomas') },
  { weight: 1, arbitrary: fc.constant('nobody') },
);
const number = fc.integer({ min: 1, max: 4 });
const text = fc.constantFrom('', 'Plain.', 'See #1 and #2.', 'Fixes #1', 'Fixes harbour/ledger-events#1');
const head = fc.constantFrom('one', 'two', 'three', 'main');
const reviewState = fc.constantFrom('APPROVED' as const, 'CHANGES_REQUESTED' as const, 'COMMENTED' as const);
const name = fc.constantFrom('incident', 'bug');
const people = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(['priya'], { maxLength: 1 }) },
  { weight: 1, arbitrary: fc.subarray(['adaeze', 'noor'], { minLength: 1 }) },
);
const repository = PAYMENTS;

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(actor, text, head, people, people).map(
    ([who, body, branch, assignees, reviewers]): Act =>
      (world) =>
        actions.openPull(world, who, { ...aPull, body, head: branch, assignees, reviewers }),
  ),
  fc.tuple(actor, text, people).map(
    ([who, body, assignees]): Act =>
      (world) =>
        actions.openIssue(world, who, { repository, title: 'Stuck', body, assignees, labels: ['bug'] }),
  ),
  fc.tuple(actor, number, reviewState, text).map(
    ([who, which, state, body]): Act =>
      (world) =>
        actions.submitReview(world, who, {
          repository,
          number: which,
          state,
          body,
          threads: body === '' ? [] : [{ path: 'src/bank.ts', line: 2, body }],
        }),
  ),
  fc.tuple(actor, number, text, people, name).map(
    ([who, which, body, assignees, label]): Act =>
      (world) =>
        actions.editPull(world, who, { repository, number: which, body, assignees, labels: [label] }),
  ),
  fc.tuple(actor, number, text).map(
    ([who, which, body]): Act =>
      (world) =>
        actions.comment(world, who, { repository, number: which, body }),
  ),
  fc.tuple(actor, number, name).map(
    ([who, which, label]): Act =>
      (world) =>
        actions.removeLabel(world, who, { repository, number: which, label }),
  ),
  fc.tuple(actor, number).map(
    ([who, which]): Act =>
      (world) =>
        actions.push(world, who, {
          repository,
          number: which,
          message: 'x',
          files: [changed('src/bank.ts')],
        }),
  ),
  ...[actions.mergePull, actions.closePull, actions.reopenPull, actions.closeIssue, actions.reopenIssue].map(
    (end) =>
      fc.tuple(actor, number).map(
        ([who, which]): Act =>
          (world) =>
            end(world, who, { repository, number: which }),
      ),
  ),
  fc.tuple(actor, head).map(
    ([who, branch]): Act =>
      (world) =>
        actions.deleteBranch(world, who, { repository, name: branch }),
  ),
);

const acts = fc.array(act, { minLength: 20, maxLength: 40, size: 'max' });

describe('whatever people do', () => {
  test('a refused action changes nothing and tells nobody', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const world = startedWorld();
        for (const one of all) {
          const before = pictureOf(world);
          const refused = wasRefused(() => one(world));
          expect(refused ? pictureOf(world) : before).toEqual(before);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('these actions are neither all done nor all refused', () => {
    const results = fc.sample(acts, { seed: 1, numRuns: 20 }).flatMap((all) => {
      const world = startedWorld();
      return all.map((one) => wasRefused(() => one(world)));
    });
    const refused = results.filter(Boolean).length;
    expect(refused).toBeGreaterThan(100);
    expect(results.length - refused).toBeGreaterThan(100);
  });

  test('everything stays in order: ids, numbers, endings and the last word of the webhooks', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const world = startedWorld();
        for (const one of all) wasRefused(() => one(world));
        const threads = [...world.state.repositories.values()].flatMap((one) => [...one.threads.values()]);
        const ids = threads.flatMap(idsOf);
        expect(new Set(ids).size).toBe(ids.length);
        for (const thread of threads) {
          expect(endingIsWhole(thread)).toBe(true);
          expect(lastStateTold(world, thread)).toBe(thread.state);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Something is there from the start, so that people can do more than open things. */
function startedWorld(): World {
  const world = installedWorld();
  actions.openPull(world, 'adaeze', { ...aPull, head: 'one' });
  actions.openIssue(world, 'priya', { repository, title: 'Stuck', body: '', labels: ['bug'] });
  actions.openPull(world, 'tomas', { ...aPull, head: 'two' });
  return world;
}

function wasRefused(one: () => unknown): boolean {
  try {
    one();
    return false;
  } catch (error) {
    if (error instanceof actions.Refusal) return true;
    throw error;
  }
}

function pictureOf({ state }: World): unknown {
  return structuredClone({ ...state, deliveries: state.deliveries.length, lastId: 0 });
}

function idsOf(thread: Issue | Pull): readonly number[] {
  const all = [thread.id, ...[...thread.comments, ...thread.events].map(({ id }) => id)];
  if (thread.kind === 'issue') return all;
  const comments = thread.reviewThreads.flatMap((one) => one.comments);
  return [
    ...all,
    thread.issueId,
    ...[...thread.reviews, ...thread.reviewThreads, ...comments].map(({ id }) => id),
  ];
}

/** Closed things say when and by whom, open ones do not, and what is merged is closed. */
function endingIsWhole(thread: Issue | Pull): boolean {
  const isClosed = thread.state === 'closed';
  if ((thread.closedAt !== null) !== isClosed || (thread.closedBy !== null) !== isClosed) return false;
  if (thread.kind === 'issue') return true;
  const isMerged = thread.mergedAt !== null;
  return (
    isMerged === (thread.mergedBy !== null) &&
    isMerged === (thread.mergeSha !== null) &&
    (isClosed || !isMerged)
  );
}

/** The state of an issue or pull request in the last delivery about it. */
function lastStateTold(world: World, { kind, number: which, title }: Issue | Pull): unknown {
  const key = kind === 'pull' ? 'pull_request' : 'issue';
  const about = world.state.deliveries.findLast(
    (delivery) => at(delivery, key, 'number') === which && at(delivery, key, 'title') === title,
  );
  return at(about, key, 'state');
}
