import { createHmac } from 'node:crypto';

import { nextId } from './actions/ids.ts';
import { notFound } from './actions/refusal.ts';
import type { Delivery } from './state.ts';
import type { World } from './world.ts';

export type WebhookOptions = {
  /** How many deliveries are under way at once. With one, the order in which things happened is kept. */
  readonly parallel?: number;
  /** A seed: deliveries leave in an order that is shuffled, and the same for the same seed. */
  readonly shuffle?: number | null;
  /** How long the app may take to answer, in milliseconds. GitHub waits for ten seconds. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
};

/** What GitHub does with the log of deliveries, and what can go wrong on the way. */
export type Webhooks = {
  /** Sends one more time, under the same `guid`. Refuses with 404 what is not in the log. */
  readonly redeliver: (id: number) => Delivery;
  /** Sends the whole log again, each delivery once, in the order of the log. */
  readonly replayAll: () => void;
  /** Settles when nothing is under way, and nothing waits except for `resume`. */
  readonly idle: () => Promise<void>;
  /** From now on deliveries wait. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** From now on the app does not get those that `which` picks: the log says that they failed. Null: gets all again. */
  readonly drop: (which: Picks | null) => void;
  /** As `drop`, but GitHub itself forgets them: neither the app nor the log ever hears of them. */
  readonly lose: (which: Picks | null) => void;
};

export type Picks = (delivery: Delivery) => boolean;

type Sender = {
  readonly world: World;
  readonly options: Required<WebhookOptions>;
  readonly waiting: Delivery[];
  readonly listeners: (() => void)[];
  underWay: number;
  paused: boolean;
  dropped: Picks;
  lost: Picks;
  random: number;
};

const nothing: Picks = () => false;

/** From now on every delivery of this world goes to the app's address as it is then. */
export function sendWebhooks(world: World, options: WebhookOptions = {}): Webhooks {
  const sender = createSender(world, options);
  world.send = (delivery) => enqueue(sender, delivery);
  return {
    redeliver: (id) => redeliver(sender, id),
    replayAll: () => replayAll(sender),
    idle: () => idle(sender),
    pause: () => {
      sender.paused = true;
      wake(sender);
    },
    resume: () => {
      sender.paused = false;
      work(sender);
    },
    drop: (which) => {
      sender.dropped = which ?? nothing;
    },
    lose: (which) => {
      sender.lost = which ?? nothing;
    },
  };
}

function createSender(world: World, options: WebhookOptions): Sender {
  const shuffle = options.shuffle ?? null;
  return {
    world,
    options: {
      parallel: options.parallel ?? 1,
      shuffle,
      timeout: options.timeout ?? 10_000,
      fetch: options.fetch ?? fetch,
    },
    waiting: [],
    listeners: [],
    underWay: 0,
    paused: false,
    dropped: nothing,
    lost: nothing,
    random: shuffle ?? 0,
  };
}

function enqueue(sender: Sender, delivery: Delivery): void {
  if (sender.lost(delivery)) {
    const { deliveries } = sender.world.state;
    deliveries.splice(deliveries.lastIndexOf(delivery), 1);
    return;
  }
  sender.waiting.push(delivery);
  // Not before the action that told of it is over: the app asks back at once.
  queueMicrotask(() => work(sender));
}

function redeliver(sender: Sender, id: number): Delivery {
  const { state } = sender.world;
  const original = state.deliveries.find((delivery) => delivery.id === id);
  if (original === undefined) throw notFound();
  const again: Delivery = {
    ...original,
    id: nextId(state),
    deliveredAt: state.now,
    redelivery: true,
    status: null,
  };
  state.deliveries.push(again);
  enqueue(sender, again);
  return again;
}

function replayAll(sender: Sender): void {
  const originals = sender.world.state.deliveries.filter((delivery) => !delivery.redelivery);
  for (const { id } of originals) redeliver(sender, id);
}

function idle(sender: Sender): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  sender.listeners.push(resolve);
  queueMicrotask(() => wake(sender));
  return promise;
}

/** Lets those go on who wait for silence, if there is any. */
function wake(sender: Sender): void {
  const isSilent = sender.underWay === 0 && (sender.paused || sender.waiting.length === 0);
  if (isSilent) for (const listener of sender.listeners.splice(0)) listener();
}

function work(sender: Sender): void {
  while (!sender.paused && sender.underWay < sender.options.parallel && sender.waiting.length > 0) {
    const [delivery] = sender.waiting.splice(nextIndex(sender), 1);
    if (delivery !== undefined) void attempt(sender, delivery);
  }
  wake(sender);
}

/** The first, or any when shuffled. */
function nextIndex(sender: Sender): number {
  if (sender.options.shuffle === null) return 0;
  // A linear congruential generator: plain and the same everywhere.
  sender.random = (Math.imul(sender.random, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((sender.random / 2 ** 32) * sender.waiting.length);
}

async function attempt(sender: Sender, delivery: Delivery): Promise<void> {
  sender.underWay += 1;
  delivery.status = sender.dropped(delivery) ? 0 : await post(sender, delivery);
  sender.underWay -= 1;
  work(sender);
}

/** What the app answered; 0 where it did not, or not in time. */
async function post(sender: Sender, delivery: Delivery): Promise<number> {
  const { app } = sender.world.state;
  const body = JSON.stringify(delivery.payload);
  try {
    const response = await sender.options.fetch(app.webhookUrl, {
      method: 'POST',
      body,
      headers: headersOf(sender.world, delivery, body),
      redirect: 'manual',
      signal: AbortSignal.timeout(sender.options.timeout),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

function headersOf(world: World, delivery: Delivery, body: string): Record<string, string> {
  const { app } = world.state;
  return {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/local',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': String(app.id),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`,
  };
}
