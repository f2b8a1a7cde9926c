import type { StoryHappening } from './story.ts';

export const happenings: readonly StoryHappening[] = [
  { kind: 'renamed', at: '2026-03-18T08:05:00Z', login: 'arturs-k', to: 'arturs' },
  { kind: 'joins', at: '2026-04-07T06:30:00Z', login: 'noor', team: 'payments' },
];

/** Nobody says why. Half-open: the first moment of being away, and of being back. */
export const away: readonly { readonly login: string; readonly from: string; readonly to: string }[] = [
  { login: 'jun', from: '2026-03-31T15:00:00Z', to: '2026-05-31T22:00:00Z' },
];

/**
 * What somebody is called on GitHub at that time. The story's own data name everybody by their first login, before and
 * after they change it; only the texts that people write follow the change.
 */
export function loginAt(login: string, at: string): string {
  const changes = happenings.filter((one) => one.kind === 'renamed').filter((one) => one.at <= at);
  return changes.reduce((name, one) => (one.login === name ? one.to : name), login);
}

export function isThere(login: string, at: string): boolean {
  const joined = happenings.find((one) => one.kind === 'joins' && one.login === login);
  if (joined !== undefined && at < joined.at) return false;
  return !away.some((span) => span.login === login && span.from <= at && at < span.to);
}
