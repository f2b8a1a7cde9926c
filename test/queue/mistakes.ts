import type { Queue } from '../../src/ports/queue.ts';

/** Never run: the compiler reads it, and complains when one of these mistakes would pass. */
export function mistakesTheCompilerSees(queue: Queue): readonly unknown[] {
  return [
    // @ts-expect-error -- there is no such job
    queue.add('gathering', { subject: 7 }),
    // @ts-expect-error -- the payload of another job
    queue.add('gather', { repository: 7 }),
    // @ts-expect-error -- text has no place in a job
    queue.add('gather', { subject: 7, title: 'Fix the login' }),
    // @ts-expect-error -- 60 days is no watch
    queue.add('watch', { subject: 7, days: 60 }),
    // @ts-expect-error -- name and payload do not belong together
    queue.addMany([{ job: 'report', payload: { subject: 7 } }]),
    // @ts-expect-error -- the handler reads what this job does not carry
    queue.consume('gather', async ({ person }) => void person),
  ];
}
