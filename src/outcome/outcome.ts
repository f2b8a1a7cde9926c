import type { Outcome } from '../evidence/evidence.ts';
import type { ChangeFacts, Facts, IssueFacts } from '../evidence/facts.ts';
import { isCalledIncident } from '../evidence/incident.ts';
import { linksTo } from './linking.ts';
import { creditedUndoing } from './undoing.ts';

export type Lookback = {
  readonly days: number;
  /** What was merged and opened in the same repository since. Null where the app could not look all the time. */
  readonly since: readonly Facts[] | null;
  readonly incidentLabels: readonly string[];
};

/** More that link to a document show no more. */
const mostLinks = 4;

/** Absence becomes a dated fact only where somebody looked. */
export function outcomeOf(change: ChangeFacts, { days, since, incidentLabels }: Lookback): Outcome {
  if (since === null) return { kind: 'unwatched', days, by: [] };
  const reverts = since.filter((later) => later.kind === 'change' && creditedUndoing(change, later));
  if (reverts.length > 0) return { kind: 'reverted', days, by: reverts.map(toReference) };
  const incidents = since.filter(
    (later) => later.kind === 'issue' && isCalledIncident(later, incidentLabels) && names(later, change),
  );
  if (incidents.length > 0) return { kind: 'disturbed', days, by: incidents.map(toReference) };
  return { kind: 'held', days, by: linksTo(change, since).slice(0, mostLinks).map(toReference) };
}

/** An incident names a change where its text or a comment does so by number; a fix that is linked to it does not. */
function names(issue: IssueFacts, change: ChangeFacts): boolean {
  if (change.number === null) return false;
  const fixes = issue.linked.some(({ key, closes }) => key === change.key && closes);
  if (fixes) return false;
  const number = new RegExp(String.raw`(?<![\w/#-])#${change.number}\b`, 'u');
  const texts = [issue.title, issue.body, ...issue.comments.map(({ body }) => body)];
  return texts.some((text) => number.test(text));
}

function toReference({ number, key, url }: Facts): Outcome['by'][number] {
  return { label: number === null ? key : `#${number}`, url };
}
