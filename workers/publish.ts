import { compareAudience } from '../src/people/audience.ts';
import { audienceSentence } from '../src/people/audience-words.ts';
import { reportsPlace } from '../src/people/rules-places.ts';
import { splitBody } from '../src/report/marker.ts';
import type { Ensured, RepositoryAddress, RepositoryReaders } from '../src/ports/github.ts';
import type { CycleRow, Publication } from '../src/ports/store.ts';
import type { PersonsCycle } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, orHeld, previewOnly, remember } from './publication.ts';
import type { Held } from './publication.ts';
import { accountOfReports } from './reports-account.ts';

export type PersonalText = {
  readonly kind: 'prep' | 'report';
  readonly title: string;
  readonly body: string;
};

/** The text of this kind about one person and cycle: `report/2026-H1/101`. */
export function keyOf(kind: PersonalText['kind'], { name }: Pick<CycleRow, 'name'>, person: number): string {
  return `${kind}/${name}/${person}`;
}

/** Whom a text is about, and who may read it. */
export type Whom = Pick<PersonsCycle, 'account' | 'rules' | 'engineer' | 'audience'>;

/** A text of any kind about one person. */
export type OwnText = {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly label: string;
  /** As which file it is proposed where reports are files; null for what is an issue everywhere. */
  readonly file: {
    readonly path: string;
    readonly branch: string;
    readonly content: string;
    /** What the pull request says. */
    readonly about: string;
  } | null;
};

/** Puts a text of a cycle into the engineer's own repository. */
export function publish(about: PersonsCycle, text: PersonalText, ports: WorkerPorts): Promise<void> {
  const { name } = about.row;
  const file = {
    about: `The evidence report of ${name} as a file. Merge it once it is agreed; until then it follows the record.`,
    path: `reports/${name}.md`,
    content: text.body,
    branch: `groundwork/${name}`,
  };
  const own = {
    ...text,
    key: keyOf(text.kind, about.row, about.engineer.person),
    label: text.kind === 'report' ? 'evidence report' : 'review preparation',
    file: text.kind === 'report' ? file : null,
  };
  return publishOwn(about, own, ports);
}

/** Puts a text about one engineer into their own repository, where exactly those may read who should; else keeps it here. */
export async function publishOwn(whom: Whom, text: OwnText, ports: WorkerPorts): Promise<void> {
  const place = await orHeld(() => findPlace(whom, ports));
  const publication = await ports.store.publications.ensure({
    account: whom.account.account,
    key: text.key,
    kind: text.kind,
    person: whom.engineer.person,
    repository: 'because' in place ? whom.account.account : place.id,
    number: null,
  });
  const ensured =
    'because' in place
      ? place
      : await orHeld(() => write({ about: whom, text, publication, repository: place }, ports));
  if ('because' in ensured) return hold(publication, { reason: ensured.because, text: text.body }, ports);
  // A text that waited may have been meant before its repository was there.
  const repository = 'because' in place ? publication.repository : place.id;
  await remember({ ...publication, repository }, ensured, ports);
}

/** Looked at right before each write: who can read it now, and whether they all may. */
async function findPlace(about: Whom, ports: WorkerPorts): Promise<RepositoryAddress | Held> {
  const { account, rules, engineer } = about;
  if (rules.mode === 'preview') return { because: previewOnly };
  const name = reportsPlace(engineer.login, account.login ?? '', rules);
  const installation = (await accountOfReports(account, rules, ports))?.installation ?? null;
  const found = installation === null ? null : await ports.github.reading.repository(installation, name);
  if (installation === null || found === null)
    return {
      because: `There is no repository ${name} that Groundwork can see. \`npm run reports-repositories -- plan\` shows what is missing; install the app on it afterwards.`,
    };
  const address = { installation, id: found.id, name: found.name };
  const because = await whyNot(about, address, ports);
  return because === null ? address : { because };
}

/** Why nothing about an engineer must be written there; null where it may. */
export async function whyNot(
  { audience, engineer }: Pick<PersonsCycle, 'audience' | 'engineer'>,
  address: RepositoryAddress,
  { github }: WorkerPorts,
): Promise<string | null> {
  const { slug } = await github.app.identity();
  const readers = await github.reading.readers(address);
  const verdict = compareAudience(audience, readers, `${slug}[bot]`);
  if (!verdict.fits) return audienceSentence(address.name, verdict);
  if (canRead(readers, engineer.person)) return null;
  return `${engineer.login} cannot read ${address.name}, and nothing is written about people where they cannot read it themselves. Give them access; if they have left, nothing needs to be done.`;
}

function canRead(readers: RepositoryReaders | null, person: number): boolean {
  return readers?.readers.some(({ id }) => id === person) === true;
}

type Writing = {
  readonly about: Whom;
  readonly text: OwnText;
  readonly publication: Publication;
  readonly repository: RepositoryAddress;
};

function write({ about, text, publication, repository }: Writing, { github }: WorkerPorts): Promise<Ensured> {
  const { account, rules, engineer } = about;
  const { title, file, label } = text;
  const [body = '', ...continuations] = splitBody(text.body);
  const posting = {
    account: account.account,
    repository,
    key: publication.key,
    known: known(publication),
    title,
  };
  if (file !== null && rules.publication.as === 'pull-request') {
    const { about: says, ...proposed } = file;
    return github.writing.ensurePullRequest({ ...posting, ...proposed, body: says });
  }
  return github.writing.ensureIssue({
    ...posting,
    body,
    labels: [label],
    assignees: [engineer.login],
    continuations,
  });
}
