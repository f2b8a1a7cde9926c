import type { Deed } from './evidence.ts';
import type { Actor, IssueFacts, LinkedChange } from './facts.ts';
import { isBot } from './noise.ts';

export type Part = { readonly person: Actor; readonly deeds: readonly Deed[] };

/** Words in a report of an incident from which on it tells something. */
const tellingReport = 20;
const tellingComment = 12;
/** So many telling comments show that somebody took part, or one that tells much. */
const tookPart = 2;
const tellsAlone = 25;

/** Everybody who had a part in an incident, by what is recorded; nobody for a label, a ping or a thumbs-up alone. */
export function deedsOf(issue: IssueFacts): readonly Part[] {
  const all = [...reported(issue), ...linkedDeeds(issue), ...present(issue)];
  const people = Map.groupBy(
    all.filter(([person]) => !isBot(person)),
    ([person]) => person.key,
  );
  return [...people.values()].flatMap((rows) => {
    const deeds = rows.map(([, deed]) => deed).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    const person = rows[0]?.[0];
    // Being assigned or pressing the button to close says nothing alone.
    const counts = deeds.some(({ did }) => did !== 'was assigned' && did !== 'closed');
    return person === undefined || !counts ? [] : [{ person, deeds }];
  });
}

type Row = readonly [person: Actor, deed: Deed];

function reported({ author, body, openedAt }: IssueFacts): readonly Row[] {
  return words(body) >= tellingReport ? [[author, { did: 'reported', at: openedAt }]] : [];
}

function linkedDeeds(issue: IssueFacts): readonly Row[] {
  return issue.linked.flatMap((change): readonly Row[] => {
    const { author, mergedAt, number, repository, url } = change;
    if (mergedAt === null) return [];
    const label = repository === issue.repository.name ? `#${number}` : `${repository}#${number}`;
    const minutes = Math.round((Date.parse(mergedAt) - Date.parse(issue.openedAt)) / 60_000);
    const did = partOf(change, issue);
    return did === null || minutes < 0 ? [] : [[author, { did, at: mergedAt, label, url, minutes }]];
  });
}

const writeUp =
  /\bpost-?mortem\b|\bincident (?:review|report|write-?up|analysis)\b|\blessons? (?:learn\w*|from)\b/iu;
const followUp = /\bfollow(?:s|ing)?[- ]?up\b|\baction items?\b/iu;

function partOf(
  { title, closes }: LinkedChange,
  issue: IssueFacts,
): 'fixed' | 'wrote it up' | 'followed up' | null {
  if (!closes && isAboutAnother(title, issue)) return null;
  if (writeUp.test(title)) return 'wrote it up';
  if (followUp.test(title)) return 'followed up';
  return closes ? 'fixed' : null;
}

/** A write-up of one incident often mentions others: where its title has numbers, this one must be among them. */
function isAboutAnother(title: string, { number }: IssueFacts): boolean {
  const named = [...title.matchAll(/#(\d{1,7})\b/gu)].map((found) => Number(found[1]));
  return named.length > 0 && !named.includes(number);
}

function present(issue: IssueFacts): readonly Row[] {
  const assigned = issue.assignees.map((person): Row => [
    person,
    { did: 'was assigned', at: issue.openedAt },
  ]);
  const { closedBy, closedAt } = issue;
  const closed: readonly Row[] =
    closedBy === null || closedAt === null ? [] : [[closedBy, { did: 'closed', at: closedAt }]];
  const telling = issue.comments.filter(({ body }) => words(body) >= tellingComment);
  const speakers = Map.groupBy(telling, ({ author }) => author.key);
  const took = [...speakers.values()].flatMap((comments): readonly Row[] => {
    const first = comments[0];
    const enough = comments.length >= tookPart || comments.some(({ body }) => words(body) >= tellsAlone);
    return first === undefined || !enough ? [] : [[first.author, { did: 'took part', at: first.at }]];
  });
  return [...assigned, ...closed, ...took];
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
