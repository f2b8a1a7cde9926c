import type { Cycle } from '../../evidence/cycle.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { evidenceOfOne } from '../../evidence/persons.ts';
import { withoutReverted } from '../../evidence/undo.ts';
import type { Framework } from '../../framework/compile.ts';
import type { Audience } from '../../people/audience.ts';
import { nameOfRules } from '../../people/rules-name.ts';
import { mayComment } from '../../people/rules-places.ts';
import type { Rules } from '../../people/rules.ts';
import { commentMarkdown } from '../../report/comment-markdown.ts';
import { compose } from '../../report/compose.ts';
import { plainLine } from '../../report/escape.ts';
import { prepMarkdown } from '../../report/prep-markdown.ts';
import { reportMarkdown } from '../../report/report-markdown.ts';
import { asOf } from '../../report/spread.ts';
import type { Part } from './read-work.ts';

/** What would be posted: one text, and where it would go. */
export type PreviewText = {
  /** `report`, `prep` or `comments`: also the name of its file. */
  readonly name: string;
  readonly place: string;
  readonly markdown: string;
};

export type Composed = {
  readonly organisation: string;
  readonly rules: Rules;
  readonly cycle: Cycle;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly audience: Audience;
  /** `harbour/reviews-ada`. */
  readonly place: string;
  readonly parts: readonly Part[];
  readonly framework: Framework;
  readonly model: string | null;
};

export function textsOf(about: Composed): readonly PreviewText[] {
  const { parts, rules, cycle, audience, place, framework } = about;
  const undoings = parts.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
  const all = parts.flatMap(({ evidence }) => evidence);
  const { evidence, reverted } = withoutReverted(all, undoings);
  const origin = {
    kind: 'github' as const,
    organisation: about.organisation,
    audience,
    gaps: ['This is a preview: what became of the work later was not looked at.'],
    framework: `${framework.pack.name} ${framework.pack.version}`,
    rules: nameOfRules(rules),
    model: about.model,
  };
  const engineer = audience.engineer.login;
  const leftOut = [...parts.flatMap((part) => part.leftOut ?? []), ...reverted];
  const report = asOf(
    about.now,
    compose({ engineer, cycle, origin, evidence: evidenceOfOne(evidence), leftOut }, framework),
  );
  const form = rules.publication.as === 'issue' ? 'an issue' : 'a pull request';
  return [
    { name: 'report', place: `${form} in ${place}`, markdown: reportMarkdown(report, framework) },
    { name: 'prep', place: `an issue in ${place}`, markdown: prepMarkdown(report, framework) },
    commentsOf(about),
  ];
}

function commentsOf({ parts, rules, framework, now }: Composed): PreviewText {
  const notable = parts.flatMap(({ own, evidence }) => {
    const told = evidence.filter(isNotable);
    const [first] = told;
    if (own === null || first === undefined || !mayComment(rules, own.repository)) return [];
    return [{ first, markdown: `${headOf(first)}\n\n${commentMarkdown(told, framework)}` }];
  });
  const comments = notable.filter(({ first }) => !isTooOld(first, rules, now));
  const none = 'No pull request of this window would get a comment.';
  const texts = comments.length === 0 ? [none] : comments.map(({ markdown }) => markdown);
  const older = notable.length - comments.length;
  return {
    name: 'comments',
    place: `${comments.length} ${comments.length === 1 ? 'comment' : 'comments'} on pull requests`,
    markdown: `${[...texts, ...(older === 0 ? [] : [olderOnes(older, rules)])].join('\n\n---\n\n')}\n`,
  };
}

/** As the worker chooses them: a change that is notable and told, never a review. */
function isNotable({ notable, activity, stands }: Evidence): boolean {
  return notable !== null && activity.kind === 'change' && stands === 'told';
}

/** As the worker counts: days of 24 hours. */
function isTooOld({ activity }: Evidence, { commentsWithinDays }: Rules, now: string): boolean {
  return Date.parse(now) > Date.parse(activity.at) + commentsWithinDays * 24 * 3_600_000;
}

function olderOnes(count: number, { commentsWithinDays: days }: Rules): string {
  const one = count === 1;
  return `${count} further pull ${one ? 'request is' : 'requests are'} notable, but ${one ? 'was' : 'were'} merged more than ${days} ${days === 1 ? 'day' : 'days'} ago: no comment is written on ${one ? 'it' : 'them'} any more (\`comments.within_days\`).`;
}

function headOf({ subject: { repository, number, url } }: Evidence): string {
  return `On ${plainLine(repository)}#${number ?? ''}${url === null ? '' : ` (${plainLine(url)})`}:`;
}
