import { expect, test } from '@jest/globals';
import type { ReadingRig } from './rig.ts';

export function placeContract(opened: () => ReadingRig): void {
  const change = (number: number) => {
    const { reading, repository } = opened();
    return reading.subject({ kind: 'change', number, repository });
  };

  test('there is nothing where nothing is, and no pull request where an issue is', async () => {
    const { people, reading, repository } = opened();
    const issue = people.openIssue('tomas', { title: 'Payouts stuck' });
    const pull = people.openPull('tomas', { title: 'Deadline' });
    expect(await change(99)).toBeNull();
    expect(await change(issue)).toBeNull();
    expect(await reading.subject({ kind: 'issue', number: pull, repository })).toBeNull();
    const elsewhere = { ...repository, id: 1, name: 'harbour/nowhere' };
    expect(await reading.subject({ kind: 'change', number: pull, repository: elsewhere })).toBeNull();
  });

  test('a repository is found under its new name, and never taken for one that took the old name', async () => {
    const { people, organisation } = opened();
    const number = people.openPull('tomas', { title: 'Deadline' });
    people.rename('payments-service', 'payouts');
    expect(await change(number)).toMatchObject({
      title: 'Deadline',
      repository: { name: `${organisation}/payouts` },
    });
    people.makeRepository('payments-service', 'private');
    expect(await change(number)).toMatchObject({
      title: 'Deadline',
      repository: { name: `${organisation}/payouts` },
    });
  });

  test('a repository is told by its name, as it is at that moment', async () => {
    const { people, look, reading, installation, organisation } = opened();
    people.makeRepository('reviews-tomas', 'private');
    const name = `${organisation}/reviews-tomas`;
    const { id } = look.repository('reviews-tomas');
    expect(await reading.repository(installation, name)).toEqual({
      id,
      name,
      visibility: 'private',
      archived: false,
    });
    people.archive('reviews-tomas');
    expect(await reading.repository(installation, name)).toMatchObject({ id, archived: true });
    expect(await reading.repository(installation, `${organisation}/reviews-nobody`)).toBeNull();
  });
}
