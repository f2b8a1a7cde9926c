import { activitiesOf } from '../src/evidence/activity.ts';
import type { Credited, Evidence } from '../src/evidence/evidence.ts';
import type { ChangeFacts, Facts } from '../src/evidence/facts.ts';
import { numberOf } from '../src/people/number.ts';
import { mayComment } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import { commentMarkdown, withdrawnMarkdown } from '../src/report/comment-markdown.ts';
import type { AccountRow, Publication, RepositoryRow, Subject } from '../src/ports/store.ts';
import type { Scene } from './gather.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, previewOnly, remember } from './publication.ts';
import { fromRecord } from './rows.ts';

export function commentKey(facts: Facts): string {
  return `comment/${facts.key}`;
}

/** Notable work of somebody on the roster, where the rules want comments. */
export function deservesComment({ evidence }: Credited, { rules, repository, roster }: Scene): boolean {
  const people = new Set(roster.map(({ person }) => person));
  const named = evidence.some(
    (item) => isNotable(item) && people.has(numberOf(item.activity.person.key) ?? 0),
  );
  return named && mayComment(rules, repository);
}

function isNotable({ notable, activity }: Evidence): boolean {
  return notable !== null && activity.kind === 'change';
}

/** One comment on the pull request, edited in place. */
export async function comment(id: number, ports: WorkerPorts): Promise<void> {
  const { store, framework } = ports;
  const subject = await store.subjects.find(id);
  const facts = (await store.subjects.facts(id))?.facts;
  if (subject === null || facts?.kind !== 'change') return;
  const place = await placeOf(subject, ports);
  if (place === null) return;
  const worth = (await evidenceOf(facts, subject.account, ports)).filter(isNotable);
  const key = commentKey(facts);
  if (worth.length === 0 && (await store.publications.find(subject.account, key)) === null) return;
  const body = worth.length === 0 ? withdrawnMarkdown() : commentMarkdown(worth, framework);
  const publication = await store.publications.ensure({
    account: subject.account,
    key,
    kind: 'comment',
    person: numberOf(worth[0]?.activity.person.key ?? ''),
    repository: subject.repository,
    number: subject.number,
  });
  await post(publication, body, { ...place, subject }, ports);
}

type Place = { readonly account: AccountRow; readonly rules: Rules; readonly repository: RepositoryRow };

async function placeOf(subject: Subject, { store }: WorkerPorts): Promise<Place | null> {
  const account = await store.accounts.find(subject.account);
  const repository = await store.repositories.find(subject.account, subject.repository);
  const rules = (account?.rules ?? null) as Rules | null;
  return account === null || repository === null || rules === null ? null : { account, rules, repository };
}

/** The evidence of whoever opened it: what a comment on it is about. */
async function evidenceOf(
  change: ChangeFacts,
  account: number,
  { store }: WorkerPorts,
): Promise<readonly Evidence[]> {
  const activity = activitiesOf(change)[0];
  const person = activity === undefined ? null : numberOf(activity.person.key);
  if (activity === undefined || person === null) return [];
  const startsAt = activity.at;
  const endsAt = Temporal.Instant.from(startsAt).add({ seconds: 1 }).toString();
  const record = await store.evidence.ofPerson({ account, person, startsAt, endsAt });
  return fromRecord(record).filter(({ activity: { key } }) => key === activity.key);
}

async function post(
  publication: Publication,
  body: string,
  { account, rules, repository, subject }: Place & { readonly subject: Subject },
  ports: WorkerPorts,
): Promise<void> {
  if (rules.mode === 'preview') return hold(publication, { reason: previewOnly, text: body }, ports);
  if (account.installation === null) return;
  // Looked at right before writing: a repository may have been opened to the public a minute ago.
  const now = await ports.github.reading.repository(account.installation, repository.name);
  if (now === null || !mayComment(rules, now)) return;
  const ensured = await ports.github.writing.ensureComment({
    account: account.account,
    repository: { installation: account.installation, id: repository.id, name: now.name },
    number: subject.number,
    key: publication.key,
    known: known(publication),
    body,
  });
  await remember(publication, ensured, ports);
}
