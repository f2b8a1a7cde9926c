import { beforeEach, expect, test } from '@jest/globals';
import type { Actor, CommentFacts } from '../../src/evidence/facts.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada as adaWrote } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, mira, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
let comments: CommentFacts[] = [];
beforeEach(async () => {
  comments = [];
  rig = await startRig();
  await rig.tell(notableChange());
  await rig.at('2026-07-02T08:00:00Z');
});

const miraWrote: Actor = { key: `github:${mira.id}`, label: mira.login, type: 'user' };

function report() {
  const found = rig.world.people
    .issues(adasReports.id)
    .find(({ title }) => title.startsWith('Evidence report'));
  if (found === undefined) throw new Error('There is no report.');
  return found;
}

function below(): readonly string[] {
  return rig.world.people.comments(adasReports.id, report().number).map(({ body }) => body);
}

/** Below the report. */
async function says(author: Actor, body: string, at: string): Promise<string> {
  const { number, title } = report();
  const key = `github:21#${number}`;
  comments.push({ key: `${key}/comment/${comments.length + 1}`, author, body, at, url: null });
  await rig.at(at);
  const repository = { key: 'github:21', name: adasReports.name, private: true };
  await rig.tell(incidentFacts({ key, repository, number, title, labels: [], body: '', comments }));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await rig.settle();
  return below().find((one) => one.startsWith('- ')) ?? '';
}

function belowItsFirstLine(body: string): string {
  return body.replace(/<!--.*-->/u, '').replace(/\*\*[^*]+\*\* Who/u, 'Who');
}

test('a manager signs it off: its first line says so, the rest is as it was', async () => {
  const before = report().body;
  expect(await says(miraWrote, '/groundwork accept', '2026-07-03T10:00:00Z')).toContain('signed off');
  const after = report().body;
  expect(after).toContain('> **Accepted by mira on 3 July 2026.** Who can read it');
  expect(belowItsFirstLine(after)).toBe(belowItsFirstLine(before));
  expect(below()).toContainEqual(
    expect.stringContaining('**Accepted by mira on 3 July 2026.** The report above'),
  );
});

test('what is learnt later leaves the text alone and stands in one dated comment', async () => {
  await says(miraWrote, '/groundwork accept', '2026-07-03T10:00:00Z');
  const frozen = report().body;
  const late = { number: 430, title: 'Timeouts found late', mergedAt: '2026-06-20T10:00:00Z' };
  await rig.tell(notableChange({ key: 'github:7#430', ...late }));
  for (const day of ['05', '07', '09']) await rig.at(`2026-07-${day}T10:00:00Z`);
  expect(report().body).toBe(frozen);
  const added = below().filter((body) => body.includes('Added after this report was accepted'));
  expect(added).toHaveLength(1);
  expect(added[0]).toContain('accepted on 3 July 2026');
  expect(added[0]).toContain('Timeouts found late');
  expect(added[0]).toContain('20 June 2026');
});

test('where nothing is learnt nothing is added, and it is accepted once', async () => {
  await says(miraWrote, '/groundwork accept', '2026-07-03T10:00:00Z');
  const all = below();
  await says(miraWrote, '/groundwork accept', '2026-07-04T10:00:00Z');
  await rig.at('2026-07-08T10:00:00Z');
  expect(below().filter((body) => body.includes('Added after'))).toEqual([]);
  expect(below()).toHaveLength(all.length + 1);
  const rows = await rig.store.overlay.ofPerson(harbour, ada.id);
  expect(rows.filter(({ verb }) => verb === 'accept')).toHaveLength(1);
});

test('nobody accepts their own report', async () => {
  expect(await says(adaWrote, '/groundwork accept', '2026-07-03T10:00:00Z')).toContain('only the manager');
  expect(report().body).toContain('> **Draft.**');
});
