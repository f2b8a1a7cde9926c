import { expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../../src/evidence/facts.ts';
import { withMarker } from '../../../src/report/marker.ts';
import { actor } from './rig.ts';
import type { ReadingRig } from './rig.ts';

export function changeContract(opened: () => ReadingRig): void {
  async function change(number: number): Promise<ChangeFacts> {
    const { reading, repository } = opened();
    const facts = await reading.subject({ kind: 'change', number, repository });
    if (facts?.kind !== 'change') throw new Error(`Pull request ${number} was not read.`);
    return facts;
  }

  test('of a stack arrives once the last branch of it has reached the default one', async () => {
    const { people, requests } = opened();
    const step = (title: string, head: string, base: string) =>
      people.openPull('adaeze', { title, head, base });
    people.now('2026-02-03T09:00:00Z');
    const first = people.openPull('adaeze', { title: 'A table of rights', head: 'rights-1' });
    const second = step('Ask the table', 'rights-2', 'rights-1');
    const third = step('Forget the old lists', 'rights-3', 'rights-2');
    people.now('2026-02-03T10:00:00Z');
    people.merge('tomas', third);
    people.merge('tomas', second);
    expect(await change(third)).toMatchObject({ base: 'rights-2', head: 'rights-3', arrived: null });
    people.now('2026-02-05T10:00:00Z');
    people.merge('tomas', first);
    const arrived = { number: first, at: '2026-02-05T10:00:00Z' };
    const before = requests();
    expect(await change(first)).toMatchObject({ intoDefaultBranch: true, arrived: null });
    expect(requests() - before).toBe(1);
    expect(await change(second)).toMatchObject({ intoDefaultBranch: false, arrived });
    expect(requests() - before).toBe(3);
    expect(await change(third)).toMatchObject({ intoDefaultBranch: false, arrived });
    expect(requests() - before).toBe(6);
  });

  test('is read whole, in one request', async () => {
    const { people, look, repository, organisation, requests } = opened();
    const [adaeze, tomas, priya, siri] = ['adaeze', 'tomas', 'priya', 'siri'].map((login) =>
      actor(opened(), login),
    );
    const home = `${organisation}/payments-service`;
    people.write('payments-service', '.gitattributes', '*.pb.ts linguist-generated\n');
    people.now('2026-02-03T09:00:00Z');
    const incident = people.openIssue('tomas', { title: 'Payouts stuck', labels: ['incident', 'bank'] });
    people.now('2026-02-03T10:00:00Z');
    const number = people.openPull('adaeze', {
      title: 'Deadline for calls to the bank',
      body: `A slow bank held the worker for minutes. Fixes #${incident}`,
      files: [
        { path: 'src/bank.ts', additions: 4, deletions: 1 },
        { path: 'src/bank.pb.ts', additions: 90, deletions: 80 },
      ],
      commits: [
        `Pass a deadline\n\nTold to the bank.\n\nCo-authored-by: P <${look.memberOf('priya').id}+priya@users.noreply.github.com>\nCo-authored-by: Jun <jun@example.org>`,
      ],
      labels: ['payments'],
      assignees: ['adaeze', 'tomas'],
    });
    people.now('2026-02-03T11:00:00Z');
    const asking = people.review('tomas', number, {
      state: 'CHANGES_REQUESTED',
      body: 'One question.',
      threads: [
        { path: 'src/bank.ts', line: 12, body: 'Why 30 s?' },
        { path: 'src/bank.pb.ts', line: 1, body: 'Made by which version?' },
      ],
    });
    const [why, version] = asking.threads;
    people.now('2026-02-03T12:00:00Z');
    const answer = people.reply('adaeze', number, why?.id ?? 0, 'The bank’s own limit.');
    people.push('adaeze', number, 'src/bank.ts');
    people.resolve('tomas', number, why?.id ?? 0);
    people.now('2026-02-03T13:00:00Z');
    const approving = people.review('siri', number, { state: 'APPROVED', body: '' });
    people.dismiss('adaeze', number, asking.review);
    const thanks = people.comment('priya', number, 'Thank you 😀');
    people.now('2026-02-03T14:00:00Z');
    people.merge('tomas', number);

    const before = requests();
    const facts = await change(number);
    expect(requests() - before).toBe(1);

    const key = `github:${repository.id}#${number}`;
    const page = look.page(`/${home}/pull/${number}`);
    expect(facts).toEqual({
      kind: 'change',
      key,
      repository: { key: `github:${repository.id}`, name: home, private: true },
      number,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      url: page,
      title: 'Deadline for calls to the bank',
      body: `A slow bank held the worker for minutes. Fixes #${incident}`,
      author: adaeze,
      coAuthors: [priya, { key: 'mail:jun@example.org', label: 'Jun', type: 'user' }],
      assignees: [adaeze, tomas],
      mergedBy: tomas,
      openedAt: '2026-02-03T10:00:00Z',
      mergedAt: '2026-02-03T14:00:00Z',
      base: 'main',
      head: expect.stringMatching(/^branch-/),
      intoDefaultBranch: true,
      arrived: null,
      labels: ['payments'],
      files: [
        file('src/bank.ts', { additions: 4, deletions: 1 }),
        file('src/bank.pb.ts', { additions: 90, deletions: 80, attribute: 'generated' }),
      ],
      filesTotal: 2,
      commits: [
        { id: sha, author: adaeze, title: 'Pass a deadline', at: '2026-02-03T10:00:00Z' },
        { id: sha, author: adaeze, title: 'Change src/bank.ts', at: '2026-02-03T12:00:00Z' },
      ],
      reviews: [
        {
          key: `${key}/review/${asking.review}`,
          author: tomas,
          state: 'dismissed',
          body: 'One question.',
          at: '2026-02-03T11:00:00Z',
          url: expect.stringContaining(page),
        },
        // GitHub counts an answer to a thread as a review without words.
        expect.objectContaining({ author: adaeze, state: 'commented', body: '' }),
        expect.objectContaining({
          key: `${key}/review/${approving.review}`,
          author: siri,
          state: 'approved',
          at: '2026-02-03T13:00:00Z',
        }),
      ],
      threads: [
        {
          key: expect.stringContaining(`${key}/thread/`),
          path: 'src/bank.ts',
          resolved: true,
          resolvedBy: tomas,
          outdated: true,
          comments: [
            said(`review-comment/${why?.comment}`, tomas, 'Why 30 s?', '2026-02-03T11:00:00Z'),
            said(`review-comment/${answer}`, adaeze, 'The bank’s own limit.', '2026-02-03T12:00:00Z'),
          ],
        },
        {
          key: expect.stringContaining(`${key}/thread/`),
          path: 'src/bank.pb.ts',
          resolved: false,
          resolvedBy: null,
          outdated: false,
          comments: [
            said(
              `review-comment/${version?.comment}`,
              tomas,
              'Made by which version?',
              '2026-02-03T11:00:00Z',
            ),
          ],
        },
      ],
      comments: [said(`comment/${thanks}`, priya, 'Thank you 😀', '2026-02-03T13:00:00Z')],
      closes: [
        {
          key: `github:${repository.id}#${incident}`,
          number: incident,
          title: 'Payouts stuck',
          labels: ['incident', 'bank'],
          author: tomas,
          url: look.page(`/${home}/issues/${incident}`),
        },
      ],
    });

    function said(place: string, author: unknown, body: string, at: string) {
      return { key: `${key}/${place}`, author, body, at, url: expect.stringContaining(page) };
    }
  });

  test('not merged, it has nobody who merged it', async () => {
    const number = opened().people.openPull('adaeze', { title: 'Deadline' });
    expect(await change(number)).toMatchObject({ mergedAt: null, mergedBy: null, closes: [], body: '' });
  });

  test('whoever is gone is a ghost, and their words stay', async () => {
    const { people } = opened();
    const number = people.openPull('noor', { title: 'Deadline' });
    people.comment('noor', number, 'Ready.');
    people.merge('noor', number);
    people.deleteAccount('noor');
    const ghost = { key: 'github:ghost', label: 'ghost', type: 'user' };
    expect(await change(number)).toMatchObject({
      author: ghost,
      mergedBy: ghost,
      comments: [{ author: ghost, body: 'Ready.' }],
    });
  });

  test('a new login is a new label of the same person', async () => {
    const { people, look } = opened();
    const number = people.openPull('adaeze', { title: 'Deadline' });
    const { id } = look.memberOf('adaeze');
    people.changeLogin('adaeze', 'adaeze-obi');
    expect((await change(number)).author).toEqual({ key: `github:${id}`, label: 'adaeze-obi', type: 'user' });
  });

  test('lists longer than a page are read to their end, in their order', async () => {
    const { people } = opened();
    const files = Array.from({ length: 130 }, (_, index) => ({
      path: `src/part-${String(index).padStart(3, '0')}.ts`,
      additions: 1,
      deletions: 0,
    }));
    const number = people.openPull('adaeze', { title: 'Deadline', files });
    const words = Array.from({ length: 205 }, (_, index) => `Comment ${index}`);
    for (const body of words) people.comment('tomas', number, body);
    const facts = await change(number);
    expect(facts.comments.map(({ body }) => body)).toEqual(words);
    expect(facts.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(facts.filesTotal).toBe(130);
  });

  test('what the app itself says of it is no fact of it; what another bot says, or a person who copied it, is', async () => {
    const { people } = opened();
    const number = people.openPull('adaeze', { title: 'Deadline' });
    const own = withMarker('Worth remembering.', 'comment/1');
    people.comment('groundwork[bot]', number, own);
    people.comment('tomas', number, own);
    people.comment('dependabot[bot]', number, 'Superseded.');
    expect(
      (await change(number)).comments.map(({ author, body }) => [author.label, author.type, body]),
    ).toEqual([
      ['tomas', 'user', own],
      ['dependabot[bot]', 'bot', 'Superseded.'],
    ]);
  });
}

const sha = expect.stringMatching(/^[0-9a-f]{40}$/);

function file(path: string, rest: Partial<ChangeFacts['files'][number]>) {
  return { path, previousPath: null, binary: false, attribute: null, ...rest };
}
