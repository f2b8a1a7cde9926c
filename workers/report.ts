import { RetryLater } from '../src/errors.ts';
import { reportMarkdown } from '../src/report/report-markdown.ts';
import type { Publication } from '../src/ports/store.ts';
import { acceptanceOf, keepBelow, reportTitle, signHead } from './acceptance.ts';
import type { Acceptance } from './acceptance.ts';
import { hearPreparation } from './hear-preparation.ts';
import { gapsOf, isPatienceOver, unread } from './complete.ts';
import type { WorkerPorts } from './ports.ts';
import { personsCycle, reportOf } from './material.ts';
import type { PersonsCycle } from './material.ts';
import { keyOf, publish } from './publish.ts';

/** One engineer's report of a cycle that is over. */
export async function report(
  payload: { readonly cycle: number; readonly person: number },
  ports: WorkerPorts,
): Promise<void> {
  const about = await personsCycle(payload, ports);
  if (about === null) return;
  const accepted = await acceptedAlready(about, ports);
  if (accepted !== null) {
    // Frozen: nothing of it is written anew.
    await signHead(about, accepted.report, accepted.acceptance, ports);
    return keepBelow(about, accepted.report, accepted.acceptance, ports);
  }
  await waitForTheInbox(about, ports);
  const gaps = [...(await gapsOf(about.row, about.rules, ports)), ...(await hearPreparation(about, ports))];
  const composed = await reportOf(about, ports, gaps);
  const title = reportTitle(about.engineer.login, about.row.name);
  await publish(about, { kind: 'report', title, body: reportMarkdown(composed, ports.framework) }, ports);
}

type AcceptedReport = { readonly report: Publication; readonly acceptance: Acceptance };

async function acceptedAlready(
  { account, row, engineer }: PersonsCycle,
  { store }: WorkerPorts,
): Promise<AcceptedReport | null> {
  const key = keyOf('report', row, engineer.person);
  const said = await store.overlay.ofPerson(account.account, engineer.person);
  const acceptance = acceptanceOf(said, key, row.timeZone);
  const found = await store.publications.find(account.account, key);
  return found === null || acceptance === null ? null : { report: found, acceptance };
}

/** What happened on the last day may still be on its way; after a day the report goes out without it, and says so. */
async function waitForTheInbox({ row }: PersonsCycle, ports: WorkerPorts): Promise<void> {
  if (!isPatienceOver(row, ports) && (await unread(row, ports)) > 0)
    throw new RetryLater(new Date(Date.now() + 60_000), 'Work of the cycle is still being read.');
}
