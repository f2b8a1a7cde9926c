import type { ConsumeOptions } from '../src/ports/queue.ts';
import { jobId } from '../src/queue/jobs.ts';
import type { JobName, Payload } from '../src/queue/jobs.ts';
import { backfill } from './backfill.ts';
import { comment } from './comment.ts';
import { portsOfCycle, portsOfSubject } from './framework.ts';
import { gather } from './gather.ts';
import { readOrganisation } from './organisation.ts';
import type { WorkerPorts } from './ports.ts';
import { prepare } from './prepare.ts';
import { report } from './report.ts';
import { adhoc, rights } from './rights.ts';
import { sweep } from './sweep.ts';
import { watch } from './watch.ts';

/** Who takes which job. `beat` is called whenever a relay sweep has ended: so long work goes on. */
export function startWorkers(ports: WorkerPorts, beat: () => void): void {
  const take = taking(ports);
  take('gather', async ({ subject }) => gather(subject, await portsOfSubject(subject, ports)), {
    concurrency: 4,
  });
  take('comment', async ({ subject }) => comment(subject, await portsOfSubject(subject, ports)));
  take('watch', (payload) => watch(payload, ports));
  take('prepare', async (payload) => prepare(payload, await portsOfCycle(payload.cycle, ports)));
  take('report', async (payload) => report(payload, await portsOfCycle(payload.cycle, ports)));
  take('rights', (payload) => rights(payload, ports));
  take('adhoc', (payload) => adhoc(payload, ports));
  take('organisation', ({ account }) => readOrganisation(account, ports));
  take('backfill', ({ repository }) => backfill(repository, ports));
  take('sweep', async ({ kind }) => {
    await sweep(kind, ports);
    if (kind === 'relay') beat();
  });
}

type Take = <Name extends JobName>(
  job: Name,
  work: (payload: Payload<Name>) => Promise<void>,
  options?: ConsumeOptions,
) => void;

/** Work that succeeds takes its earlier failure off the list. */
function taking({ queue, store }: WorkerPorts): Take {
  return (job, work, options) =>
    queue.consume(
      job,
      async (payload) => {
        await work(payload);
        await store.failures.clear(jobId(job, payload));
      },
      options,
    );
}
