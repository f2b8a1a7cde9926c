import type { Deed } from '../evidence.ts';
import type { Actor, IssueFacts, LinkedChange } from '../facts.ts';
import { agentsOf, humansOf, isBot } from '../noise.ts';

type Linked = Extract<Deed, { readonly part: string }>;
type Did = Linked['did'];

/** What people did for an incident in merged changes, by what the record of the change says. */
export function linkedDeeds(issue: IssueFacts): readonly (readonly [person: Actor, deed: Deed])[] {
  return issue.linked.flatMap((change): readonly (readonly [Actor, Deed])[] => {
    const { mergedAt, url } = change;
    if (mergedAt === null) return [];
    const label = labelOf(change, issue);
    const minutes = Math.round((Date.parse(mergedAt) - Date.parse(issue.openedAt)) / 60_000);
    const did = partOf(change, issue);
    if (did === null || minutes < 0) return [];
    return writersOf(change).map(([person, part]) => [
      person,
      { did, part, at: mergedAt, label, url, minutes },
    ]);
  });
}

/** As of any change: its author, or who asked an agent for it, and everybody who wrote it with them. */
function writersOf({
  author,
  assignees,
  coAuthors,
}: LinkedChange): readonly (readonly [Actor, Linked['part']])[] {
  const others = humansOf(coAuthors);
  const asked = agentsOf([author]).length === 0 ? null : (humansOf(assignees)[0] ?? others[0] ?? null);
  const own: readonly (readonly [Actor, Linked['part']])[] = [
    ...(asked === null ? [] : [[asked, 'asked an agent'] as const]),
    ...(isBot(author) ? [] : [[author, 'author'] as const]),
  ];
  const named = new Set(own.map(([{ key }]) => key));
  return [...own, ...others.filter(({ key }) => !named.has(key)).map((one) => [one, 'co-author'] as const)];
}

function labelOf({ number, repository }: LinkedChange, issue: IssueFacts): string {
  return repository === issue.repository.name ? `#${number}` : `${repository}#${number}`;
}

/** The coding agents that took part in what a person did here, by name. */
export function agentsIn(deeds: readonly Deed[], issue: IssueFacts): readonly string[] {
  const named = new Set(deeds.flatMap((deed) => ('part' in deed ? [deed.label] : [])));
  const changes = issue.linked.filter((change) => named.has(labelOf(change, issue)));
  return agentsOf(changes.flatMap(({ author, coAuthors }) => [author, ...coAuthors]));
}

/** Whether a merged change ended it by the record, or somebody said that one did. */
export function isCalledFixed(issue: IssueFacts): boolean {
  return issue.linked.some(
    (change) => change.mergedAt !== null && (change.closes || isNamedFix(change, issue)),
  );
}

const writeUp =
  /\bpost-?mortem\b|\bpost-?incident (?:review|report|analysis)\b|\bincident (?:review|report|write-?up|analysis|retrospective)\b|\broot[- ]cause analysis\b|\brca\b|\blessons? (?:learn\w*|from)\b/iu;
/** About how incidents are written up, or a letter in one that was: nothing was written down of this one. */
const aboutWriteUps =
  /\b(?:post-?mortem|incident|review|report|analysis|rca)s?['’]?s? (?:templates?|process|guid\w+|checklists?|automation|bot|index|list)\b|\btemplates? (?:for|of)\b|\bhow to\b|\b(?:typos?|spelling|grammar|(?:dead|broken) links?|formatting) (?:in|of)\b|^\W*(?:\w+[:(]\W*)?(?:rename|move|reformat)\b/iu;
export const followUp = /\bfollow(?:s|ing)?[- ]?ups?\b|\baction items?\b/iu;
/** "Follow-up of the post-mortem" follows up; "Post-mortem with its follow-ups" writes up. */
export const followsUp =
  /^\W*(?:\w+[:(]\W*)?(?:second |third |first |last |another )?(?:follow(?:s|ing)?[- ]?ups?|action items?)\b|\b(?:follow[- ]?ups?|action items?) (?:of|from|to|for|after)\b|\b(?:post-?mortem|incident) (?:follow[- ]?up|action item)/iu;
/** Done while the incident lasted, to end it. */
const stops =
  /^\W*(?:\w+[:(]\W*)?(?:reverts?\b|roll(?:s|ing)? ?back|rollback|hot-?fix|mitigat\w+|emergency)/iu;

function partOf(change: LinkedChange, issue: IssueFacts): Did | null {
  const { title, closes } = change;
  if (!closes && isAboutAnother(title, issue)) return null;
  if (followsUp.test(title)) return 'followed up';
  if (writeUp.test(title)) return aboutWriteUps.test(title) ? null : 'wrote it up';
  if (followUp.test(title)) return 'followed up';
  return closes || isStop(change, issue) || isNamedFix(change, issue) ? 'fixed' : null;
}

/** A write-up of one incident often mentions others: where its title has numbers, this one must be among them. */
export function isAboutAnother(title: string, { number }: Pick<IssueFacts, 'number'>): boolean {
  if (stops.test(title)) return false;
  const named = [...title.matchAll(/#(\d{1,7})\b/gu)].map((found) => Number(found[1]));
  return named.length > 0 && !named.includes(number);
}

function isStop({ title, mergedAt }: LinkedChange, { openedAt, closedAt }: IssueFacts): boolean {
  if (mergedAt === null || !stops.test(title)) return false;
  return mergedAt >= openedAt && (closedAt === null || mergedAt <= closedAt);
}

/** "Fixed by #378" in the conversation, of a change that names the incident itself. */
function isNamedFix({ number, repository }: LinkedChange, issue: IssueFacts): boolean {
  const home = repository === issue.repository.name ? '' : RegExp.escape(repository);
  const named = new RegExp(
    String.raw`(?<!\b(?:not|never|partly|partially|isn['’]t|wasn['’]t) )\b(?:fixed|solved|resolved|mended|fix is|fix) (?:is )?(?:now )?(?:by|in|with|through|via) ${home}#${number}\b`,
    'iu',
  );
  return issue.comments.some(({ body }) => named.test(body));
}
