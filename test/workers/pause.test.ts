import { beforeEach, expect, test } from '@jest/globals';
import type { Actor, CommentFacts } from '../../src/evidence/facts.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada as adaWrote, bertil } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

let comments: CommentFacts[] = [];
beforeEach(() => {
  comments = [];
});

/** In an issue of her own, in her reports repository. */
async function says(author: Actor, body: string, at: string): Promise<string> {
  comments.push({ key: `github:21#9/comment/${comments.length + 1}`, author, body, at, url: null });
  await rig.at(at);
  await rig.tell(
    incidentFacts({
      key: 'github:21#9',
      repository: { key: 'github:21', name: adasReports.name, private: true },
      number: 9,
      labels: [],
      body: '',
      comments,
    }),
  );
  return rig.world.people.comments(adasReports.id, 9).at(-1)?.body ?? '';
}

async function merges(number: number, mergedAt: string, title: string): Promise<void> {
  await rig.at(mergedAt);
  await rig.tell(notableChange({ key: `github:7#${number}`, number, mergedAt, title }));
}

async function kept(): Promise<readonly string[]> {
  const stretch = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' };
  const { activities } = await rig.store.evidence.ofPerson({ account: harbour, person: ada.id, ...stretch });
  return activities.map(({ key }) => key.split('/')[0] ?? '');
}

test('what is done during a pause is never kept, not even afterwards; what was kept before stays', async () => {
  await merges(412, '2026-02-03T10:00:00Z', 'Timeouts for the search of orders');
  expect(await says(adaWrote, '/groundwork pause', '2026-03-03T10:00:00Z')).toContain('noted. From now on');
  await merges(413, '2026-03-10T10:00:00Z', 'Timeouts for the import');
  expect(await says(adaWrote, '/groundwork resume', '2026-04-10T10:00:00Z')).toContain('kept again');
  await merges(414, '2026-04-20T10:00:00Z', 'Timeouts for the export');
  await rig.tell(
    notableChange({
      key: 'github:7#413',
      number: 413,
      mergedAt: '2026-03-10T10:00:00Z',
      body: 'Told again.',
    }),
  );
  expect(await kept()).toEqual(['github:7#412', 'github:7#414']);
  const praised = [412, 413, 414].map((number) => rig.world.people.comments(orders.id, number).length);
  expect(praised).toEqual([1, 0, 1]);
  await rig.at('2026-07-02T08:00:00Z');
  const report = rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
  expect(report).toContain('> Paused from 3 March 2026 to 10 April 2026.');
  expect(report).not.toContain('the import');
});

test('nobody pauses anybody else, and each is said once', async () => {
  await says(bertil, '/groundwork pause', '2026-03-03T10:00:00Z');
  await merges(412, '2026-03-10T10:00:00Z', 'Timeouts for the search of orders');
  expect(await kept()).toEqual(['github:7#412']);
  expect(await says(adaWrote, '/groundwork resume', '2026-03-11T10:00:00Z')).toContain('You had not paused.');
  await says(adaWrote, '/groundwork pause', '2026-03-12T10:00:00Z');
  expect(await says(adaWrote, '/groundwork pause', '2026-03-13T10:00:00Z')).toContain('paused already');
  const rows = await rig.store.overlay.ofPerson(harbour, ada.id);
  expect(rows.map(({ verb }) => verb)).toEqual(['pause']);
});
