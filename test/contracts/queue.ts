import { afterAll, afterEach, beforeAll, beforeEach, describe, jest } from '@jest/globals';

import { describeAdding } from './queue/adding.ts';
import { createBench, type QueueRig } from './queue/bench.ts';
import { describeClosing } from './queue/closing.ts';
import { describeFailing } from './queue/failing.ts';
import { describeIds } from './queue/ids.ts';
import { describeWaiting } from './queue/waiting.ts';

export { contractAttempts, type QueueRig } from './queue/bench.ts';

/** What every queue promises, whatever carries it. */
export function describeQueue(name: string, start: () => Promise<QueueRig>): void {
  describe(`the queue ${name}`, () => {
    const bench = createBench(start);

    // Nothing here takes long, but a busy machine may.
    jest.setTimeout(60_000);

    beforeAll(() => bench.start());
    beforeEach(() => bench.begin());
    afterEach(() => bench.end());
    afterAll(() => bench.stop());

    describeAdding(bench);
    describeWaiting(bench);
    describeFailing(bench);
    describeIds(bench);
    describeClosing(bench);
  });
}
