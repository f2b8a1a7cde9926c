import { describe, expect, test } from '@jest/globals';
import type { Queue } from '../../src/ports/queue.ts';
import { startSweeping } from '../../src/start/sweeping.ts';

/** A queue whose additions the test ends: well, or with an error. */
function startRig() {
  const added: { readonly kind: unknown; readonly end: PromiseWithResolvers<void> }[] = [];
  const said: string[] = [];
  const add = (_job: string, { kind }: { readonly kind?: unknown }) => {
    const end = Promise.withResolvers<void>();
    added.push({ kind, end });
    return end.promise;
  };
  const sweeping = startSweeping({ add } as Pick<Queue, 'add'>, (line) => said.push(line));
  return { sweeping, added, said };
}

describe('the sweeps', () => {
  test('each is added at once', () => {
    const { sweeping, added } = startRig();
    sweeping.stop();
    expect(added.map(({ kind }) => kind)).toEqual(['relay', 'cycles', 'deliveries']);
  });

  test('one that cannot be added is told; once they are stopped, nobody is', async () => {
    const { sweeping, added, said } = startRig();
    const [relay, cycles, deliveries] = added.map(({ end }) => end);
    relay?.reject(new Error('no connection'));
    await expect(relay?.promise).rejects.toThrow('no connection');
    expect(said).toEqual(['A sweep could not be added: no connection']);
    sweeping.stop();
    cycles?.reject(new Error('the queue is closed'));
    deliveries?.resolve();
    await expect(cycles?.promise).rejects.toThrow('the queue is closed');
    await deliveries?.promise;
    expect(said).toHaveLength(1);
  });
});
