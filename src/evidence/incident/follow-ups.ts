import type { Deed } from '../evidence.ts';
import type { Actor, IssueFacts, MentioningIssue } from '../facts.ts';
import { ownText } from '../remark/text.ts';
import { followsUp, isAboutAnother } from './links.ts';

type Closed = Extract<Deed, { readonly did: 'closed a follow-up' }>;

/** Who closed what was left to do after an incident: the issues that are told as its follow-ups, and were done. */
export function followUpDeeds(issue: IssueFacts): readonly (readonly [person: Actor, deed: Closed])[] {
  const listed = listedIn(issue);
  return issue.mentionedIn.flatMap((other): readonly (readonly [Actor, Closed])[] => {
    const { number, url, assignees, closedAt, closedBy, stateReason } = other;
    if (closedAt === null || closedBy === null || closedAt < issue.openedAt) return [];
    if (stateReason === 'not_planned' || stateReason === 'duplicate') return [];
    if (!listed.has(number) && !isTold(other, issue)) return [];
    const assigned = assignees.some(({ key }) => key === closedBy.key);
    // Pressing the button of what somebody else was to do is nobody's deed.
    if (assignees.length > 0 && !assigned) return [];
    return [[closedBy, { did: 'closed a follow-up', at: closedAt, label: `#${number}`, url, assigned }]];
  });
}

const ofNumber =
  /\b(?:follow(?:s|ing)?[- ]?ups?|action items?)\b(?: \w+){0,2}? (?:of|to|from|for|after|in|on)\b[^.!?\n#]{0,60}#(?<number>\d{1,7})\b/giu;
const denied = /\b(?:not?|never|neither)(?: \w+){0,2} (?:follow|action)|n['’]t (?:an? )?(?:follow|action)/iu;
const labelled = /^(?:(?:incident|outage|post-?mortem)\W+)?(?:follow\W?ups?|action\W?items?)$/iu;

/** A mention alone is none: its title, its label or its own words say that it follows up, and what. */
function isTold({ title, body, labels }: MentioningIssue, issue: IssueFacts): boolean {
  if (title === '' || isAboutAnother(title, issue)) return false;
  const said = ownText(body)
    .split('\n')
    .filter((line) => !denied.test(line))
    .join('\n');
  const named = [...said.matchAll(ofNumber)].map(({ groups }) => Number(groups?.['number']));
  if (named.length > 0) return named.includes(issue.number);
  return followsUp.test(title) || labels.some((label) => labelled.test(lastPart(label)));
}

/** `type: follow-up`, `kind/action-item`. */
function lastPart(label: string): string {
  return (label.split(/[/:]/u).at(-1) ?? '').trim();
}

const task = /^[ \t]*[-*+] \[[ xX]\](?<text>[^\n]{1,400})$/gmu;
const here = /(?<![\w/#-])#(?<number>\d{1,7})\b/gu;
const mostRead = 20_000;

/** What the tasks of the incident name: a list of what is to be done, by those who were there. */
function listedIn({ body, comments }: IssueFacts): ReadonlySet<number> {
  const texts = [body, ...comments.map((comment) => comment.body)].map((text) => text.slice(0, mostRead));
  const tasks = texts.flatMap((text) => [...text.matchAll(task)].map(({ groups }) => groups?.['text'] ?? ''));
  return new Set(
    tasks.flatMap((text) => [...text.matchAll(here)].map(({ groups }) => Number(groups?.['number']))),
  );
}
