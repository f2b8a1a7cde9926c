import type { RepositoryFacts } from './organisation.ts';
import type { Rules } from './rules.ts';

/** Where one engineer's reports go: `harbour/reviews-adaeze`. `organisation` is the login of the organisation itself. */
export function reportsPlace(login: string, organisation: string, { publication }: Rules): string {
  return `${publication.owner ?? organisation}/${publication.repository.replaceAll('{login}', login)}`;
}

/** Whether nothing is read from a repository (`owner/name`): the rules leave it out, or reports are kept there. */
export function isLeftOut(fullName: string, { repositories, publication }: Rules): boolean {
  const [owner = '', name = ''] = fullName.toLowerCase().split('/');
  if (repositories.leaveOut.some((one) => one.toLowerCase() === name)) return true;
  // Where reports have an organisation of their own, a name like theirs means nothing elsewhere.
  if (publication.owner !== null && publication.owner.toLowerCase() !== owner) return false;
  const [before = '', after = ''] = publication.repository.toLowerCase().split('{login}');
  return name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
}

/** Whether notable work gets its comment here: never where others can see it, unless the rules say so. */
export function mayComment(
  { comments }: Rules,
  { visibility, archived }: Pick<RepositoryFacts, 'visibility' | 'archived'>,
): boolean {
  if (archived || comments === 'nowhere') return false;
  return comments === 'everywhere' || visibility === 'private';
}
