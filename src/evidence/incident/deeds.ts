import type { Deed } from '../evidence.ts';
import type { Actor, CommentFacts, IssueFacts } from '../facts.ts';
import { followUpDeeds } from './follow-ups.ts';
import { linkedDeeds } from './links.ts';
import { isBot } from '../noise.ts';
import { isChatter } from '../remark/chatter.ts';
import { ownSentences, wordsOf } from '../remark/text.ts';
import { withoutTemplate } from '../template.ts';
import { isWriteUp } from './write-up.ts';

export type Part = { readonly person: Actor; readonly deeds: readonly Deed[] };

/** Words in a report of an incident from which on it tells something. */
const tellingReport = 20;
const tellingComment = 12;
/** So many telling comments show that somebody took part, or one that tells much. */
const tookPart = 2;
const tellsAlone = 25;

/** Everybody who had a part in an incident, by what is recorded; nobody for a label, a ping or a thumbs-up alone. */
export function deedsOf(issue: IssueFacts): readonly Part[] {
  const all = [
    ...reported(issue),
    ...linkedDeeds(issue),
    ...wroteUp(issue),
    ...followUpDeeds(issue),
    ...present(issue),
    ...talked(issue),
  ];
  const people = Map.groupBy(
    all.filter(([person]) => !isBot(person)),
    ([person]) => person.key,
  );
  return [...people.values()].flatMap(partOf).toSorted(byTime);
}

/** Being assigned or pressing the button to close says nothing alone. */
function partOf(rows: readonly Row[]): readonly Part[] {
  const deeds = rows.map(([, deed]) => deed).toSorted((a, b) => compare(a.at, b.at));
  const person = rows[0]?.[0];
  const counts = deeds.some(isPart);
  return person === undefined || !counts ? [] : [{ person, deeds }];
}

function isPart(deed: Deed): boolean {
  if (deed.did === 'closed a follow-up') return deed.assigned;
  return deed.did !== 'was assigned' && deed.did !== 'closed';
}

/** By their first deed; at the same moment by key, so that the order of reading never shows. */
function byTime(one: Part, other: Part): number {
  const [first = '', second = ''] = [one.deeds[0]?.at, other.deeds[0]?.at];
  return compare(first, second) || compare(one.person.key, other.person.key);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

type Row = readonly [person: Actor, deed: Deed];

/** In words of their own: a form filled in by nobody reports nothing. */
function reported({ author, body, openedAt }: IssueFacts): readonly Row[] {
  const told = wordsOf(withoutTemplate(body).text);
  return told >= tellingReport ? [[author, { did: 'reported', at: openedAt }]] : [];
}

function present({ assignees, openedAt, closedBy, closedAt }: IssueFacts): readonly Row[] {
  const assigned = assignees.map((person): Row => [person, { did: 'was assigned', at: openedAt }]);
  const closed: readonly Row[] =
    closedBy === null || closedAt === null ? [] : [[closedBy, { did: 'closed', at: closedAt }]];
  return [...assigned, ...closed];
}

/** The first of somebody's comments that writes it up. */
function wroteUp(issue: IssueFacts): readonly Row[] {
  const writeUps = issue.comments
    .filter((comment) => !isBot(comment.author) && isWriteUp(comment, issue))
    .toSorted((a, b) => compare(a.at, b.at));
  const writers = Map.groupBy(writeUps, ({ author }) => author.key);
  return [...writers.values()].flatMap(([first]): readonly Row[] =>
    first === undefined ? [] : [[first.author, { did: 'wrote it up here', at: first.at }]],
  );
}

/** Who told something in the conversation, from their first telling word on. */
function talked({ comments }: IssueFacts): readonly Row[] {
  const told = comments
    .map((comment) => ({ comment, words: toldIn(comment) }))
    .filter(({ words }) => words >= tellingComment);
  const speakers = Map.groupBy(told, ({ comment }) => comment.author.key);
  return [...speakers.values()].flatMap((own): readonly Row[] => {
    const [first] = own.toSorted((a, b) => compare(a.comment.at, b.comment.at));
    const enough = own.length >= tookPart || own.some(({ words }) => words >= tellsAlone);
    if (first === undefined || !enough) return [];
    return [[first.comment.author, { did: 'took part', at: first.comment.at }]];
  });
}

/** "Any news?" asks, and a pasted log says nothing yet: counted are words that tell. */
function toldIn({ body }: CommentFacts): number {
  return ownSentences(body)
    .filter(({ text }) => !/\?\s*$/u.test(text) && !isChatter(text))
    .reduce((sum, { text }) => sum + wordsOf(text), 0);
}
