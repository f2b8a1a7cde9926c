import { dayOf } from '../src/evidence/cycle.ts';
import { whatStands } from '../src/evidence/said.ts';
import { withoutMarker } from '../src/report/marker.ts';
import { spellDay } from '../src/report/dates.ts';
import { inert } from '../src/report/escape.ts';
import { addendumMarkdown, signedMarkdown } from '../src/report/addendum.ts';
import type { Accepted } from '../src/report/addendum.ts';
import type { OverlayRow, Publication } from '../src/ports/store.ts';
import { materialOf } from './material.ts';
import type { PersonsCycle } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, orHeld, previewOnly, remember } from './publication.ts';
import { whyNot } from './publish.ts';
import { accountOfReports } from './reports-account.ts';
import { fromStored } from './stored.ts';

/** Who accepted a report, when, and what it was made of then. */
export type Acceptance = {
  readonly by: string;
  /** In the zone of the rules. */
  readonly day: string;
  readonly evidence: Accepted;
};

export type KeptAcceptance = { readonly by: string; readonly evidence: Accepted };

/** Null while nobody has accepted the report with this key. */
export function acceptanceOf(said: readonly OverlayRow[], key: string, timeZone: string): Acceptance | null {
  const row = whatStands(said).find(({ verb, about }) => verb === 'accept' && about === key);
  if (row === undefined) return null;
  return { ...fromStored<KeptAcceptance>(row.words), day: dayOf(row.saidAt, timeZone) };
}

const draft = '> **Draft.**';

/** The first line of the report says that it is accepted; nothing else of it is touched, and nothing is composed anew. */
export async function signHead(
  about: PersonsCycle,
  report: Publication,
  { by, day }: Acceptance,
  ports: WorkerPorts,
): Promise<void> {
  const address = await addressOf(about, report, ports);
  const { rules, row, engineer } = about;
  if (address === null || report.number === null || rules.publication.as === 'pull-request') return;
  if (rules.mode === 'preview' || (await whyNot(about, address, ports)) !== null) return;
  const posted = await ports.github.reading.posted(address, report.number);
  const text = posted === null ? '' : withoutMarker(posted.body);
  if (!text.includes(draft)) return;
  const ensured = await ports.github.writing.ensureIssue({
    account: report.account,
    repository: address,
    key: report.key,
    known: known(report),
    title: reportTitle(engineer.login, row.name),
    body: text.replace(draft, () => `> **Accepted by ${inert(by)} on ${spellDay(day)}.**`),
    labels: [],
    assignees: [],
    continuations: [],
    firstPartOnly: true,
  });
  await remember(report, ensured, ports);
}

export function reportTitle(login: string, cycle: string): string {
  return `Evidence report: ${login}, ${cycle}`;
}

/** Below the frozen report: who accepted it, and what the record has learnt since. Each once, edited in place. */
export async function keepBelow(
  about: PersonsCycle,
  report: Publication,
  accepted: Acceptance,
  ports: WorkerPorts,
): Promise<void> {
  await ensureBelow(about, report, 'signed', signedMarkdown(accepted), ports);
  const { evidence } = await materialOf(about, ports);
  const key = `addendum/${report.key}`;
  const addendum = addendumMarkdown(accepted.evidence, evidence, accepted.day);
  const stands = await ports.store.publications.find(report.account, key);
  if (addendum !== null) await ensureBelow(about, report, 'addendum', addendum, ports);
  else if (stands !== null) await ensureBelow(about, report, 'addendum', asBefore, ports);
}

const asBefore = '_What was added here no longer holds: the record is again as the report has it._';

async function ensureBelow(
  about: PersonsCycle,
  report: Publication,
  kind: 'signed' | 'addendum',
  body: string,
  ports: WorkerPorts,
): Promise<void> {
  const { account, person, repository, number } = report;
  if (number === null) return;
  const intent = { account, key: `${kind}/${report.key}`, kind, person, repository, number };
  const publication = await ports.store.publications.ensure(intent);
  const address = await addressOf(about, report, ports);
  const because =
    about.rules.mode === 'preview'
      ? previewOnly
      : address === null
        ? 'The repository of the report cannot be seen any more.'
        : await whyNot(about, address, ports);
  if (because !== null || address === null)
    return hold(publication, { reason: because ?? '', text: body }, ports);
  const comment = {
    account,
    repository: address,
    number,
    key: publication.key,
    known: known(publication),
    body,
  };
  const ensured = await orHeld(() => ports.github.writing.ensureComment(comment));
  if ('because' in ensured) return hold(publication, { reason: ensured.because, text: body }, ports);
  await remember(publication, ensured, ports);
}

async function addressOf(
  { account, rules }: PersonsCycle,
  { repository: id }: Publication,
  ports: WorkerPorts,
) {
  const installation = (await accountOfReports(account, rules, ports))?.installation ?? null;
  const row = await ports.store.repositories.findAny(id);
  return installation === null || row === null ? null : { installation, id, name: row.name };
}
