import type { ChangeFacts, IssueFacts } from '../../../src/evidence/facts.ts';
import type {
  AccountReading,
  ActivityRow,
  Delivery,
  EvidenceRow,
  Gathering,
  Store,
  Subject,
} from '../../../src/ports/store.ts';

export type Opened = () => Store;

export const everything = 10_000;

/** Ids that no other test uses. */
function freshIds(): () => number {
  let last = Math.trunc(Math.random() * 1e9) * 1_000;
  return () => (last += 1);
}

export const fresh = freshIds();

export function deliveryOf(changes: Partial<Delivery> = {}): Delivery {
  return {
    id: `72d3162e-cc78-11e3-81ab-${fresh()}`,
    event: 'pull_request',
    action: 'closed',
    account: fresh(),
    installation: 48_211,
    repository: 1_296_269,
    subject: { kind: 'change', number: 412 },
    comment: null,
    actor: 583_231,
    updatedAt: '2026-03-02T09:15:07Z',
    receivedAt: '2026-03-02T09:15:09.250Z',
    ...changes,
  };
}

export async function subjectOf(store: Store, delivery: Delivery): Promise<Subject> {
  const { subject } = await store.deliveries.record(delivery);
  const found = await store.subjects.find(subject ?? 0);
  if (!found) throw new Error('The delivery made no subject.');
  return found;
}

/** Of an account where everybody was told. */
export async function dirtySubjects(store: Store, account: number): Promise<readonly Subject[]> {
  await store.accounts.noticed(account, '2026-01-05T08:00:00Z');
  return (await store.subjects.dirty(everything)).filter((subject) => subject.account === account);
}

/** As GitHub tells of an account as a whole. */
export function deliveryOfAccount(changes: Partial<Delivery> = {}): Delivery {
  return deliveryOf({
    event: 'installation',
    action: 'created',
    repository: null,
    subject: null,
    ...changes,
  });
}

export function readingOf(account: number, changes: Partial<AccountReading> = {}): AccountReading {
  return {
    account,
    seen: null,
    installation: 48_211,
    login: 'orders-inc',
    rules: { mode: 'live' },
    owners: [{ id: 583_231, login: 'ada' }],
    repositories: [],
    ...changes,
  };
}

export async function dirtyAccount(store: Store, account: number) {
  return (await store.accounts.dirty(everything)).find((row) => row.account === account);
}

export function issueFacts(changes: Partial<IssueFacts> = {}): IssueFacts {
  const author = { key: 'github:583231', label: 'ada', type: 'user' } as const;
  return {
    kind: 'issue',
    key: 'github:1296269#412',
    repository: { key: 'github:1296269', name: 'orders/orders', private: true },
    number: 412,
    url: null,
    title: 'Checkout answers 502 during the nightly import',
    body: 'Since the import runs at two, every tenth checkout fails.',
    author,
    assignees: [author],
    openedAt: '2026-03-01T02:10:00Z',
    closedAt: null,
    closedBy: null,
    stateReason: null,
    labels: ['incident'],
    comments: [],
    linked: [],
    mentionedIn: [],
    ...changes,
  };
}

export function changeFacts(changes: Partial<ChangeFacts> = {}): ChangeFacts {
  const { key, repository, author, title, body } = issueFacts();
  return {
    kind: 'change',
    key,
    repository,
    number: 412,
    commit: '4f2a9c01d3e7b8a6954cc1d0e2f3a4b5c6d7e8f9',
    url: null,
    title,
    body,
    author,
    coAuthors: [],
    assignees: [],
    mergedBy: null,
    openedAt: '2026-03-01T08:00:00Z',
    mergedAt: '2026-03-02T09:00:00Z',
    base: 'main',
    head: 'search',
    intoDefaultBranch: true,
    arrived: null,
    labels: [],
    files: [],
    filesTotal: 0,
    commits: [],
    reviews: [],
    threads: [],
    comments: [],
    closes: [],
    ...changes,
  };
}

export function evidenceOf(key: string, changes: Partial<EvidenceRow> = {}): EvidenceRow {
  const quote = { text: 'every tenth checkout fails', place: { in: 'body', from: 32 } } as const;
  return {
    key,
    area: 'performance-and-reliability',
    signals: [
      {
        rule: 'label.incident',
        reason: 'is an incident',
        quote: { text: 'incident', place: { in: 'label' } },
      },
    ],
    win: { text: 'Checkout answers again during the import', quote, grade: 'author' },
    impact: null,
    metrics: [],
    details: { known: 'since March' },
    outcome: null,
    ...changes,
  };
}

export function activityOf(key: string, person: number, changes: Partial<ActivityRow> = {}): ActivityRow {
  return {
    key,
    person,
    kind: 'incident',
    happenedAt: '2026-03-02T09:00:00.000Z',
    details: { part: 'closed it' },
    evidence: [evidenceOf(`${key}/performance-and-reliability`)],
    ...changes,
  };
}

export function gatheringOf(
  subject: Subject,
  activities: readonly ActivityRow[],
  changes: Partial<Gathering> = {},
): Gathering {
  return {
    subject: subject.id,
    seen: subject.dirtyAt,
    facts: issueFacts(),
    activities,
    undoes: null,
    ...changes,
  };
}

/** A subject with one person who may have evidence. */
export async function scene(store: Store) {
  const subject = await subjectOf(store, deliveryOf());
  const person = fresh();
  await store.people.remember({ account: subject.account, id: person, login: 'ada' });
  return { subject, account: subject.account, person };
}

export const firstHalf = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' };
