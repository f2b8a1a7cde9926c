import { nameOf } from '../github/permissions.ts';
import { managersOf, reportsName } from './office.ts';
import { fullName } from './cast.ts';
import type { Cast } from './cast.ts';
import type { Played } from './check.ts';
import type { Difference } from './compare.ts';
import { peopleKept } from './evidence.ts';
import { rulesRepository } from './perform-office.ts';
import { isAnswer } from './posts.ts';
import type { Post } from './posts.ts';
import { readersOf } from '../github/permissions.ts';

const reportLabel = 'evidence report';
const preparationLabel = 'review preparation';

/** Where the application's texts stand: each where it belongs, none where it does not, none twice. */
export function checkPlaces({ cast, tables }: Played, posts: readonly Post[]): readonly Difference[] {
  const engineers = cast.story.people.filter(({ role }) => role === 'engineer').map(({ login }) => login);
  return [
    ...engineers.flatMap((login) => checkOwn(cast, posts, login)),
    ...checkElsewhere(cast, posts, engineers),
    ...checkOnce(posts),
    ...checkPublic(cast, posts),
    ...[...peopleKept(tables, cast)]
      .filter((login) => !engineers.includes(login))
      .map((login) => ({ where: 'activities', expected: `nothing of ${login}`, found: 'something' })),
  ];
}

/** One report and one preparation in the repository of their own, which nobody else can read. */
function checkOwn(cast: Cast, posts: readonly Post[], login: string): readonly Difference[] {
  const where = ownRepository(cast, login);
  const own = posts.filter(({ kind, repository }) => kind === 'issue' && repository === where);
  const counts = [reportLabel, preparationLabel].flatMap((label) => {
    const count = own.filter(({ labels }) => labels.includes(label)).length;
    return count === 1 ? [] : [{ where, expected: `one issue labelled "${label}"`, found: String(count) }];
  });
  return [...counts, ...checkReaders(cast, where, login)];
}

function checkReaders({ world, story }: Cast, where: string, login: string): readonly Difference[] {
  const repository = world.state.repositories.get(where);
  if (repository === undefined) return [{ where, expected: 'a repository', found: 'none' }];
  const owners = story.people.filter(({ owner }) => owner === true).map((person) => person.login);
  const allowed = new Set([login, ...managersOf(story, login), ...owners]);
  return [...readersOf(world.state, repository).keys()]
    .filter((reader) => !allowed.has(reader))
    .map((reader) => ({ where, expected: `nothing for ${reader} to read`, found: 'they can read it' }));
}

/** Beside the notice, and the comments on pull requests, nothing stands anywhere else. */
function checkElsewhere(
  cast: Cast,
  posts: readonly Post[],
  engineers: readonly string[],
): readonly Difference[] {
  const own = new Set(engineers.map((login) => ownRepository(cast, login)));
  const notices = fullName(cast.story, rulesRepository);
  const issues = posts.filter(({ kind }) => kind === 'issue');
  const strange = issues.filter(({ repository }) => repository !== notices && !own.has(repository));
  const told = issues.filter(({ repository }) => repository === notices).length;
  return [
    ...strange.map(({ repository, number, title }) => ({
      where: `${repository}#${number}`,
      expected: 'no issue of the application',
      found: title ?? '',
    })),
    ...(told === 1 ? [] : [{ where: notices, expected: 'one issue, the notice', found: `${told} issues` }]),
    ...posts
      .filter(({ kind }) => kind === 'review' || kind === 'pull request')
      .map(({ repository, number, kind }) => ({
        where: `${repository}#${number}`,
        expected: `no ${kind} of the application`,
        found: `a ${kind}`,
      })),
  ];
}

const marker = /<!-- groundwork:([0-9a-f]{32}):/g;

function checkOnce(posts: readonly Post[]): readonly Difference[] {
  const names = posts.flatMap((post) =>
    [...post.body.matchAll(marker)].map(([, name]) => ({ name, where: `${post.repository}#${post.number}` })),
  );
  const comments = posts
    .filter((post) => post.kind === 'comment' && !post.repository.includes('/reviews-') && !isAnswer(post))
    .map(({ repository, number }) => `${repository}#${number}`);
  const twice = comments.filter((where, index) => comments.indexOf(where) !== index);
  return [
    ...names
      .filter(({ name }, index) => names.findIndex((other) => other.name === name) !== index)
      .map(({ where }) => ({ where, expected: 'each text once', found: 'one more time' })),
    ...twice.map((where) => ({ where, expected: 'one comment', found: 'more than one' })),
    ...posts
      .filter(({ body }) => [...body.matchAll(marker)].length !== 1)
      .map(({ repository, number }) => ({
        where: `${repository}#${number}`,
        expected: 'a text that is found again by its marker',
        found: 'none',
      })),
  ];
}

function checkPublic({ world }: Cast, posts: readonly Post[]): readonly Difference[] {
  return posts
    .filter(({ repository }) => world.state.repositories.get(repository)?.visibility !== 'private')
    .map(({ repository, number }) => ({
      where: `${repository}#${number}`,
      expected: 'nothing where everybody can read',
      found: 'a text of the application',
    }));
}

function ownRepository({ world, story }: Cast, login: string): string {
  const current = world.state.users.get(nameOf(world.state, login) ?? login)?.login ?? login;
  return fullName(story, reportsName(current));
}
