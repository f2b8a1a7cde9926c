import { countOutstanding } from '../../src/start/outstanding.ts';
import type { Facts } from '../../src/evidence/facts.ts';
import type { Member, RepositoryFacts } from '../../src/people/organisation.ts';
import { noReader } from '../../src/model/none.ts';
import type { FrameworkFile } from '../../src/people/framework-choice.ts';
import type { GivenUp } from '../../src/ports/queue.ts';
import type { Store } from '../../src/ports/store.ts';
import { startWorkers } from '../../workers/index.ts';
import type { WorkerPorts } from '../../workers/ports.ts';
import { githubFake } from '../fakes/github.ts';
import type { World } from '../fakes/github.ts';
import { createQueueFake } from '../fakes/queue.ts';
import { memoryStore } from '../fakes/store.ts';
import { smallFrameworks } from '../fixtures/frameworks.ts';

export const harbour = 9000;
export const installation = 55;
export const orders: RepositoryFacts = {
  id: 7,
  name: 'harbour/orders',
  visibility: 'private',
  archived: false,
};
export const rulesHome: RepositoryFacts = {
  id: 8,
  name: 'harbour/.github',
  visibility: 'private',
  archived: false,
};
export const adasReports: RepositoryFacts = {
  id: 21,
  name: 'harbour/reviews-ada-lindqvist',
  visibility: 'private',
  archived: false,
};

export const ada: Member = { id: 101, login: 'ada-lindqvist' };
export const bertil: Member = { id: 102, login: 'bertil' };
export const mira: Member = { id: 110, login: 'mira' };
export const olu: Member = { id: 120, login: 'olu' };

export const liveRules = `mode: live
engineers: { teams: [payments] }
managers: [{ login: mira, teams: [payments] }]
cycle: { time_zone: Europe/Oslo }
`;

export type Rig = {
  readonly world: World;
  readonly store: Store;
  readonly ports: WorkerPorts;
  /** What lies beside the rules, by name. */
  readonly frameworkFiles: Map<string, FrameworkFile>;
  readonly said: readonly string[];
  readonly givenUp: readonly GivenUp[];
  /** Moves the app's clock and sweeps, as the timers would; waits until all work is done. */
  at(time: string): Promise<void>;
  /** Waits until all work is done. */
  readonly settle: () => Promise<void>;
  /** The rules change; the app reads them. */
  setRules(text: string): Promise<void>;
  /** GitHub tells of a subject that stands there like this. */
  tell(facts: Facts, delivery?: string): Promise<void>;
};

/** An organisation with one team of two, its manager and an owner; the workers run on fakes. */
export async function startRig(rules = liveRules): Promise<Rig> {
  let now = new Date('2026-01-05T08:00:00Z');
  const clock = { now: () => now };
  const { github, world } = githubFake();
  const store = memoryStore(clock);
  const frameworkFiles = new Map<string, FrameworkFile>();
  const givenUp: GivenUp[] = [];
  const said: string[] = [];
  // The queue's own time: it runs a little ahead with every look, so that what comes back soon has come back.
  let ahead = 0;
  const queueClock = { now: () => new Date(Date.now() + ahead) };
  const fake = createQueueFake({ clock: queueClock, attempts: 2, backoff: 1 });
  const counted = countOutstanding(
    fake.open(async ({ ...one }) => {
      givenUp.push(one);
      counted.forget(one.id);
      await store.failures.record({ job: one.id, reason: one.reason, at: now.toISOString() });
    }),
    Date.now,
  );
  const { queue } = counted;
  const ports: WorkerPorts = {
    store,
    queue,
    github,
    clock,
    reader: noReader,
    frameworks: smallFrameworks,
    frameworkFile: async (_, __, name) => frameworkFiles.get(name) ?? null,
    ...smallFrameworks.of(smallFrameworks.usual),
    publicUrl: null,
    say: (line) => void said.push(line),
  };
  furnish(world, rules);
  startWorkers(ports, () => undefined);
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet = counted.count() === 0 ? quiet + 1 : 0) {
      ahead += 2;
      fake.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const rig: Rig = {
    world,
    store,
    ports,
    frameworkFiles,
    said,
    givenUp,
    settle,
    async at(time) {
      now = new Date(time);
      // What the first sweep makes due, the second brings in; what that has read, the third looks back on.
      for (let round = 0; round < 4; round += 1) {
        await queue.addMany([
          { job: 'sweep', payload: { kind: 'relay' } },
          { job: 'sweep', payload: { kind: 'cycles' } },
        ]);
        await settle();
      }
    },
    async setRules(text) {
      setRules(world, text);
      await queue.add('organisation', { account: harbour });
      await settle();
    },
    async tell(facts, delivery = `${facts.key} ${Math.random()}`) {
      const repository = Number(facts.repository.key.replace('github:', ''));
      world.setSubject(repository, facts, now.toISOString());
      const { kind, number } = facts;
      if (number === null) throw new Error('GitHub tells of what has a number.');
      standOnBoard(world, repository, number);
      const { subject } = await store.deliveries.record({
        id: delivery,
        event: kind === 'change' ? 'pull_request' : 'issues',
        action: kind === 'change' ? 'closed' : 'labeled',
        account: harbour,
        installation,
        repository,
        subject: { kind, number },
        comment: null,
        actor: null,
        updatedAt: null,
        receivedAt: now.toISOString(),
      });
      if (subject !== null) await queue.add('gather', { subject });
      await settle();
    },
  };
  await install(rig);
  return rig;
}

/** So that comments can be written there. */
function standOnBoard({ board }: World, repository: number, number: number): void {
  if (board.issues.some((issue) => issue.repository === repository && issue.number === number)) return;
  board.issues.push({
    id: number,
    repository,
    number,
    author: { login: 'ada-lindqvist', type: 'User' },
    labels: [],
    assignees: [],
    pull: null,
    title: 'As GitHub has it',
    body: '',
    state: 'closed',
    closedBy: null,
  });
}

function furnish(world: World, rules: string): void {
  const account = { account: harbour, login: 'harbour', type: 'organization', suspended: false } as const;
  world.installations = [{ id: installation, ...account, permissions: {}, events: [] }];
  const repositories = [orders, rulesHome, adasReports];
  for (const repository of repositories) world.addRepository(repository);
  world.board.repositories.get(adasReports.id)?.assignable.add(ada.login);
  world.organisations.set(installation, {
    repositories,
    teams: [{ slug: 'payments', name: 'Payments', members: [ada, bertil] }],
    owners: [olu],
    members: [ada, bertil, mira, olu],
  });
  world.readers.set(adasReports.id, [ada, mira, olu]);
  setRules(world, rules);
}

function setRules(world: World, text: string): void {
  world.rules.set(installation, {
    kind: 'file',
    repository: rulesHome,
    text,
    url: 'https://example.org/rules',
  });
}

async function install({ store, ports, settle }: Rig): Promise<void> {
  await store.deliveries.record({
    id: 'installation',
    event: 'installation',
    action: 'created',
    account: harbour,
    installation,
    repository: null,
    subject: null,
    comment: null,
    actor: null,
    updatedAt: null,
    receivedAt: ports.clock.now().toISOString(),
  });
  await ports.queue.add('organisation', { account: harbour });
  await settle();
}
