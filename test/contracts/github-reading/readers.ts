import { expect, test } from '@jest/globals';
import type { ReadingRig } from './rig.ts';

export function readerContract(opened: () => ReadingRig): void {
  const readersOf = async (name: string) => {
    const { reading, installation, organisation, look } = opened();
    const { id } = look.repository(name);
    return reading.readers({ installation, id, name: `${organisation}/${name}` });
  };
  const loginsOf = async (name: string) =>
    ((await readersOf(name))?.readers ?? []).map(({ login }) => login).toSorted();

  test('owners, though nobody let them in, and whoever was let in: outsiders, too', async () => {
    const { people, look } = opened();
    people.makeRepository('reviews-noor', 'private');
    people.letIn('reviews-noor', 'noor');
    people.letIn('reviews-noor', 'jonas');
    const found = await readersOf('reviews-noor');
    expect(found?.repository).toEqual(look.repository('reviews-noor'));
    expect(found?.readers).toHaveLength(3);
    for (const login of ['jonas', 'noor', 'siri'])
      expect(found?.readers).toContainEqual(look.memberOf(login));
  });

  test('members of a team, and of the teams within it', async () => {
    expect(await loginsOf('payments-service')).toEqual(['adaeze', 'priya', 'siri', 'tomas']);
  });

  test('all members, where the organisation lets them read everything', async () => {
    const { people } = opened();
    people.makeRepository('reviews-noor', 'private');
    expect(await loginsOf('reviews-noor')).toEqual(['siri']);
    people.basePermission('read');
    expect(await loginsOf('reviews-noor')).toEqual(['adaeze', 'noor', 'priya', 'siri', 'tomas']);
  });

  test('visibility is told as it is at that moment, under the name of that moment', async () => {
    const { people, reading, installation, organisation, look } = opened();
    people.makeRepository('site', 'public');
    const { id } = look.repository('site');
    people.rename('site', 'home');
    people.makeRepository('site', 'private');
    const found = await reading.readers({ installation, id, name: `${organisation}/site` });
    expect(found?.repository).toEqual({
      id,
      name: `${organisation}/home`,
      visibility: 'public',
      archived: false,
    });
  });

  test('more readers than a page are told to their end', async () => {
    const { people } = opened();
    people.makeRepository('reviews-noor', 'private');
    for (let index = 0; index < 120; index += 1) people.join(`person-${index}`);
    people.basePermission('read');
    expect(await loginsOf('reviews-noor')).toHaveLength(125);
  });

  test('null where there is none', async () => {
    const { reading, repository } = opened();
    expect(await reading.readers({ ...repository, id: 1, name: 'harbour/nowhere' })).toBeNull();
  });
}
