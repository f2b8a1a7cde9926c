import type { Rules } from '../src/people/rules.ts';
import type { CycleRow, RepositoryRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import { repositoriesRead } from './read-repositories.ts';

const longestWait = { hours: 24 } as const;
/** Webhooks come minutes late. What changes after this is no longer the cycle's. */
const late = { hours: 1 } as const;
const mostLookedAt = 2000;

/** A day after a cycle its reports are written with what is there, and say what may be missing. */
export function isPatienceOver({ endsAt }: CycleRow, { clock }: Pick<WorkerPorts, 'clock'>): boolean {
  return clock.now().getTime() >= Temporal.Instant.from(endsAt).add(longestWait).epochMilliseconds;
}

/** Repositories that GitHub was not asked about since the cycle ended: a webhook of its last days may have been lost. */
export async function unasked(
  { account, endsAt }: CycleRow,
  rules: Rules,
  ports: Pick<WorkerPorts, 'store'>,
): Promise<readonly RepositoryRow[]> {
  const repositories = await repositoriesRead(account, rules, ports);
  return repositories.filter(({ backfilledTo }) => backfilledTo === null || backfilledTo < endsAt);
}

/** How many pull requests and issues changed in the cycle, as far as is known, and are still to be read. */
export async function unread(
  { account, endsAt }: CycleRow,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<number> {
  const until = Temporal.Instant.from(endsAt).add(late).epochMilliseconds;
  const dirty = await store.subjects.dirty(mostLookedAt);
  return dirty.filter((subject) => subject.account === account && Date.parse(subject.dirtyAt) < until).length;
}

/** What a report must say of itself where GitHub could not be read whole. */
export async function gapsOf(row: CycleRow, rules: Rules, ports: WorkerPorts): Promise<readonly string[]> {
  const [waiting, repositories] = [await unread(row, ports), await unasked(row, rules, ports)];
  const unheard =
    repositories.length === 0
      ? []
      : [
          `GitHub could not be asked about the last days of this period in ${counted(repositories.length, 'repository', 'repositories')}: some work may be missing here.`,
        ];
  return waiting === 0
    ? unheard
    : [
        ...unheard,
        `${counted(waiting, 'pull request or issue', 'pull requests and issues')} of the organisation could not be read when this was written: some work may be missing here.`,
      ];
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
