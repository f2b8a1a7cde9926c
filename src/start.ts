import { startWorkers } from '../workers/index.ts';
import type { ReadFrameworkFile } from '../workers/ports.ts';
import { createWebhooks } from './app.ts';
import type { Frameworks } from './framework/frameworks.ts';
import { createClients } from './github/client.ts';
import { readFrameworkFile } from './github/framework-file.ts';
import { openReading } from './github/open.ts';
import { createPacing, unpaced } from './github/pacing.ts';
import { openWriting } from './github/writing/open.ts';
import { createIntake } from './intake/record.ts';
import { openReader } from './model/open.ts';
import type { Clock } from './ports/clock.ts';
import type { GitHub } from './ports/github.ts';
import type { Pacing } from './ports/pacing.ts';
import type { GivenUp } from './ports/queue.ts';
import { openQueue } from './queue/open.ts';
import type { Settings } from './settings.ts';
import { createMovableClock, realClock } from './start/clock.ts';
import type { MovableClock } from './start/clock.ts';
import { countOutstanding } from './start/outstanding.ts';
import { askOwnSlug } from './start/own-slug.ts';
import { createPulse, partChecks } from './start/readiness.ts';
import type { Pulse } from './start/readiness.ts';
import { quieten } from './queue/quiet.ts';
import type { Outstanding } from './start/outstanding.ts';
import { startSweeping } from './start/sweeping.ts';
import { whileItMayPass } from './start/waiting.ts';
import { openStore } from './store/open.ts';
import type { OpenStore } from './store/open.ts';
import type { Control } from './web/control.ts';
import { previewPages } from './web/pages.ts';
import { readinessOf } from './web/readiness.ts';
import { startServer, webhookPath } from './web/server.ts';
import type { WebServer } from './web/server.ts';

export type StartOptions = {
  readonly settings: Settings;
  readonly frameworks: Frameworks;
  readonly roles: { readonly web: boolean; readonly workers: boolean };
  readonly say: (line: string) => void;
  /** Stops a start that still waits for a database. */
  readonly signal: AbortSignal;
};

export type Running = {
  /** Where it listens; null without the web part. */
  readonly url: string | null;
  /** Takes nothing new, finishes what runs, lets go of everything. */
  close(): Promise<void>;
};

type Parts = StartOptions & {
  readonly store: OpenStore;
  readonly outstanding: Outstanding;
  readonly github: GitHub;
  readonly frameworkFile: ReadFrameworkFile;
  readonly pacing: Pacing;
  readonly clock: MovableClock | typeof realClock;
};

/** Starts the application: the web part that hears GitHub, the workers, or both. */
export async function start(options: StartOptions): Promise<Running> {
  const { settings, say, signal, roles } = options;
  // What is open already is closed again where something later does not open. Last opened, first closed.
  await using opening = new AsyncDisposableStack();
  const clock = settings.controlKey === null ? realClock : createMovableClock();
  const store = await whileItMayPass(() => openStore(settings.store, clock), say, signal);
  opening.defer(() => store.close());
  const outstanding = await openCountedQueue(store, clock, options);
  opening.defer(() => outstanding.queue.close());
  const pacing = settings.controlKey === null ? createPacing(Date.now) : unpaced;
  const clients = createClients({
    apiUrl: settings.github.apiUrl,
    appId: settings.app.id,
    privateKey: settings.app.privateKey,
    throttle: settings.controlKey === null,
  });
  const parts = {
    ...options,
    store,
    outstanding,
    pacing,
    clock,
    github: { ...openReading(clients), writing: openWriting(clients, pacing) },
    frameworkFile: readFrameworkFile.bind(null, clients),
  };
  const pulse = roles.workers ? work(parts) : null;
  const web = roles.web ? await listen(parts, pulse) : null;
  if (web !== null) opening.defer(() => web.close());
  const sweeping = roles.workers ? startSweeping(outstanding.queue, say) : null;
  opening.defer(() => sweeping?.stop());
  const opened = opening.move();
  return { url: web?.url ?? null, close: () => opened.disposeAsync() };
}

async function openCountedQueue(
  store: OpenStore,
  clock: Clock,
  { settings, say, signal }: StartOptions,
): Promise<Outstanding> {
  let counted: Outstanding | null = null;
  const queue = await openQueue({
    databaseUrl: store.url,
    redisUrl: settings.queue.redisUrl ?? undefined,
    say,
    signal,
    async onGivenUp({ id, reason }: GivenUp) {
      counted?.forget(id);
      await store.failures.record({ job: id, reason, at: clock.now().toISOString() });
      say(`Given up: ${id}. ${reason}`);
    },
  });
  counted = countOutstanding(queue, Date.now);
  return counted;
}

function work({ store, outstanding, github, frameworkFile, clock, frameworks, settings, say }: Parts): Pulse {
  const pulse = createPulse(Date.now);
  startWorkers(
    {
      store,
      github,
      clock,
      frameworks,
      frameworkFile,
      ...frameworks.of(frameworks.usual),
      say,
      queue: outstanding.queue,
      reader: openReader(settings.model),
      publicUrl: settings.web.publicUrl,
    },
    () => pulse.beat(),
  );
  return pulse;
}

async function listen(parts: Parts, pulse: Pulse | null): Promise<Pick<WebServer, 'url' | 'close'>> {
  const { settings, store, github, clock, pacing, outstanding } = parts;
  const { host, port } = settings.web;
  // Anybody can send forged deliveries; none of them may flood the log.
  const say = quieten(parts.say, { lines: 30, period: 60_000, now: () => performance.now() });
  await using opening = new AsyncDisposableStack();
  const own = askOwnSlug(github, say);
  opening.defer(() => own.stop());
  const queue = outstanding.queue;
  const ownSlug = own.slug;
  const intake = createIntake({ store, queue, clock, queueClock: realClock, pacing, ownSlug, say });
  opening.defer(() => intake.settled());
  const webhooks = await createWebhooks({
    appId: settings.app.id,
    privateKey: settings.app.privateKey,
    secret: settings.app.webhookSecret,
    apiUrl: settings.github.apiUrl,
    path: webhookPath,
    hear: intake.hear,
    say,
  });
  const pages = previewPages({ store, webhookSecret: settings.app.webhookSecret });
  const ready = () => readinessOf(partChecks(store, pulse), 2_500, say);
  const server = await startServer({ host, port, webhooks, ready, pages, control: controlOf(parts), say });
  opening.defer(() => server.close());
  const opened = opening.move();
  return { url: server.url, close: () => opened.disposeAsync() };
}

/** Only with a GitHub on this machine: time is moved from outside, and one can ask whether all work is done. */
function controlOf({ settings, clock, outstanding, store }: Parts): Control | null {
  if (settings.controlKey === null || !('move' in clock)) return null;
  return {
    key: settings.controlKey,
    async state() {
      const dirty = (await store.subjects.dirty(1)).length + (await store.accounts.dirty(1)).length;
      return { now: clock.now().toISOString(), jobs: outstanding.count(), dirty };
    },
    async carryOut({ now, sweep }) {
      if (now !== null) clock.move(now);
      if (!sweep) return;
      await outstanding.queue.add('sweep', { kind: 'relay' });
      await outstanding.queue.add('sweep', { kind: 'cycles' });
    },
  };
}
