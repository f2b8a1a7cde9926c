import { activitiesOf } from '../src/evidence/activity.ts';
import type { Credited, Evidence } from '../src/evidence/evidence.ts';
import type { ChangeFacts, Facts } from '../src/evidence/facts.ts';
import { numberOf } from '../src/people/number.ts';
import { isPaused } from '../src/people/pause.ts';
import { mayComment } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import { commentMarkdown, withdrawnMarkdown } from '../src/report/comment-markdown.ts';
import type { AccountRow, Publication, RepositoryRow, RosterSpan, Subject } from '../src/ports/store.ts';
import type { Scene } from './scene.ts';
import type { Keeps } from './keeps.ts';
import { wantsNone } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, orHeld, previewOnly, remember } from './publication.ts';
import { answeredRecord } from './rows.ts';
import { rulesOf } from './stored.ts';
import { daysAfter } from './watch.ts';

function commentKey(facts: Facts): string {
  return `comment/${facts.key}`;
}

type KeptScene = Scene & { readonly keeps: Keeps };

/** Notable work that somebody opened whose work is kept, where the rules want comments. */
function deservesComment(
  facts: Facts,
  { evidence }: Credited,
  { rules, repository, roster, keeps }: KeptScene,
): boolean {
  const opened = facts.kind === 'change' ? openedIn(facts) : null;
  if (opened === null || !keeps(opened.person, opened.at)) return false;
  const worth = evidence.filter(({ activity }) => activity.key === opened.key).filter(isNotable);
  return worth.length > 0 && !isLeftOutOf(rules, roster, opened.person) && mayComment(rules, repository);
}

/** What is only asked about is nothing to tell. */
function isNotable({ notable, activity, stands }: Evidence): boolean {
  return notable !== null && activity.kind === 'change' && stands === 'told';
}

/** By the login that they have now: the one in old evidence may be out of use. */
function isLeftOutOf(rules: Rules, roster: readonly RosterSpan[], person: number): boolean {
  return roster.some((span) => span.person === person && wantsNone(span.login, rules));
}

/** What whoever opened it did, with their number: what a comment is about. Null where that is nobody. */
function openedIn(
  change: ChangeFacts,
): { readonly key: string; readonly person: number; readonly at: string } | null {
  const activity = activitiesOf(change)[0];
  const person = activity === undefined ? null : numberOf(activity.person.key);
  return activity === undefined || person === null ? null : { key: activity.key, person, at: activity.at };
}

/** Whether there is a comment to write or to look after. A new one is written down first, so that it is not lost. */
export async function intendComment(
  { account, repository, number }: Subject,
  facts: Facts,
  credited: Credited,
  scene: KeptScene,
  { store, clock }: WorkerPorts,
): Promise<boolean> {
  const key = commentKey(facts);
  if ((await store.publications.find(account, key)) !== null) return true;
  if (facts.kind !== 'change' || !deservesComment(facts, credited, scene)) return false;
  if (isTooOld(facts, scene.rules, clock)) return false;
  const person = openedIn(facts)?.person ?? null;
  await store.publications.ensure({ account, key, kind: 'comment', person, repository, number });
  const at = clock.now().toISOString();
  await store.publications.hold({ account, key, reason: 'It is about to be written.', text: '', at });
  return true;
}

/** One comment on the pull request, edited in place. */
export async function comment(id: number, ports: WorkerPorts): Promise<void> {
  const { store, framework } = ports;
  const subject = await store.subjects.find(id);
  const facts = (await store.subjects.facts(id))?.facts;
  if (subject === null || facts?.kind !== 'change') return;
  const place = await placeOf(subject, ports);
  const publication = await store.publications.find(subject.account, commentKey(facts));
  if (place === null || publication === null) return;
  const worth = (await evidenceOf(facts, place, ports)).filter(isNotable);
  const body = commentMarkdown(worth, framework);
  if (worth.length > 0 && publication.postedAt === null && isTooOld(facts, place.rules, ports.clock))
    return hold(publication, { reason: tooOld(place.rules), text: body }, ports);
  if (worth.length > 0 && (await isOfSomebodyPaused(publication, ports)))
    return hold(publication, { reason: paused, text: '' }, ports);
  if (worth.length > 0) return post(publication, body, place, ports);
  // Nothing is taken back where nothing stands.
  if (publication.postedAt === null) return hold(publication, { reason: notWorth, text: '' }, ports);
  return post(publication, withdrawnMarkdown(), place, ports);
}

/** Whether nobody looks at the pull request any more. A comment that stands already is looked after all the same. */
function isTooOld(
  { mergedAt }: ChangeFacts,
  { commentsWithinDays }: Rules,
  clock: WorkerPorts['clock'],
): boolean {
  if (mergedAt === null) return false;
  return clock.now().getTime() > Date.parse(daysAfter(mergedAt, commentsWithinDays));
}

function tooOld({ commentsWithinDays: days }: Rules): string {
  return `It was merged more than ${days} ${days === 1 ? 'day' : 'days'} ago, and the rules want no new comment on anything older (\`comments.within_days\`).`;
}

/** Nothing new is written while they pause; what stands is looked after. */
async function isOfSomebodyPaused(
  { account, person, postedAt }: Publication,
  { store, clock }: WorkerPorts,
): Promise<boolean> {
  if (person === null || postedAt !== null) return false;
  return isPaused(await store.overlay.ofPerson(account, person), clock.now().toISOString());
}

const paused = 'Whose work it is has paused.';
const notWorth = 'As it reads now, the change is not listed as worth remembering.';
const notThere =
  'Comments are not written where others can read them, unless the rules say so, nor where the repository is archived or out of sight.';

type Place = { readonly account: AccountRow; readonly rules: Rules; readonly repository: RepositoryRow };

async function placeOf(subject: Subject, { store }: WorkerPorts): Promise<Place | null> {
  const account = await store.accounts.find(subject.account);
  const repository = await store.repositories.find(subject.account, subject.repository);
  const rules = rulesOf(account);
  return account === null || repository === null || rules === null ? null : { account, rules, repository };
}

async function evidenceOf(
  change: ChangeFacts,
  { account: { account }, rules }: Place,
  { store }: WorkerPorts,
): Promise<readonly Evidence[]> {
  const opened = openedIn(change);
  if (opened === null || isLeftOutOf(rules, await store.roster.spans(account), opened.person)) return [];
  const { person, at: startsAt } = opened;
  const endsAt = Temporal.Instant.from(startsAt).add({ seconds: 1 }).toString();
  const record = await store.evidence.ofPerson({ account, person, startsAt, endsAt });
  return answeredRecord(record).evidence.filter(({ activity }) => activity.key === opened.key);
}

async function post(
  publication: Publication,
  body: string,
  { account, rules, repository }: Place,
  ports: WorkerPorts,
): Promise<void> {
  const { installation } = account;
  if (rules.mode === 'preview') return hold(publication, { reason: previewOnly, text: body }, ports);
  if (installation === null || publication.number === null) return;
  // Looked at right before writing: a repository may have been opened to the public a minute ago.
  const now = await ports.github.reading.repository(installation, repository.name);
  if (now === null || !mayComment(rules, now))
    return hold(publication, { reason: notThere, text: body }, ports);
  const text = {
    account: account.account,
    repository: { installation, id: repository.id, name: now.name },
    number: publication.number,
    key: publication.key,
    known: known(publication),
    body,
  };
  const ensured = await orHeld(() => ports.github.writing.ensureComment(text));
  if ('because' in ensured) return hold(publication, { reason: ensured.because, text: body }, ports);
  await remember(publication, ensured, ports);
}
