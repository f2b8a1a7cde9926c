import { expect, test } from '@jest/globals';
import { RetryLater } from '../../../src/errors.ts';
import type { IssueText } from '../../../src/ports/github.ts';
import { splitBody } from '../../../src/report/marker.ts';
import { knownOf } from './rig.ts';
import type { WritingRig } from './rig.ts';

const body = '# Ada · first half of 2026\n\n- [x] Order search `E-41c9a2`';

export function issueContract(opened: () => WritingRig): void {
  function textOf(change: Partial<IssueText> = {}): IssueText {
    const { account, repository, assignable } = opened();
    const labels = ['evidence report'];
    const assignees = ['nobody-of-this-name', assignable];
    const rest = { title: 'First half of 2026', key: 'report/7/12', known: null, continuations: [] };
    return { account, repository, labels, assignees, body, ...rest, ...change };
  }

  const ensure = (change: Partial<IssueText> = {}) => opened().writing.ensureIssue(textOf(change));
  const issues = () => opened().look.issues();
  const below = async (number: number) => (await opened().look.comments(number)).map((one) => one.body);

  test('ten times the same is one issue, with its labels and whoever can be assigned', async () => {
    const first = await ensure();
    expect(first.outcome).toBe('created');
    const writes = opened().writes();
    for (let run = 1; run < 10; run += 1)
      expect(await ensure({ known: run % 2 === 0 ? knownOf(first) : null })).toEqual({
        ...first,
        outcome: 'unchanged',
      });
    expect(await issues()).toEqual([
      {
        number: first.number,
        title: 'First half of 2026',
        body: expect.stringContaining(body),
        open: true,
        labels: ['evidence report'],
        assignees: [opened().assignable],
      },
    ]);
    expect(opened().writes()).toBe(writes);
    expect(opened().taken()).toBe(1);
  });

  test('text and title are edited in place, and ticks stay', async () => {
    const first = await ensure();
    await opened().person.editIssue(first.number, ((await issues())[0]?.body ?? '').replace('[x]', '[ ]'));
    const next = body.replace('Order search', 'Order search p95');
    expect(await ensure({ body: next, title: 'January to June', known: knownOf(first) })).toMatchObject({
      outcome: 'edited',
      number: first.number,
    });
    expect(await issues()).toMatchObject([
      { title: 'January to June', body: expect.stringContaining('- [ ] Order search p95') },
    ]);
    expect(await ensure({ body: next })).toMatchObject({ outcome: 'edited' });
    expect(await issues()).toMatchObject([{ title: 'First half of 2026' }]);
  });

  test('a text of 200 KB stands whole in the issue and the comments below it', async () => {
    const whole = Array.from(
      { length: 2_000 },
      (_, index) => `## ${index} 😀\n\n${'A line of the report. '.repeat(4)}`,
    ).join('\n\n');
    const [head = '', ...continuations] = splitBody(whole);
    expect(continuations.length).toBeGreaterThan(2);
    const first = await ensure({ body: head, continuations });
    const writes = opened().writes();
    expect(await ensure({ body: head, continuations, known: knownOf(first) })).toEqual({
      ...first,
      outcome: 'unchanged',
    });
    expect(opened().writes()).toBe(writes);
    const parts = [(await issues())[0]?.body ?? '', ...(await below(first.number))];
    expect(parts.map((part) => part.replace(/\s*<!-- groundwork:.*-->\s*$/u, ''))).toEqual(
      [head, ...continuations].map((part) => part.trimEnd()),
    );
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(65_536);
  });

  test('parts come, change and go with the text', async () => {
    const { number, ...first } = await ensure({ continuations: ['Two.', 'Three.'] });
    expect(await ensure({ continuations: ['Two.', 'Other.'] })).toMatchObject({
      outcome: 'edited',
      githubId: first.githubId,
    });
    expect(await below(number)).toEqual([
      expect.stringMatching(/^Two\.\n/),
      expect.stringMatching(/^Other\.\n/),
    ]);
    expect(await ensure()).toMatchObject({ outcome: 'edited' });
    expect(await ensure()).toMatchObject({ outcome: 'unchanged' });
    expect((await below(number)).filter((part) => /Two|Other/u.test(part))).toEqual([]);
    expect(await ensure({ continuations: ['Again.'] })).toMatchObject({ outcome: 'edited' });
    expect((await below(number))[0]).toMatch(/^Again\.\n/);
    expect(await below(number)).toHaveLength(2);
  });

  test('where only the issue itself is meant, the parts below it stay', async () => {
    const { number } = await ensure({ continuations: ['Two.', 'Three.'] });
    const before = await below(number);
    const head = { body: 'Another head.', continuations: [], firstPartOnly: true } as const;
    expect(await ensure(head)).toMatchObject({ outcome: 'edited' });
    expect(await ensure(head)).toMatchObject({ outcome: 'unchanged' });
    expect(await below(number)).toEqual(before);
  });

  test('an edit by a person in one part leaves all parts alone', async () => {
    const first = await ensure({ continuations: ['Two.'] });
    const [comment] = await opened().look.comments(first.number);
    await opened().person.editComment(comment?.id ?? 0, `${comment?.body ?? ''}And mine.`);
    const writes = opened().writes();
    expect(
      await ensure({ body: 'New.', continuations: ['New.', 'Newer.'], title: 'New', known: knownOf(first) }),
    ).toEqual({ ...first, outcome: 'left alone' });
    expect(await issues()).toMatchObject([
      { title: 'First half of 2026', body: expect.stringContaining(body) },
    ]);
    expect(opened().writes()).toBe(writes);
  });

  test('what broke off between two parts is finished by the next run', async () => {
    opened().leave(2);
    await expect(ensure({ continuations: ['Two.', 'Three.'] })).rejects.toThrow(RetryLater);
    opened().leave(9);
    const second = await ensure({ continuations: ['Two.', 'Three.'] });
    expect(await issues()).toHaveLength(1);
    expect(await below(second.number)).toEqual([
      expect.stringMatching(/^Two\.\n/),
      expect.stringMatching(/^Three\.\n/),
    ]);
    expect(await ensure({ continuations: ['Two.', 'Three.'] })).toMatchObject({ outcome: 'unchanged' });
  });

  test('what people closed stays closed, also when its text changes', async () => {
    const first = await ensure();
    await opened().person.closeIssue(first.number);
    expect(await ensure({ body: 'New.', known: knownOf(first) })).toMatchObject({ outcome: 'edited' });
    expect(await issues()).toMatchObject([{ open: false, body: expect.stringMatching(/^New\.\n/) }]);
  });

  test('what the app closed is opened again when it is needed again', async () => {
    const { repository, writing } = opened();
    const known = knownOf(await ensure());
    await writing.closeIssue(repository, known.number);
    expect(await issues()).toMatchObject([{ open: false }]);
    const writes = opened().writes();
    await writing.closeIssue(repository, known.number);
    expect(opened().writes()).toBe(writes);
    expect(await ensure({ known })).toMatchObject({ outcome: 'edited', number: known.number });
    expect(await issues()).toMatchObject([{ open: true }]);
    expect(await ensure({ known })).toMatchObject({ outcome: 'unchanged' });
  });

  test('nobody else’s issue is closed or taken for the app’s, whatever stands in it', async () => {
    const { repository, writing, person } = opened();
    await ensure({ key: 'other' });
    const number = await person.openIssue('Copied', (await issues())[0]?.body ?? '');
    const writes = opened().writes();
    await writing.closeIssue(repository, number);
    await writing.closeIssue(repository, 4_711);
    expect(opened().writes()).toBe(writes);
    const numbers = (await issues()).map((issue) => issue.number);
    expect(await ensure({ key: 'other', known: { githubId: 1, number, contentHash: '' } })).toMatchObject({
      number: numbers[0],
    });
    expect(numbers).toHaveLength(1);
  });

  test('a pull request with the same text is no issue', async () => {
    const { title, key, ...text } = textOf();
    const file = { path: 'reports/2026-H1.md', content: body, branch: 'groundwork/2026-H1' };
    await opened().writing.ensurePullRequest({ ...text, ...file, title, key });
    expect(await ensure()).toMatchObject({ outcome: 'created' });
    expect(await issues()).toHaveLength(1);
  });

  test('a creation whose answer was lost is found by the next run', async () => {
    if (opened().loseNextAnswer === null) return;
    opened().loseNextAnswer?.();
    await expect(ensure()).rejects.toThrow(RetryLater);
    expect(await ensure()).toMatchObject({ outcome: 'unchanged' });
    expect(await issues()).toHaveLength(1);
  });

  test('two at the same moment leave one that is open', async () => {
    const both = await Promise.all([ensure(), ensure()]);
    const open = (await issues()).filter((issue) => issue.open);
    expect(open).toHaveLength(1);
    expect(both.map(({ number }) => number)).toEqual([open[0]?.number, open[0]?.number]);
    expect(await ensure()).toMatchObject({ outcome: 'unchanged', number: open[0]?.number });
  });
}
