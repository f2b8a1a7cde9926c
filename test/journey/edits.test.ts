import { describe, expect, test } from '@jest/globals';
import { editComment, editIssue, editPull } from '../../demo/github/actions.ts';
import { openQueue } from '../../src/queue/open.ts';
import { ask } from './database.ts';
import { commentsOn, cycle, issuesIn, merge, orders, reportsOf } from './harbour.ts';
import type { Journey } from './rig.ts';
import { stageJourneys } from './stage.ts';

const open = stageJourneys();

describe('what people did to a text of the app', () => {
  test('a box that they emptied stays empty when the text is written again with what is new', async () => {
    const journey = await open();
    const { world } = journey;
    merge(world, 'ada');
    await journey.at(cycle.prepares);
    edit(journey, (body) => body.replace('- [x] Timeouts for the search', '- [ ] Timeouts for the search'));
    merge(world, 'ada', { title: 'Timeouts for calls to the bank', head: 'bank' });
    await journey.settle();
    await prepareAgain(journey, 'ada');
    expect(prepOf(journey)).toContain('- [x] Timeouts for calls to the bank');
    expect(prepOf(journey)).toContain('- [ ] Timeouts for the search of orders');
    expect(issuesIn(world, reportsOf('ada'))).toHaveLength(1);
  });

  test('their own words in it are left as they are', async () => {
    const journey = await open();
    merge(journey.world, 'ada');
    await journey.at(cycle.prepares);
    edit(journey, (body) => body.replace('Timeouts for the search', 'Limits for the search'));
    const theirs = prepOf(journey);
    merge(journey.world, 'ada', { title: 'Timeouts for calls to the bank', head: 'bank' });
    await journey.settle();
    await prepareAgain(journey, 'ada');
    expect(theirs).toContain('Limits for the search');
    expect(prepOf(journey)).toBe(theirs);
    expect(issuesIn(journey.world, reportsOf('ada'))).toHaveLength(1);
  });

  test('so is a comment, though its pull request says something else now', async () => {
    const journey = await open();
    const { world } = journey;
    const numbers = ['one', 'two'].map((head) => merge(world, 'ada', { head }));
    await journey.settle();
    const [edited = 0, untouched = 0] = numbers;
    const [comment] = commentsOn(world, orders, edited);
    const theirs = { repository: orders, comment: comment?.id ?? 0, body: 'We say so ourselves.' };
    editComment(world, 'ada', theirs);
    for (const number of numbers) editPull(world, 'ada', { repository: orders, number, body: figure });
    await journey.settle();
    expect(commentsOn(world, orders, edited).map(({ body }) => body)).toEqual(['We say so ourselves.']);
    expect(commentsOn(world, orders, untouched).map(({ body }) => body)).toEqual([
      expect.stringContaining('from 1.8 s to 210 ms'),
    ]);
  });
});

const figure = 'In production the p95 latency of the search went from 1.8 s to 210 ms.';

function prepOf({ world }: Journey): string {
  return issuesIn(world, reportsOf('ada'))[0]?.body ?? '';
}

function edit(journey: Journey, change: (body: string) => string): void {
  const number = issuesIn(journey.world, reportsOf('ada'))[0]?.number ?? 0;
  const body = change(prepOf(journey));
  expect(body).not.toBe(prepOf(journey));
  editIssue(journey.world, 'ada', { repository: reportsOf('ada'), number, body });
}

/** As if the job had come twice. */
async function prepareAgain(journey: Journey, login: string): Promise<void> {
  const { databaseUrl } = journey;
  const [ids] = await ask(
    databaseUrl,
    `SELECT cycles.id AS cycle, people.id AS person FROM cycles JOIN people USING (account_id)
     WHERE cycles.name = '${cycle.name}' AND people.login = '${login}'`,
  );
  const queue = await openQueue({ databaseUrl, say: () => undefined, onGivenUp: () => undefined });
  await queue.add('prepare', { cycle: Number(ids?.['cycle']), person: Number(ids?.['person']) });
  await queue.close();
  await journey.settle();
}
