import { RetryLater } from '../src/errors.ts';
import { reportMarkdown } from '../src/report/report-markdown.ts';
import { hearPreparation } from './hear-preparation.ts';
import { gapsOf, isPatienceOver, unread } from './complete.ts';
import type { WorkerPorts } from './ports.ts';
import { personsCycle, reportOf } from './material.ts';
import type { PersonsCycle } from './material.ts';
import { publish } from './publish.ts';

/** One engineer's report of a cycle that is over. */
export async function report(
  payload: { readonly cycle: number; readonly person: number },
  ports: WorkerPorts,
): Promise<void> {
  const about = await personsCycle(payload, ports);
  if (about === null) return;
  await waitForTheInbox(about, ports);
  const gaps = [...(await gapsOf(about.row, about.rules, ports)), ...(await hearPreparation(about, ports))];
  const composed = await reportOf(about, ports, gaps);
  const title = `Evidence report: ${about.engineer.login}, ${about.row.name}`;
  await publish(about, { kind: 'report', title, body: reportMarkdown(composed, ports.framework) }, ports);
}

/** What happened on the last day may still be on its way; after a day the report goes out without it, and says so. */
async function waitForTheInbox({ row }: PersonsCycle, ports: WorkerPorts): Promise<void> {
  if (!isPatienceOver(row, ports) && (await unread(row, ports)) > 0)
    throw new RetryLater(new Date(Date.now() + 60_000), 'Work of the cycle is still being read.');
}
