import { expect, test } from '@jest/globals';
import type { Failure } from '../../../src/ports/store.ts';
import { everything, fresh } from './scene.ts';
import type { Opened } from './scene.ts';

function failureOf(changes: Partial<Failure> = {}): Failure {
  const reason = 'The app may not read the repository. Grant it access and run this again.';
  return { job: `gather/${fresh()}`, reason, at: '2026-03-02T09:15:00.000Z', ...changes };
}

export function failuresContract(opened: Opened): void {
  async function reasons(job: string): Promise<readonly string[]> {
    const all = await opened().failures.list(everything);
    return all.filter((failure) => failure.job === job).map(({ reason }) => reason);
  }

  test('a job fails for one reason, the latest, until it is done after all', async () => {
    const failure = failureOf();
    await opened().failures.record(failure);
    await opened().failures.record({ ...failure, reason: 'No such installa\0tion.' });
    expect(await reasons(failure.job)).toEqual(['No such installa\uFFFDtion.']);
    await opened().failures.clear(`${failure.job}0`);
    expect(await reasons(failure.job)).toHaveLength(1);
    await opened().failures.clear(failure.job);
    await opened().failures.clear(failure.job);
    expect(await reasons(failure.job)).toEqual([]);
  });

  test('they come latest first, and no more than asked for', async () => {
    // Later than anything the other tests record.
    const [one, two, three] = ['02', '03', '01'].map((day) =>
      failureOf({ at: `2090-01-${day}T00:00:00.000Z` }),
    );
    for (const failure of [one!, two!, three!]) await opened().failures.record(failure);
    expect(await opened().failures.list(2)).toEqual([two, one]);
    for (const { job } of [one!, two!, three!]) await opened().failures.clear(job);
  });
}
