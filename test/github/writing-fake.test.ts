import { describe, expect, test } from '@jest/globals';
import { GiveUp } from '../../src/errors.ts';
import { githubWritingContract } from '../contracts/github-writing.ts';
import { githubFake } from '../fakes/github.ts';
import { countedBudget, rigOn } from './writing-rig.ts';

githubWritingContract('in memory', async () => {
  const budget = countedBudget();
  const { github, world } = githubFake(budget.pacing);
  return rigOn(world.board, budget, {
    writing: github.writing,
    writes: world.writes,
    loseNextAnswer: world.loseNextAnswer,
    close: async () => undefined,
  });
});

describe('the fake GitHub', () => {
  const facts = { id: 7, name: 'harbour/orders', visibility: 'private', archived: false } as const;

  test('counts calls and fails where it is told to: before anything, or after it took effect', async () => {
    const { github, world } = githubFake();
    world.addRepository(facts);
    const { number } = world.people.openIssue(facts.id, 'Cards are declined', '');
    const repository = { installation: 3, id: facts.id, name: facts.name };
    const text = { account: 900, repository, number, key: 'k', body: 'Text.', known: null };
    const failure = new GiveUp('No permission.');
    world.failNext('ensureComment', failure);
    await expect(github.writing.ensureComment(text)).rejects.toBe(failure);
    expect(world.people.comments(facts.id, number)).toEqual([]);
    world.failNext('ensureComment', failure, 'after');
    await expect(github.writing.ensureComment(text)).rejects.toBe(failure);
    expect(world.people.comments(facts.id, number)).toHaveLength(1);
    expect(await github.writing.ensureComment(text)).toMatchObject({ outcome: 'unchanged' });
    expect([world.calls('ensureComment'), world.writes(), world.calls('readers')]).toEqual([3, 1, 0]);
  });

  test('people tick what the app posted', async () => {
    const { github, world } = githubFake();
    world.addRepository(facts);
    const { number } = await github.writing.ensureIssue({
      account: 900,
      repository: { installation: 3, id: facts.id, name: facts.name },
      key: 'prep',
      title: 'Prepare',
      body: '> - [x] Search `E-41c9a2`\n\n- [ ] Words <!-- item:w1 -->',
      known: null,
      labels: [],
      assignees: [],
      continuations: [],
    });
    world.people.tick(facts.id, number, 'item:w1');
    world.people.tick(facts.id, number, 'E-41c9a2', false);
    expect(world.people.ticks(facts.id, number)).toEqual([
      { id: 'E-41c9a2', ticked: false },
      { id: 'item:w1', ticked: true },
    ]);
    expect(() => world.people.tick(facts.id, number, 'E-000000')).toThrow(/E-000000/);
  });

  test('shows nothing of what a test did not put there', async () => {
    const { github, world } = githubFake();
    const repository = { installation: 3, id: 7, name: 'harbour/orders' };
    expect(await github.reading.repository(3, facts.name)).toBeNull();
    expect(await github.reading.readers(repository)).toBeNull();
    world.addRepository(facts);
    expect(await github.reading.repository(3, facts.name)).toEqual(facts);
    expect(await github.reading.readers(repository)).toBeNull();
    expect(await github.reading.rulesFile(3, 'harbour')).toEqual({ kind: 'no-repository' });
    expect(await github.reading.subject({ kind: 'change', number: 1, repository })).toBeNull();
    expect(await Array.fromAsync(github.reading.subjectsSince(repository, '2026-01-01T00:00:00Z'))).toEqual(
      [],
    );
  });
});
