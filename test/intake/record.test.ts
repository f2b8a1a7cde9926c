import { describe, expect, test } from '@jest/globals';
import { createIntake } from '../../src/intake/record.ts';
import type { IntakeOptions } from '../../src/intake/record.ts';
import type { Queue } from '../../src/ports/queue.ts';
import { memoryStore } from '../fakes/store.ts';

const repository = { id: 9001, name: 'payments-api', owner: { id: 77 } };
const sender = { id: 11, login: 'adaeze', type: 'User' };
const issue = { number: 377, updated_at: '2026-03-14T02:11:00Z', user: sender };
const labeled = { action: 'labeled', repository, sender, issue };
const change = { number: 12, merged_at: '2026-03-03T10:00:00Z', user: sender };
const joined = { action: 'added', organization: { id: 77 }, sender };

const appTime = new Date('2026-03-14T02:12:00Z');
const realTime = new Date('2030-01-01T00:00:00Z');

const fails = () => Promise.reject(new Error('The database does not answer.'));

type Job = readonly [job: string, payload: unknown, at: string | null];

function start(changes: Partial<IntakeOptions> = {}) {
  const jobs: Job[] = [];
  const lines: string[] = [];
  const add: Queue['add'] = async (job, payload, options) =>
    void jobs.push([job, payload, options?.at?.toISOString() ?? null]);
  const store = memoryStore();
  const intake = createIntake({
    store,
    queue: { add },
    clock: { now: () => appTime },
    queueClock: { now: () => realTime },
    pacing: { gatherAfter: 600_000 },
    ownSlug: () => 'groundwork',
    say: (line) => void lines.push(line),
    ...changes,
  });
  return { intake, jobs, lines, store };
}

describe('hearing one webhook', () => {
  test('marks its subject and adds the job that reads it, after a while of real time', async () => {
    const { intake, jobs, store } = start();
    expect(await intake.hear('issues', 'a-1', labeled)).toBe('recorded');
    await intake.settled();
    const subject = await store.subjects.find(1);
    expect(subject).toMatchObject({
      account: 77,
      repository: 9001,
      kind: 'issue',
      number: 377,
      dirtyAt: appTime.toISOString(),
    });
    expect(jobs).toEqual([['gather', { subject: 1 }, '2030-01-01T00:10:00.000Z']]);
  });

  test('does not wait where there is nothing to wait for', async () => {
    const { intake, jobs } = start({ pacing: { gatherAfter: 0 } });
    await intake.hear('issues', 'a-1', labeled);
    await intake.settled();
    expect(jobs).toEqual([['gather', { subject: 1 }, null]]);
  });

  test('has the account read again where the organisation changed', async () => {
    const { intake, jobs } = start();
    expect(await intake.hear('membership', 'a-2', joined)).toBe('recorded');
    await intake.settled();
    expect(jobs).toEqual([['organisation', { account: 77 }, null]]);
  });

  test('has both read where the rules may have changed', async () => {
    const { intake, jobs } = start({ pacing: { gatherAfter: 0 } });
    const payload = {
      action: 'closed',
      repository: { ...repository, name: '.github' },
      sender,
      pull_request: change,
    };
    await intake.hear('pull_request', 'a-3', payload);
    await intake.settled();
    expect(jobs).toEqual([
      ['gather', { subject: 1 }, null],
      ['organisation', { account: 77 }, null],
    ]);
  });

  test('the same delivery again does nothing, at the same time or later', async () => {
    const { intake, jobs } = start();
    const together = await Promise.all(
      Array.from({ length: 10 }, () => intake.hear('issues', 'a-1', labeled)),
    );
    expect(together.toSorted()).toEqual(
      [...Array.from({ length: 9 }, () => 'repeated'), 'recorded'].toSorted(),
    );
    expect(await intake.hear('issues', 'a-1', labeled)).toBe('repeated');
    await intake.settled();
    expect(jobs).toHaveLength(1);
  });

  test('what is ignored touches neither store nor queue', async () => {
    const { intake, jobs } = start({ store: { deliveries: { record: fails } } });
    expect(await intake.hear('push', 'a-4', {})).toBe('ignored');
    expect(await intake.hear('issues', 'a-5', { ...labeled, issue: null })).toBe('ignored');
    await intake.settled();
    expect(jobs).toEqual([]);
    expect(intake.counts()).toEqual({ 'ignored: not an event we hear': 1, 'ignored: not understood': 1 });
  });
});

describe('when something fails', () => {
  test('a delivery that cannot be kept is not accepted', async () => {
    const { intake, jobs } = start({ store: { deliveries: { record: fails } } });
    await expect(intake.hear('issues', 'a-1', labeled)).rejects.toThrow('The database does not answer.');
    await intake.settled();
    expect(jobs).toEqual([]);
    expect(intake.counts()).toEqual({ failed: 1 });
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('The queue cannot be reached.'))],
    [
      'throws',
      () => {
        throw new Error('The queue cannot be reached.');
      },
    ],
  ])('a queue that %s costs no delivery: it is said, and the subject waits for the sweep', async (_, add) => {
    const { intake, lines, store } = start({ queue: { add } });
    expect(await intake.hear('issues', 'a-1', labeled)).toBe('recorded');
    await intake.settled();
    expect(lines).toEqual([
      'A delivery is kept, but its job waits for the sweep: The queue cannot be reached.',
    ]);
    expect(await store.subjects.find(1)).toMatchObject({ number: 377, gatheredAt: null });
    expect(intake.counts()).toEqual({ recorded: 1 });
  });

  test('a queue that does not answer holds up no delivery', async () => {
    const door = Promise.withResolvers<void>();
    const { intake } = start({ queue: { add: () => door.promise } });
    expect(await intake.hear('issues', 'a-1', labeled)).toBe('recorded');
    door.resolve();
    await intake.settled();
  });
});
