import { expect, test } from '@jest/globals';
import { RetryLater } from '../../../src/errors.ts';
import type { CommentText, KnownPosting } from '../../../src/ports/github.ts';
import { knownOf } from './rig.ts';
import type { WritingRig } from './rig.ts';

const body =
  '**Worth remembering: performance.** Order search went from 1.8 s to 210 ms. 😀\n\n- [ ] keep it `E-41c9a2`';

export function commentContract(opened: () => WritingRig): void {
  function textOf(change: Partial<CommentText> = {}): CommentText {
    const { account, repository, subject } = opened();
    return {
      account,
      repository,
      number: subject,
      key: `comment/github:7#${subject}`,
      body,
      known: null,
      ...change,
    };
  }

  const ensure = (change: Partial<CommentText> = {}) => opened().writing.ensureComment(textOf(change));
  const comments = () => opened().look.comments(opened().subject);
  const ours = async () => (await comments()).filter(({ isOurs }) => isOurs);

  test('ten times the same is one comment and one write', async () => {
    const first = await ensure();
    expect(first).toMatchObject({ outcome: 'created', number: opened().subject });
    const known = knownOf(first);
    for (let run = 1; run < 10; run += 1)
      expect(await ensure({ known: run % 2 === 0 ? known : null })).toEqual({
        ...first,
        outcome: 'unchanged',
      });
    expect(await comments()).toEqual([
      { id: first.githubId, body: expect.stringContaining(body), isOurs: true },
    ]);
    expect(opened().writes()).toBe(1);
    expect(opened().taken()).toBe(1);
  });

  test('two texts on one pull request stand beside each other', async () => {
    await ensure();
    await ensure({ key: 'comment/other' });
    expect(await ours()).toHaveLength(2);
  });

  test.each([
    ['as known', knownOf],
    ['found again', () => null],
  ])(
    'a new text is edited in place: %s',
    async (_, knownAs: (first: Awaited<ReturnType<typeof ensure>>) => KnownPosting | null) => {
      const first = await ensure();
      const second = await ensure({ body: 'Withdrawn.', known: knownAs(first) });
      expect(second).toMatchObject({ outcome: 'edited', githubId: first.githubId, url: first.url });
      expect(second.contentHash).not.toBe(first.contentHash);
      expect(await ours()).toEqual([
        { id: first.githubId, body: expect.stringMatching(/^Withdrawn\.\n/), isOurs: true },
      ]);
      expect([opened().writes(), opened().taken()]).toEqual([2, 1]);
    },
  );

  test('what a person edited is left alone, now and later', async () => {
    const first = await ensure();
    const theirs = ((await ours())[0]?.body ?? '').replace('210 ms', '190 ms');
    await opened().person.editComment(first.githubId, theirs);
    let known: KnownPosting | null = knownOf(first);
    for (const next of ['One.', 'Two.', 'Three.']) {
      const left = await ensure({ body: next, known });
      expect(left).toEqual({ ...first, outcome: 'left alone' });
      known = knownOf(left);
    }
    expect(await ensure({ body: 'Four.' })).toMatchObject({ outcome: 'left alone' });
    expect(await ours()).toMatchObject([{ body: theirs }]);
    expect(opened().writes()).toBe(1);
  });

  test('without its marker, too, a comment that a person edited is left alone', async () => {
    const first = await ensure();
    await opened().person.editComment(first.githubId, 'All mine now.');
    expect(await ensure({ body: 'Two.', known: knownOf(first) })).toEqual({
      ...first,
      outcome: 'left alone',
    });
    expect(await ours()).toMatchObject([{ body: 'All mine now.' }]);
  });

  test('a marker that a person cut out comes back with the next text', async () => {
    const first = await ensure();
    await opened().person.editComment(first.githubId, body);
    expect(await ensure({ body: 'Two.', known: knownOf(first) })).toMatchObject({ outcome: 'edited' });
    expect(await ensure({ body: 'Two.' })).toMatchObject({ outcome: 'unchanged', githubId: first.githubId });
  });

  test('ticks and line ends are no edits, and ticks stay', async () => {
    const first = await ensure();
    const posted = (await ours())[0]?.body ?? '';
    await opened().person.editComment(first.githubId, posted.replace('[ ]', '[x]').replaceAll('\n', '\r\n'));
    expect(await ensure()).toMatchObject({ outcome: 'unchanged' });
    const next = 'Now 200 ms.\n\n- [ ] please keep it `E-41c9a2`\n- [ ] new `E-3f0b11`';
    expect(await ensure({ body: next, known: knownOf(first) })).toMatchObject({ outcome: 'edited' });
    expect((await ours())[0]?.body).toContain('- [x] please keep it `E-41c9a2`\n- [ ] new `E-3f0b11`');
  });

  test('a stranger who copies the marker is not taken for the app', async () => {
    const first = await ensure();
    const copied = (await ours())[0]?.body ?? '';
    await opened().person.deleteComment(first.githubId);
    await opened().person.comment(opened().subject, copied);
    expect(await ensure({ known: knownOf(first) })).toMatchObject({ outcome: 'created' });
    expect((await comments()).map(({ isOurs }) => isOurs)).toEqual([false, true]);
    expect(await ensure({ body: 'Changed.' })).toMatchObject({ outcome: 'edited' });
    expect((await comments())[0]?.body.trim()).toBe(copied.trim());
  });

  test('a comment that was deleted is made again', async () => {
    const first = await ensure();
    await opened().person.deleteComment(first.githubId);
    const second = await ensure({ known: knownOf(first) });
    expect(second).toMatchObject({ outcome: 'created', contentHash: first.contentHash });
    expect(await ours()).toMatchObject([{ id: second.githubId }]);
  });

  test('it is found again below more comments than a page holds', async () => {
    for (let index = 0; index < 101; index += 1)
      await opened().person.comment(opened().subject, `Comment ${index}`);
    const first = await ensure();
    expect(await ensure()).toEqual({ ...first, outcome: 'unchanged' });
    expect(await ours()).toHaveLength(1);
  });

  test('a creation whose answer was lost is found by the next run', async () => {
    if (opened().loseNextAnswer === null) return;
    opened().loseNextAnswer?.();
    await expect(ensure()).rejects.toThrow(RetryLater);
    expect(await ensure()).toMatchObject({ outcome: 'unchanged' });
    expect(await ours()).toHaveLength(1);
    expect(opened().writes()).toBe(1);
  });

  test('an edit whose answer was lost does not look like a person’s', async () => {
    if (opened().loseNextAnswer === null) return;
    const known = knownOf(await ensure());
    opened().loseNextAnswer?.();
    await expect(ensure({ body: 'Two.', known })).rejects.toThrow(RetryLater);
    expect(await ensure({ body: 'Three.', known })).toMatchObject({ outcome: 'edited' });
    expect(await ours()).toMatchObject([{ body: expect.stringMatching(/^Three\.\n/) }]);
  });

  test('two at the same moment leave one', async () => {
    const both = await Promise.all([ensure(), ensure()]);
    const standing = await ours();
    expect(standing).toHaveLength(1);
    expect(both.map(({ githubId }) => githubId)).toEqual([standing[0]?.id, standing[0]?.id]);
  });

  test('nothing is posted when the budget is used up; edits need none', async () => {
    opened().leave(1);
    const known = knownOf(await ensure());
    expect(await ensure({ body: 'Two.', known })).toMatchObject({ outcome: 'edited' });
    await expect(ensure({ key: 'comment/other' })).rejects.toThrow(RetryLater);
    expect(await ours()).toHaveLength(1);
  });
}
