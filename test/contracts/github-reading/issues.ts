import { expect, test } from '@jest/globals';
import { actor } from './rig.ts';
import type { ReadingRig } from './rig.ts';

export function issueContract(opened: () => ReadingRig): void {
  const issue = (number: number) => {
    const { reading, repository } = opened();
    return reading.subject({ kind: 'issue', number, repository });
  };

  test('is read whole, with the pull requests that speak of it, in one request', async () => {
    const { people, look, repository, organisation, requests } = opened();
    const [adaeze, tomas, priya] = ['adaeze', 'tomas', 'priya'].map((login) => actor(opened(), login));
    const home = `${organisation}/payments-service`;
    people.now('2026-02-03T09:00:00Z');
    const number = people.openIssue('tomas', {
      title: 'Payouts stuck',
      body: 'Since 04:10.',
      labels: ['incident'],
      assignees: ['adaeze', 'priya'],
    });
    people.now('2026-02-03T10:00:00Z');
    const comment = people.comment('priya', number, 'The queue grows.');
    const look1 = people.openPull('priya', { title: 'Log more', body: `For #${number}.` });
    people.now('2026-02-03T11:00:00Z');
    const fix = people.openPull('adaeze', { title: 'Deadline', body: `Fixes #${number}` });
    const after = people.openIssue('tomas', { title: 'Follow-up', body: `After #${number}` });
    people.closeIssue('priya', after);
    people.now('2026-02-03T12:00:00Z');
    people.merge('tomas', fix);

    const before = requests();
    const facts = await issue(number);
    expect(requests() - before).toBe(1);

    const key = `github:${repository.id}#${number}`;
    const page = look.page(`/${home}/issues/${number}`);
    expect(facts).toEqual({
      kind: 'issue',
      key,
      repository: { key: `github:${repository.id}`, name: home, private: true },
      number,
      url: page,
      title: 'Payouts stuck',
      body: 'Since 04:10.',
      author: tomas,
      assignees: [adaeze, priya],
      openedAt: '2026-02-03T09:00:00Z',
      closedAt: '2026-02-03T12:00:00Z',
      closedBy: tomas,
      stateReason: 'completed',
      labels: ['incident'],
      comments: [
        {
          key: `${key}/comment/${comment}`,
          author: priya,
          body: 'The queue grows.',
          at: '2026-02-03T10:00:00Z',
          url: expect.stringContaining(page),
        },
      ],
      linked: [
        linked(look1, 'Log more', priya, { mergedAt: null, closes: false }),
        linked(fix, 'Deadline', adaeze, { mergedAt: '2026-02-03T12:00:00Z', closes: true }),
      ],
      mentionedIn: [
        {
          key: `github:${repository.id}#${after}`,
          number: after,
          title: 'Follow-up',
          body: `After #${number}`,
          labels: [],
          author: tomas,
          assignees: [],
          closedAt: '2026-02-03T11:00:00Z',
          closedBy: priya,
          stateReason: 'completed',
          url: look.page(`/${home}/issues/${after}`),
        },
      ],
    });

    function linked(at: number, title: string, author: unknown, rest: object) {
      const url = look.page(`/${home}/pull/${at}`);
      return {
        key: `github:${repository.id}#${at}`,
        number: at,
        repository: home,
        title,
        author,
        coAuthors: [],
        assignees: [],
        labels: [],
        url,
        ...rest,
      };
    }
  });

  test('open, it has nobody who closed it; closed by hand, whoever did', async () => {
    const { people } = opened();
    const number = people.openIssue('tomas', { title: 'Payouts stuck' });
    expect(await issue(number)).toMatchObject({ closedAt: null, closedBy: null, linked: [] });
    people.now('2026-02-05T08:00:00Z');
    people.closeIssue('siri', number);
    expect(await issue(number)).toMatchObject({
      closedAt: '2026-02-05T08:00:00Z',
      closedBy: actor(opened(), 'siri'),
    });
  });

  test('more than a page of comments is read to its end', async () => {
    const { people } = opened();
    const number = people.openIssue('tomas', { title: 'Payouts stuck' });
    const words = Array.from({ length: 101 }, (_, index) => `Comment ${index}`);
    for (const body of words) people.comment('priya', number, body);
    expect((await issue(number))?.comments.map(({ body }) => body)).toEqual(words);
  });
}
