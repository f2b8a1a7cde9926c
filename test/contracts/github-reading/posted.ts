import { expect, test } from '@jest/globals';
import { actor } from './rig.ts';
import type { ReadingRig } from './rig.ts';

export function postedContract(opened: () => ReadingRig): void {
  const posted = (number: number) => opened().reading.posted(opened().repository, number);

  test('the text as it is, who changed it last and when, and what was written below it, in one request', async () => {
    const { people, look, repository, organisation, requests } = opened();
    people.now('2026-06-17T08:00:00Z');
    const number = people.openIssue('siri', {
      title: 'What the record holds',
      body: '- [x] Deadline `E-41c9a2`',
    });
    people.now('2026-06-18T09:00:00Z');
    people.edit('tomas', number, '- [x] Deadline, please `E-41c9a2`');
    people.now('2026-06-18T10:00:00Z');
    people.edit('adaeze', number, '- [ ] Deadline `E-41c9a2`');
    people.now('2026-06-19T10:00:00Z');
    const comment = people.comment('adaeze', number, 'I taught two colleagues to read query plans.');
    const before = requests();
    expect(await posted(number)).toEqual({
      body: '- [ ] Deadline `E-41c9a2`',
      editedBy: actor(opened(), 'adaeze'),
      editedAt: '2026-06-18T10:00:00Z',
      replies: [
        {
          key: `github:${repository.id}#${number}/comment/${comment}`,
          author: actor(opened(), 'adaeze'),
          body: 'I taught two colleagues to read query plans.',
          at: '2026-06-19T10:00:00Z',
          url: expect.stringContaining(look.page(`/${organisation}/payments-service/issues/${number}`)),
        },
      ],
    });
    expect(requests() - before).toBe(1);
  });

  test('nobody has touched it', async () => {
    const number = opened().people.openIssue('siri', { title: 'What the record holds', body: 'Nothing.' });
    expect(await posted(number)).toEqual({ body: 'Nothing.', editedBy: null, editedAt: null, replies: [] });
  });

  test('it is gone, or is a pull request', async () => {
    expect(await posted(99)).toBeNull();
    expect(await posted(opened().people.openPull('tomas', { title: 'Deadline' }))).toBeNull();
  });
}
