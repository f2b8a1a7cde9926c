import type { Issue, Pull, Repository } from '../state.ts';

/** Addresses of the interface and of the pages; both begin with the same base here. */
export function apiOf(base: string, repository: Repository): string {
  return `${base}/repos/${repository.owner}/${repository.name}`;
}

export function pageOf(base: string, repository: Repository): string {
  return `${base}/${repository.owner}/${repository.name}`;
}

export function threadPage(base: string, repository: Repository, thread: Issue | Pull): string {
  const kind = thread.kind === 'pull' ? 'pull' : 'issues';
  return `${pageOf(base, repository)}/${kind}/${thread.number}`;
}
