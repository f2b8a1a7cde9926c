import { beforeEach, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, harbour, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

const key = `github:${orders.id}#`;
const arrived = { number: 412, at: '2026-02-05T10:00:00Z' };

function step(number: number, base: string, parts: Partial<ChangeFacts> = {}): ChangeFacts {
  const isFirst = base === 'main';
  const own = { key: `${key}${number}`, number, base, head: `step-${number}`, intoDefaultBranch: isFirst };
  return notableChange({ ...own, ...parts });
}

async function kept() {
  const { activities } = await rig.store.evidence.ofPerson({
    account: harbour,
    person: ada.id,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2026-07-01T00:00:00Z',
  });
  return activities.map(({ key: own, happenedAt, evidence }) => {
    const number = own.slice(key.length).split('/')[0];
    return `#${number} ${happenedAt.slice(0, 10)} ${evidence.length > 0 ? 'counts' : 'is left out'}`;
  });
}

/** As GitHub has it from now on, though nobody tells of it. */
function setSilently(facts: ChangeFacts) {
  rig.world.setSubject(orders.id, facts, '2026-02-03T10:00:00Z');
}

test('a stack merged top down counts once its last step has reached the default branch', async () => {
  await rig.tell(step(414, 'step-413'));
  await rig.tell(step(413, 'step-412'));
  expect(await kept()).toEqual(['#413 2026-02-03 is left out', '#414 2026-02-03 is left out']);
  setSilently(step(414, 'step-413', { arrived }));
  setSilently(step(413, 'step-412', { arrived }));
  await rig.tell(step(412, 'main', { mergedAt: arrived.at }));
  expect(await kept()).toEqual([412, 413, 414].map((number) => `#${number} 2026-02-05 counts`));
});

test('another branch that reaches it has nothing read again', async () => {
  await rig.tell(step(413, 'step-412'));
  const asked = rig.world.calls('subject');
  await rig.tell(step(430, 'main', { mergedAt: arrived.at }));
  expect(rig.world.calls('subject')).toBe(asked + 1);
  expect(await kept()).toContain('#413 2026-02-03 is left out');
});
