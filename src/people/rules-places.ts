import type { RepositoryFacts } from './organisation.ts';
import type { Rules } from './rules.ts';

/** Where one engineer's reports go: `harbour/reviews-adaeze`. `organisation` is the login of the organisation itself. */
export function reportsPlace(login: string, organisation: string, { publication }: Rules): string {
  return `${publication.owner ?? organisation}/${publication.repository.replaceAll('{login}', login)}`;
}

/** Whether no work is read from a repository (`owner/name`): the rules leave it out, or reports are kept there. */
export function isLeftOut(fullName: string, rules: Pick<Rules, 'repositories' | 'publication'>): boolean {
  return isUnread(fullName, rules) || holdsReports(fullName, rules);
}

/** Whether the rules leave a repository out by its name. */
export function isUnread(fullName: string, { repositories }: Pick<Rules, 'repositories'>): boolean {
  const name = fullName.toLowerCase().split('/')[1] ?? '';
  return repositories.leaveOut.some((one) => one.toLowerCase() === name);
}

function holdsReports(fullName: string, { publication }: Pick<Rules, 'publication'>): boolean {
  const [owner = '', name = ''] = fullName.toLowerCase().split('/');
  // Where reports have an organisation of their own, a name like theirs means nothing elsewhere.
  if (publication.owner !== null && publication.owner.toLowerCase() !== owner) return false;
  const [before = '', after = ''] = publication.repository.toLowerCase().split('{login}');
  return name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
}

/** Whose reports are kept in a repository, of those who are or were on the roster; null where nobody's are. */
export function whoseReports<Known extends { readonly login: string }>(
  fullName: string,
  organisation: string,
  rules: Rules,
  roster: readonly Known[],
): Known | null {
  const wanted = fullName.toLowerCase();
  return (
    roster.findLast(({ login }) => reportsPlace(login, organisation, rules).toLowerCase() === wanted) ?? null
  );
}

/** Whether notable work gets its comment here: never where others can see it, unless the rules say so. */
export function mayComment(
  { comments }: Rules,
  { visibility, archived }: Pick<RepositoryFacts, 'visibility' | 'archived'>,
): boolean {
  if (archived || comments === 'nowhere') return false;
  return comments === 'everywhere' || visibility === 'private';
}
