import { describe, expect, test } from '@jest/globals';
import type { ReadingRig } from './rig.ts';

function loginsOf(people: readonly { readonly login: string }[]): readonly string[] {
  return people.map(({ login }) => login).toSorted();
}

export function organisationContract(opened: () => ReadingRig): void {
  const organisation = () => {
    const { reading, installation, organisation: login } = opened();
    return reading.organisation(installation, login);
  };
  const members = (...logins: readonly string[]) => logins.map((login) => opened().look.memberOf(login));

  test('a team holds the members of the teams within it, owners are told apart, outsiders are no members', async () => {
    const found = await organisation();
    expect(found.teams.map(({ slug, name }) => `${slug}: ${name}`).toSorted()).toEqual([
      'on-call: On-call',
      'payments: Payments',
    ]);
    const inTeam = (slug: string) => loginsOf(found.teams.find((team) => team.slug === slug)?.members ?? []);
    expect(inTeam('payments')).toEqual(['adaeze', 'priya', 'tomas']);
    expect(inTeam('on-call')).toEqual(['priya']);
    expect(found.owners).toEqual(members('siri'));
    expect(loginsOf(found.members)).toEqual(['adaeze', 'noor', 'priya', 'siri', 'tomas']);
    expect(found.members).toEqual(expect.arrayContaining([...members('adaeze', 'siri')]));
  });

  test('repositories are told as they are now', async () => {
    const { people, look } = opened();
    for (const [name, visibility] of [
      ['site', 'public'],
      ['tools', 'internal'],
      ['old', 'private'],
    ] as const)
      people.makeRepository(name, visibility);
    people.archive('old');
    const found = await organisation();
    for (const name of ['payments-service', 'site', 'tools', 'old'])
      expect(found.repositories).toContainEqual(look.repository(name));
    expect(look.repository('old')).toMatchObject({ archived: true, visibility: 'private' });
  });

  test('more members than a page are told to their end', async () => {
    const { people } = opened();
    for (let index = 0; index < 120; index += 1) people.join(`person-${index}`);
    expect((await organisation()).members).toHaveLength(125);
  });

  const rules = () => {
    const { reading, installation, organisation: login } = opened();
    return reading.rulesFile(installation, login);
  };

  describe('rules', () => {
    const [here, alsoHere] = ['.github/groundwork.yml', 'groundwork.yml'] as const;

    test('without a repository for them', async () => {
      expect(await rules()).toEqual({ kind: 'no-repository' });
    });

    test('without a file', async () => {
      opened().people.makeRepository('.github', 'private');
      expect(await rules()).toEqual({ kind: 'no-file', repository: opened().look.repository('.github') });
    });

    test.each([
      ['beside other settings', [here], here],
      ['at the root', [alsoHere], alsoHere],
      ['in both places: beside other settings', [alsoHere, here], here],
    ])('%s', async (_, paths, read) => {
      const { people, look, organisation: login } = opened();
      people.makeRepository('.github', 'public');
      for (const path of paths) people.write('.github', path, `# ${path}\nmode: live\n`);
      expect(await rules()).toEqual({
        kind: 'file',
        repository: look.repository('.github'),
        text: `# ${read}\nmode: live\n`,
        url: look.page(`/${login}/.github/blob/main/${read}`),
      });
    });
  });
}
