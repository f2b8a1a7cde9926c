import { RetryLater } from '../src/errors.ts';
import { reportMarkdown } from '../src/report/report-markdown.ts';
import type { WorkerPorts } from './ports.ts';
import { personsCycle, reportOf } from './material.ts';
import type { PersonsCycle } from './material.ts';
import { publish } from './publish.ts';

export function reportKey({ name }: { readonly name: string }, person: number): string {
  return `report/${name}/${person}`;
}

/** One engineer's report of a cycle that is over. */
export async function report(
  payload: { readonly cycle: number; readonly person: number },
  ports: WorkerPorts,
): Promise<void> {
  const about = await personsCycle(payload, ports);
  if (about === null) return;
  await waitForTheInbox(about, ports);
  const composed = await reportOf(about, ports);
  const title = `Evidence report: ${about.engineer.login}, ${about.row.name}`;
  await publish(
    about,
    {
      kind: 'report',
      key: reportKey(about.row, payload.person),
      title,
      body: reportMarkdown(composed, ports.framework),
    },
    ports,
  );
}

const longestWait = { hours: 24 } as const;

/** What happened on the last day may still be on its way; after a day the report goes out without it. */
async function waitForTheInbox({ row }: PersonsCycle, { store, clock }: WorkerPorts): Promise<void> {
  const waiting = (await store.subjects.dirty(1)).length > 0;
  const patience = Temporal.Instant.from(row.endsAt).add(longestWait).epochMilliseconds;
  if (waiting && clock.now().getTime() < patience)
    throw new RetryLater(new Date(Date.now() + 60_000), 'Work of the cycle is still being read.');
}
