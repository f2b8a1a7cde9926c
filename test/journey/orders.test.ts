import { expect, jest, test } from '@jest/globals';
import { comment, editPull, mergePull, openPull, submitReview } from '../../demo/github/actions.ts';
import type { Delivery, State } from '../../demo/github/state.ts';
import type { World } from '../../demo/github/world.ts';
import { ask } from './database.ts';
import { bot, commentsOn, orders, timeouts } from './harbour.ts';
import { untilIdle } from './patience.ts';
import type { Journey } from './rig.ts';
import { stageJourneys } from './stage.ts';

jest.setTimeout(90_000);

const open = stageJourneys();

/** Five things that happen to one pull request, one event each. GitHub tells of the first before it is merged. */
const happenings: readonly ((world: World, number: number) => void)[] = [
  (world, number) =>
    void submitReview(world, 'bertil', {
      ...at(number),
      state: 'COMMENTED',
      body: 'Two seconds are enough.',
    }),
  (world, number) => void mergePull(world, 'bertil', at(number)),
  (world, number) => void comment(world, 'chen', { ...at(number), body: 'It went from 1.8 s to 210 ms.' }),
  (world, number) =>
    void submitReview(world, 'chen', { ...at(number), state: 'APPROVED', body: 'Late, but I read it.' }),
  (world, number) =>
    void editPull(world, 'ada', { ...at(number), body: `${timeouts.body} It now ends after two seconds.` }),
];

function at(number: number) {
  return { repository: orders, number };
}

test('the five events of one pull request may arrive in all 120 orders: the same is kept and said', async () => {
  const journey = await open();
  const before = structuredClone(journey.world.state);
  const ordered = permutationsOf(happenings.map((_, index) => index));
  const outcomes: Outcome[] = [];
  for (const [index, order] of ordered.entries())
    outcomes.push(await outcomeOf(journey, before, { order, pauseAfter: index % happenings.length }));
  expect(ordered).toHaveLength(120);
  const [first] = outcomes;
  expect(first?.said).toEqual([expect.stringContaining('It now ends after two seconds.')]);
  expect(JSON.stringify(first?.tables)).toContain('Late, but I read it.');
  for (const [index, { tables, said }] of outcomes.entries())
    expect({ order: ordered[index], tables, said }).toEqual({ ...first, order: ordered[index] });
  // Some orders had it read in between, when only half of it had happened.
  const readings = journey.line.asked.filter(({ query }) => query === 'Change').length;
  expect(readings).toBeGreaterThan(ordered.length);
});

type Outcome = { readonly tables: unknown; readonly said: readonly string[] };

type Arrival = {
  readonly order: readonly number[];
  /** All work is done before the next event comes. */
  readonly pauseAfter: number;
};

async function outcomeOf(journey: Journey, before: State, arrival: Arrival): Promise<Outcome> {
  const { world, databaseUrl } = journey;
  Object.assign(world.state, structuredClone(before));
  await ask(databaseUrl, 'DELETE FROM subjects');
  await ask(databaseUrl, 'DELETE FROM deliveries WHERE kind IS NOT NULL');
  await ask(databaseUrl, "DELETE FROM publications WHERE kind = 'comment'");
  const number = await letHappen(journey, arrival);
  const [written] = commentsOn(world, orders, number);
  // Its id is counted on when it is written, which may be earlier or later.
  const tables = JSON.stringify(await journey.tables()).replaceAll(String(written?.id), '(its comment)');
  return { tables: JSON.parse(tables), said: commentsOn(world, orders, number).map(({ body }) => body) };
}

/** Each thing has happened when GitHub tells of it, and as few as possible of the later ones. */
async function letHappen(
  { world, webhooks, databaseUrl }: Journey,
  { order, pauseAfter }: Arrival,
): Promise<number> {
  const send = world.send;
  const told: Delivery[] = [];
  try {
    world.send = (delivery) => void (isOfApp(delivery) ? send(delivery) : told.push(delivery));
    const { number } = openPull(world, 'ada', timeouts);
    told.length = 0;
    for (const [index, wanted] of order.entries()) {
      for (let next = told.length; next <= wanted; next += 1) happen(world, number, next);
      const delivery = told[wanted];
      if (delivery !== undefined) send(delivery);
      await webhooks.idle();
      if (index === pauseAfter) await untilIdle(databaseUrl);
    }
    expect(told).toHaveLength(happenings.length);
    await untilIdle(databaseUrl);
    return number;
  } finally {
    world.send = send;
  }
}

/** GitHub tells the app of its own comment, too. */
function isOfApp({ payload }: Delivery): boolean {
  const { sender } = payload as { readonly sender?: { readonly login: string } };
  return sender?.login === bot;
}

/** Whatever the app wrote meanwhile, people's words have the same ids. */
function happen(world: World, number: number, index: number): void {
  world.state.lastId = 200_000 + 1_000 * index;
  world.state.now = `2050-02-03T09:0${index}:00Z`;
  happenings[index]?.(world, number);
}

function permutationsOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first) =>
    permutationsOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}
