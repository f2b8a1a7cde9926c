import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../src/evidence/facts.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada as adaWrote } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { adasReports, mira, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

const miraWrote: Actor = { key: `github:${mira.id}`, label: mira.login, type: 'user' };
const groundwork: Actor = { key: 'github:990', label: 'groundwork[bot]', type: 'bot' };

let rig: Rig;
let number = 0;

/** The report stands, as an issue. */
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(notableChange());
  await rig.at('2026-07-02T08:00:00Z');
  number = rig.world.people.issues(adasReports.id).at(-1)?.number ?? 0;
});

function item(words: string, ticked: boolean): string {
  return `- [${ticked ? 'x' : ' '}] *Meets* · ${words} \`E-39533f\` <!-- item:phrase/care-meets-${words.length}/E-39533f -->`;
}

/** Somebody sets the boxes below these words, and GitHub tells of it. */
async function set(by: Actor, ...items: readonly string[]): Promise<readonly string[]> {
  rig.world.people.editIssue(adasReports.id, number, items.join('\n'));
  rig.world.answers.set(`${adasReports.id}#${number}`, {
    editedBy: by,
    editedAt: '2026-07-03T10:00:00Z',
    replies: [],
  });
  await rig.tell(
    incidentFacts({
      key: `github:${adasReports.id}#${number}`,
      repository: { key: `github:${adasReports.id}`, name: adasReports.name, private: true },
      number,
      author: groundwork,
      labels: ['evidence report'],
      comments: [],
    }),
  );
  return rig.world.people.comments(adasReports.id, number).map(({ body }) => body);
}

const bounded = 'Bounded a wait: “Timeouts for the search” (orders#412).';
const tested = 'Brought tests along: “Timeouts for the search” (orders#412).';

describe('what is ticked in a report', () => {
  test('by the manager, becomes one comment, which follows the boxes', async () => {
    const [first = '', ...others] = await set(miraWrote, item(bounded, true), item(tested, false));
    expect(others).toEqual([]);
    expect(first).toContain(bounded);
    expect(first).not.toContain(tested);
    const [second = '', ...more] = await set(miraWrote, item(bounded, true), item(tested, true));
    expect(more).toEqual([]);
    expect(second).toContain(tested);
    const [third = ''] = await set(miraWrote, item(bounded, false), item(tested, false));
    expect(third).toContain('Nothing is ticked');
  });

  test.each([
    ['by the engineer', adaWrote],
    ['by the app', groundwork],
  ])('%s, makes none', async (_, by) => {
    expect(await set(by, item(bounded, true))).toEqual([]);
  });

  test('never, makes none', async () => {
    expect(await set(miraWrote, item(bounded, false))).toEqual([]);
  });
});
