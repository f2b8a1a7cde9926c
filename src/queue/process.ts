import { DelayedError, type Job, UnrecoverableError } from 'bullmq';

import type { GivenUp, Handler } from '../ports/queue.ts';
import type { TakeJob } from './broker.ts';
import { jobId, type JobName, type Payload, readPayload } from './jobs.ts';
import { messageOf, type Outcome, outcomeOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Say } from './quiet.ts';

export type Told = {
  readonly onGivenUp: (givenUp: GivenUp) => void | Promise<void>;
  readonly say: Say;
};

/** Thrown when the app has been told already that the job is given up. */
class ToldError extends UnrecoverableError {}

/**
 * One job, from what BullMQ stores to what the handler takes, and from what the handler throws to what
 * BullMQ understands. Nothing a handler threw is handed on: BullMQ would store its message, which may
 * hold what somebody wrote, or a character that the database refuses, and the job would hang.
 */
export function processor<Name extends JobName>(
  name: Name,
  handler: Handler<Name>,
  pace: Pace,
  told: Told,
): TakeJob {
  return async (job, token) => {
    const reading = readPayload(name, job.data);
    if (!reading.fits) return giveUp(job, token, pace, told, noticeOf(name, job, reading.reason));
    const outcome = await run(handler, reading.payload, job, pace);
    if (outcome.kind === 'done') return undefined;
    told.say(
      `Job ${jobId(name, reading.payload)}, attempt ${attemptOf(job, pace).number}: ${outcome.because}`,
    );
    if (outcome.kind === 'later') return delay(job, token, outcome.at);
    if (outcome.kind === 'again') throw new Error('The attempt failed; the log says why.');
    return giveUp(job, token, pace, told, noticeOf(name, job, outcome.reason));
  };
}

/** Tells the app about a job that BullMQ itself gave up because its workers kept dying. */
export function tellOrphaned(name: JobName, told: Told) {
  return (job: Job | undefined, error: Error): void => {
    if (job === undefined || error instanceof ToldError || !(error instanceof UnrecoverableError)) return;
    const reason = `The process working on it ended ${job.stalledCounter} times before it was done. Look for crashes or too little memory, then add it again.`;
    const notice = noticeOf(name, job, reason);
    Promise.resolve(notice)
      .then(told.onGivenUp)
      .catch((problem: unknown) =>
        told.say(`Job ${notice.id} was given up, and nobody could be told: ${messageOf(problem)}`),
      );
  };
}

type Result = { readonly kind: 'done' } | (Outcome & { readonly because: string });

async function run<Name extends JobName>(
  handler: Handler<Name>,
  payload: Payload<Name>,
  job: Job,
  pace: Pace,
): Promise<Result> {
  try {
    await handler(payload);
    return { kind: 'done' };
  } catch (error) {
    const outcome = outcomeOf(error, attemptOf(job, pace), inMilliseconds(pace.shortestWait));
    return { ...outcome, because: messageOf(error) };
  }
}

async function giveUp(
  job: Job,
  token: string | undefined,
  pace: Pace,
  told: Told,
  notice: GivenUp,
): Promise<never> {
  try {
    await told.onGivenUp(notice);
  } catch (error) {
    // A job nobody heard about must not vanish; it comes back and is told again.
    told.say(`Job ${notice.id} is given up, but nobody could be told yet: ${messageOf(error)}`);
    return delay(job, token, inMilliseconds(pace.backoff));
  }
  throw new ToldError(notice.reason);
}

async function delay(job: Job, token: string | undefined, until: Date): Promise<never> {
  await job.moveToDelayed(until.getTime(), token);
  throw new DelayedError();
}

function attemptOf(job: Job, pace: Pace): { readonly number: number; readonly of: number } {
  return { number: job.attemptsMade + 1, of: pace.attempts };
}

function noticeOf(name: JobName, job: Job, reason: string): GivenUp {
  const reading = readPayload(name, job.data);
  return { job: name, id: job.id ?? name, payload: reading.fits ? reading.payload : null, reason };
}

// BullMQ keeps real time, so delays are counted from it.
function inMilliseconds(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds);
}
