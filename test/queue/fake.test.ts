import { contractAttempts, describeQueue, type QueueRig } from '../contracts/queue.ts';
import { createQueueFake, type QueueFake } from '../fakes/queue.ts';

/** Time passes only when a test lets it. */
async function startFake(): Promise<QueueRig> {
  let time = Date.UTC(2026, 0, 5, 9);
  const clock = { now: () => new Date(time) };
  let fake: QueueFake = createFake();

  function createFake(): QueueFake {
    return createQueueFake({ clock, attempts: contractAttempts, backoff: 20 });
  }

  async function pass(milliseconds: number): Promise<void> {
    time += milliseconds;
    fake.wake();
    await new Promise(setImmediate);
  }

  return {
    empty: async () => void (fake = createFake()),
    open: async (onGivenUp) => fake.open(onGivenUp),
    now: clock.now,
    async until(condition, what) {
      for (let step = 0; !condition(); step += 1) {
        if (step > 2_000) throw new Error(`Waited in vain for ${what}.`);
        await pass(5);
      }
    },
    async settle() {
      for (let step = 0; step < 30; step += 1) await pass(5);
    },
    plant: async (job, id, data) => fake.plant(job, id, data),
    stop: async () => undefined,
  };
}

describeQueue('in memory', startFake);
