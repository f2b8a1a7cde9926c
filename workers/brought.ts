import { broughtBranch, countsSince } from '../src/evidence/arrival.ts';
import type { ChangeFacts } from '../src/evidence/facts.ts';
import type { Scene } from './scene.ts';
import type { WorkerPorts } from './ports.ts';
import { touch } from './touch.ts';

/**
 * A branch that reaches the default one brings what was merged into it before, and no webhook of that work tells of it. So
 * what waited on the branch is read once more, if it was not since.
 */
export async function readBrought(change: ChangeFacts, scene: Scene, ports: WorkerPorts): Promise<void> {
  const branch = broughtBranch(change);
  if (branch === null) return;
  const { account, installation, repository } = scene;
  const place = { account: account.account, repository: repository.id };
  const changedAt = countsSince(change);
  for (const number of await ports.store.subjects.waitingFor({ ...place, branch }))
    await touch({ ...place, installation, kind: 'change', number, changedAt }, ports);
}
