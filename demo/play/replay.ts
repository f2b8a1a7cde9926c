import { createHash } from 'node:crypto';
import { nextId } from '../github/actions/ids.ts';
import type { Webhooks } from '../github/webhooks.ts';
import type { World } from '../github/world.ts';
import { differencesBetween, snapshotOf } from './compare.ts';
import type { Difference, Tables } from './compare.ts';
import type { Control } from './control.ts';
import { shuffled } from './random.ts';

export type Replay = {
  readonly world: World;
  readonly webhooks: Pick<Webhooks, 'idle' | 'replayAll'>;
  readonly control: Control;
  /** The application's tables as they are now. */
  readonly readTables: () => Promise<Tables>;
  readonly seed: number;
};

/**
 * Sends the whole history again, once as GitHub sends deliveries again, and once in another order and as if each had
 * never been sent. Nothing may be different afterwards, in no table and in no text.
 */
export async function replayHistory(
  { world, webhooks, control, readTables, seed }: Replay,
  onStep: (done: number, all: number) => void,
): Promise<readonly Difference[]> {
  const { state } = world;
  const now = state.now;
  const snapshot = async () => snapshotOf(await readTables(), state);
  const settle = async () => {
    await webhooks.idle();
    await control.workUntil(now);
  };
  const before = await snapshot();
  const count = state.deliveries.length;
  webhooks.replayAll();
  await settle();
  onStep(1, 2);
  const sameNames = differencesBetween(before, await snapshot());
  sendAnew(world, state.deliveries.slice(0, count), seed);
  await settle();
  onStep(2, 2);
  const otherNames = differencesBetween(before, await snapshot());
  return [
    ...sameNames.map((one) => named('sent again', one)),
    ...otherNames.map((one) => named('sent anew, shuffled', one)),
    ...refused(world, count),
  ];
}

/** Every delivery under a name of its own, in another order. */
function sendAnew(world: World, originals: World['state']['deliveries'], seed: number): void {
  const { state } = world;
  for (const original of shuffled(
    originals.filter(({ redelivery }) => !redelivery),
    seed,
  )) {
    const guid = anotherName(original.guid);
    const again = {
      ...original,
      id: nextId(state),
      guid,
      deliveredAt: state.now,
      status: null,
    };
    state.deliveries.push(again);
    world.send(again);
  }
}

function anotherName(guid: string): string {
  const digits = createHash('sha1').update(`again ${guid}`).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

function refused({ state }: World, from: number): readonly Difference[] {
  const failed = state.deliveries.slice(from).filter(({ status }) => status === null || status >= 300);
  return failed.map(({ guid, event, status }) => ({
    where: `delivery ${guid}, ${event}`,
    expected: 'taken',
    found: `answered with ${status ?? 'nothing'}`,
  }));
}

function named(how: string, { where, ...rest }: Difference): Difference {
  return { where: `${where}, ${how}`, ...rest };
}
