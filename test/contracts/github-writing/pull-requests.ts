import { expect, test } from '@jest/globals';
import { RetryLater } from '../../../src/errors.ts';
import type { PullRequestText } from '../../../src/ports/github.ts';
import { knownOf } from './rig.ts';
import type { WritingRig } from './rig.ts';

const content = '# Ada · first half of 2026\n\n- [ ] Order search `E-41c9a2`\n';
const path = 'reports/2026-H1.md';
const branch = 'groundwork/2026-H1';

export function pullRequestContract(opened: () => WritingRig): void {
  function textOf(change: Partial<PullRequestText> = {}): PullRequestText {
    const { account, repository } = opened();
    const rest = {
      title: 'Report of 2026-H1',
      body: 'The report as a file.',
      key: 'report/7/12',
      known: null,
    };
    return { account, repository, path, branch, content, ...rest, ...change };
  }

  const ensure = (change: Partial<PullRequestText> = {}) =>
    opened().writing.ensurePullRequest(textOf(change));
  const pulls = (repository = opened().repository) => opened().look.pullRequests(repository);
  const file = (at = branch, repository = opened().repository) => opened().look.file(repository, at, path);

  test('ten times the same is one pull request that adds the file', async () => {
    const first = await ensure();
    expect(first.outcome).toBe('created');
    const writes = opened().writes();
    for (let run = 1; run < 10; run += 1)
      expect(await ensure({ known: run % 2 === 0 ? knownOf(first) : null })).toEqual({
        ...first,
        outcome: 'unchanged',
      });
    expect(await pulls()).toMatchObject([{ number: first.number, title: 'Report of 2026-H1', open: true }]);
    expect(await file()).toContain(content.trim());
    expect(await file('main')).toBeNull();
    expect(opened().writes()).toBe(writes);
    expect(opened().taken()).toBe(1);
  });

  test('in a repository without a commit there is one first', async () => {
    const repository = opened().emptyRepository;
    expect(await ensure({ repository })).toMatchObject({ outcome: 'created' });
    expect(await ensure({ repository })).toMatchObject({ outcome: 'unchanged' });
    expect(await pulls(repository)).toHaveLength(1);
    expect(await file(branch, repository)).toContain(content.trim());
    expect(await file('main', repository)).toBeNull();
  });

  test('file, text and title are changed in place, and ticks stay', async () => {
    const first = await ensure();
    await opened().person.editFile(branch, path, ((await file()) ?? '').replace('[ ]', '[x]'));
    const next = { content: `${content}- [ ] Outbox \`E-3f0b11\`\n`, body: 'Changed.', title: 'Report' };
    const second = await ensure({ ...next, known: knownOf(first) });
    expect(second).toMatchObject({ outcome: 'edited', number: first.number });
    expect(await file()).toContain('- [x] Order search `E-41c9a2`\n- [ ] Outbox `E-3f0b11`');
    expect(await pulls()).toMatchObject([{ title: 'Report', body: expect.stringMatching(/^Changed\.\n/) }]);
    expect(await ensure(next)).toEqual({ ...second, outcome: 'unchanged' });
    expect(opened().taken()).toBe(1);
  });

  test('a file that a person changed on the branch is left alone', async () => {
    const first = await ensure();
    const theirs = ((await file()) ?? '').replace('Order search', 'The order search');
    await opened().person.editFile(branch, path, theirs);
    const writes = opened().writes();
    expect(await ensure({ content: 'New.', known: knownOf(first) })).toEqual({
      ...first,
      outcome: 'left alone',
    });
    expect(await file()).toBe(theirs);
    expect(opened().writes()).toBe(writes);
  });

  test('after it was merged there is a new one only for a new text', async () => {
    const first = await ensure();
    await opened().person.mergePullRequest(first.number);
    const writes = opened().writes();
    expect(await ensure({ known: knownOf(first) })).toEqual({ ...first, outcome: 'unchanged' });
    expect(opened().writes()).toBe(writes);
    const second = await ensure({ content: `${content}\nAn addendum.`, known: knownOf(first) });
    expect(second.outcome).toBe('created');
    expect((await pulls()).map(({ number, open }) => [number, open])).toEqual([
      [first.number, false],
      [second.number, true],
    ]);
    expect(await file()).toContain('An addendum.');
    expect(await file('main')).not.toContain('An addendum.');
  });

  test('a report that people changed after merging it is theirs', async () => {
    const first = await ensure();
    await opened().person.mergePullRequest(first.number);
    await opened().person.editFile(
      'main',
      path,
      ((await file('main')) ?? '').replace('Order search', 'Our search'),
    );
    expect(await ensure({ content: 'New.', known: knownOf(first) })).toEqual({
      ...first,
      outcome: 'left alone',
    });
    expect(await pulls()).toHaveLength(1);
  });

  test('what people closed without merging stays closed', async () => {
    const first = await ensure();
    await opened().person.closeIssue(first.number);
    expect(await ensure({ content: 'New.', known: knownOf(first) })).toMatchObject({
      outcome: 'left alone',
      number: first.number,
    });
    expect(await pulls()).toMatchObject([{ open: false }]);
  });

  test('so does an addendum to what they merged', async () => {
    const first = await ensure();
    await opened().person.mergePullRequest(first.number);
    const second = await ensure({ content: `${content}\nAn addendum.` });
    await opened().person.closeIssue(second.number);
    const third = await ensure({ content: `${content}\nAnother addendum.` });
    expect(third).toMatchObject({ outcome: 'left alone', number: second.number });
    expect(await pulls()).toHaveLength(2);
  });

  test('whatever answer was lost, the next run ends with one pull request', async () => {
    const { loseNextAnswer } = opened();
    if (loseNextAnswer === null) return;
    let runs = 0;
    for (let lost = true; lost && runs < 9; runs += 1) {
      loseNextAnswer();
      lost = await ensure().then(
        () => false,
        (error: unknown) => error instanceof RetryLater,
      );
    }
    expect(runs).toBeGreaterThan(1);
    expect(await pulls()).toHaveLength(1);
    expect(await file()).toContain(content.trim());
  });

  test('two at the same moment leave one', async () => {
    const both = await Promise.all([ensure(), ensure()]);
    expect(both[0].number).toBe(both[1].number);
    expect(await pulls()).toHaveLength(1);
  });
}
