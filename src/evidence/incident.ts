import type { Framework } from '../framework/compile.ts';
import type { CreditContext } from './credit.ts';
import type { Deed, Evidence } from './evidence.ts';
import { deedsOf } from './incident-deeds.ts';
import type { Actor, IssueFacts } from './facts.ts';
import { evidenceId } from './key.ts';
import { readTitle } from './title.ts';
import { withoutTemplate } from './template.ts';

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

const drill =
  /\b(drill|game ?days?|exercise|rehearsal|table-?top|simulat\w+|test (?:incident|page|alert))\b/iu;
/** Fields to fill in, or the word itself at either end; a template that fails in production is an incident. */
const template =
  /^\W*(?:\w+ )?template\W*(?:<|$|:|\])|^\W*template\b|<[^<>\n]{2,60}>|\[(?:title|service|summary|date)\]|\bYYYY-MM-DD\b/iu;
const duplicate = /(?<!\b(?:not|no|never) (?:an? )?)\bduplicate of #?\d/iu;
/** Fewer characters of somebody's own words than this describe no incident. */
const fewestCharacters = 40;

/** An incident of which enough is told to be evidence of anything. */
export function isIncident(issue: IssueFacts, incidentLabels: readonly string[]): boolean {
  const isTold = ownWords(issue) >= fewestCharacters || issue.comments.length > 0;
  return isTold && isCalledIncident(issue, incidentLabels);
}

/** Labels sit on drills, templates and duplicates too: those are no incidents. */
export function isCalledIncident(issue: IssueFacts, incidentLabels: readonly string[]): boolean {
  if (!hasIncidentLabel(issue, incidentLabels)) return false;
  const labels = issue.labels.map((label) => label.toLowerCase());
  if (drill.test(issue.title) || template.test(issue.title)) return false;
  if (labels.some((label) => label === 'duplicate' || drill.test(label))) return false;
  const texts = [issue.body, ...issue.comments.map(({ body }) => body)];
  return !texts.some((text) => duplicate.test(text)) && !drill.test(issue.body.slice(0, 200));
}

/** Whether one of its labels is one of incidents. Capital letters make no difference. */
export function hasIncidentLabel(
  { labels }: Pick<IssueFacts, 'labels'>,
  incidentLabels: readonly string[],
): boolean {
  const wanted = new Set(incidentLabels.map((label) => label.toLowerCase()));
  return labels.some((label) => wanted.has(label.toLowerCase()));
}

function ownWords({ body }: IssueFacts): number {
  return withoutTemplate(body).text.replace(/\s+/gu, ' ').trim().length;
}

function toEvidence(issue: IssueFacts, person: Actor, deeds: readonly Deed[], area: string): Evidence {
  const activity = `${issue.key}/responder/${person.key}`;
  const key = `${activity}/${area}`;
  const title = readTitle(issue.title);
  const ended = deeds.some(({ did }) => did === 'fixed' || did === 'wrote it up');
  return {
    id: evidenceId(key),
    key,
    activity: {
      key: activity,
      kind: 'incident',
      person,
      part: 'responder',
      agents: [],
      at: deeds[0]?.at ?? issue.openedAt,
      shared: [],
    },
    subject: subjectOfIssue(issue),
    area,
    stands: 'told',
    primary: true,
    signals: [],
    win: {
      text: title.words,
      quote: { text: title.words, place: { in: 'title' } },
      grade: issue.author.key === person.key ? 'author' : 'peer',
    },
    impact: null,
    metrics: [],
    notable: ended
      ? { reason: 'It ended an incident, or wrote down what was learned.', strength: 0.55 }
      : null,
    worth: ended ? 0.6 : 0.35,
    unseen: null,
    outline: null,
    deeds,
    outcome: [],
  };
}

function subjectOfIssue({ key, repository, number, url, title }: IssueFacts): Evidence['subject'] {
  const { words, tickets } = readTitle(title);
  const named = { repository: repository.name, number, commit: null, url };
  return { key, ...named, title: words, whole: title, tickets, mentions: [] };
}
