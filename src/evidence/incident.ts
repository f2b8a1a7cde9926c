import type { Framework } from '../framework/compile.ts';
import type { CreditContext } from './credit.ts';
import type { Deed, Evidence } from './evidence.ts';
import { isCalledIncident } from './incident/called.ts';
import { deedsOf } from './incident/deeds.ts';
import { agentsIn } from './incident/links.ts';
import { signalsOf } from './incident/words.ts';
import type { Actor, IssueFacts } from './facts.ts';
import { evidenceId } from './key.ts';
import type { Notable } from './notable.ts';
import type { Signal } from './signal.ts';
import { readTitle } from './title.ts';
import { withoutTemplate } from './template.ts';

export { hasIncidentLabel, isCalledIncident } from './incident/called.ts';

/**
 * Who had which part in an incident, as GitHub recorded it: reported, fixed, wrote it up, followed up. One piece of
 * evidence for each of them, in the area that the framework names.
 */
export function creditIncident(
  issue: IssueFacts,
  { pack }: Framework,
  { incidentLabels }: Pick<CreditContext, 'incidentLabels'>,
): readonly Evidence[] {
  if (!isIncident(issue, incidentLabels)) return [];
  return deedsOf(issue).map(({ person, deeds }) => toEvidence(issue, person, deeds, pack.credits.incident));
}

/** Fewer characters of somebody's own words than this describe no incident. */
const fewestCharacters = 40;

/** An incident of which enough is told to be evidence of anything. */
export function isIncident(issue: IssueFacts, incidentLabels: readonly string[]): boolean {
  const isTold = ownCharacters(issue) >= fewestCharacters || issue.comments.length > 0;
  return isTold && isCalledIncident(issue, incidentLabels);
}

function ownCharacters({ body }: IssueFacts): number {
  return withoutTemplate(body).text.replace(/\s+/gu, ' ').trim().length;
}

function toEvidence(issue: IssueFacts, person: Actor, deeds: readonly Deed[], area: string): Evidence {
  const activity = `${issue.key}/responder/${person.key}`;
  const key = `${activity}/${area}`;
  const title = readTitle(issue.title);
  const notable = notableOf(deeds);
  const signals = signalsOf(issue, person);
  return {
    id: evidenceId(key),
    key,
    activity: {
      key: activity,
      kind: 'incident',
      person,
      part: 'responder',
      agents: agentsIn(deeds, issue),
      at: deeds[0]?.at ?? issue.openedAt,
      shared: [],
    },
    subject: subjectOfIssue(issue),
    area,
    stands: 'told',
    primary: true,
    signals,
    win: {
      text: title.words,
      quote: { text: title.words, place: { in: 'title' } },
      grade: issue.author.key === person.key ? 'author' : 'peer',
    },
    impact: null,
    metrics: [],
    notable,
    worth: worthOf(notable, signals),
    unseen: null,
    outline: null,
    deeds,
    outcome: [],
    notes: [],
  };
}

/** What a fair manager could cite: the incident was ended, or others can learn from it. */
function notableOf(deeds: readonly Deed[]): Notable | null {
  const did = new Set(deeds.map((deed) => deed.did));
  const [fixed, wrote] = [did.has('fixed'), did.has('wrote it up') || did.has('wrote it up here')];
  if (!fixed && !wrote) return null;
  const reason = fixed
    ? `It fixed an incident${wrote ? ' and wrote down what was learned from it' : ''}.`
    : 'It wrote down what was learned from an incident.';
  return { reason, strength: 0.55 };
}

function worthOf(notable: Notable | null, signals: readonly Signal[]): number {
  if (notable !== null) return 0.6;
  return signals.length > 0 ? 0.45 : 0.35;
}

function subjectOfIssue({ key, repository, number, url, title }: IssueFacts): Evidence['subject'] {
  const { words, tickets } = readTitle(title);
  const named = { repository: repository.name, number, commit: null, url };
  return { key, ...named, title: words, whole: title, tickets, mentions: [], arrivedWith: null };
}
