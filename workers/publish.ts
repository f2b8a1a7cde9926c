import { compareAudience } from '../src/people/audience.ts';
import { audienceSentence } from '../src/people/audience-words.ts';
import { reportsPlace } from '../src/people/rules-places.ts';
import { splitBody } from '../src/report/marker.ts';
import type { Ensured, RepositoryAddress } from '../src/ports/github.ts';
import type { Publication } from '../src/ports/store.ts';
import type { PersonsCycle } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, previewOnly, remember } from './publication.ts';
import { installationFor } from './reports-installation.ts';

export type PersonalText = {
  readonly kind: 'prep' | 'report';
  readonly key: string;
  readonly title: string;
  readonly body: string;
};

/** Puts a text about one engineer into their own repository, where exactly those may read who should; else keeps it here. */
export async function publish(about: PersonsCycle, text: PersonalText, ports: WorkerPorts): Promise<void> {
  const place = await findPlace(about, ports);
  const publication = await ports.store.publications.ensure({
    account: about.account.account,
    key: text.key,
    kind: text.kind,
    person: about.engineer.person,
    repository: place.repository?.id ?? about.account.account,
    number: null,
  });
  if (place.repository === null) return hold(publication, { reason: place.because, text: text.body }, ports);
  const ensured = await write({ about, text, publication, repository: place.repository }, ports);
  await remember(publication, ensured, ports);
}

type Place =
  | { readonly repository: RepositoryAddress }
  | { readonly repository: null; readonly because: string };

/** Looked at right before each write: who can read it now, and whether they all may. */
async function findPlace(about: PersonsCycle, ports: WorkerPorts): Promise<Place> {
  const { account, rules, engineer, audience } = about;
  if (rules.mode === 'preview') return { repository: null, because: previewOnly };
  const name = reportsPlace(engineer.login, account.login ?? '', rules);
  const installation = await installationFor(account, rules, ports);
  const missing = `There is no repository ${name} that Groundwork can see. \`npm run reports-repositories -- plan\` shows what is missing; install the app on it afterwards.`;
  if (installation === null) return { repository: null, because: missing };
  const found = await ports.github.reading.repository(installation, name);
  if (found === null) return { repository: null, because: missing };
  const address = { installation, id: found.id, name: found.name };
  const readers = await ports.github.reading.readers(address);
  const verdict = compareAudience(audience, readers);
  return verdict.fits
    ? { repository: address }
    : { repository: null, because: audienceSentence(name, verdict) };
}

type Writing = {
  readonly about: PersonsCycle;
  readonly text: PersonalText;
  readonly publication: Publication;
  readonly repository: RepositoryAddress;
};

function write({ about, text, publication, repository }: Writing, { github }: WorkerPorts): Promise<Ensured> {
  const { account, rules, row, engineer } = about;
  const [body = '', ...continuations] = splitBody(text.body);
  const posting = {
    account: account.account,
    repository,
    key: text.key,
    known: known(publication),
    title: text.title,
  };
  if (text.kind === 'report' && rules.publication.as === 'pull-request')
    return github.writing.ensurePullRequest({
      ...posting,
      body: `The evidence report of ${row.name} as a file. Merge it once it is agreed; until then it follows the record.`,
      path: `reports/${row.name}.md`,
      content: text.body,
      branch: `groundwork/${row.name}`,
    });
  return github.writing.ensureIssue({
    ...posting,
    body,
    labels: [text.kind === 'report' ? 'evidence report' : 'review preparation'],
    assignees: [engineer.login],
    continuations,
  });
}
