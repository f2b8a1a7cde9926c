import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Store } from '../../src/ports/store.ts';
import { cyclesContract } from './store/cycles.ts';
import { deliveriesContract } from './store/deliveries.ts';
import { gatheringsContract } from './store/gatherings.ts';
import { overlayContract } from './store/overlay.ts';
import { peopleContract } from './store/people.ts';
import { publicationsContract } from './store/publications.ts';

const chapters = {
  deliveries: deliveriesContract,
  gatherings: gatheringsContract,
  'what people said': overlayContract,
  people: peopleContract,
  cycles: cyclesContract,
  publications: publicationsContract,
};

/**
 * What every store must do. `open` gives an empty one; each test works on accounts of its own,
 * so one store serves the whole suite.
 */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe.each([name])('%s', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    }, 60_000);
    afterAll(async () => {
      await store?.close();
    });
    describe.each(Object.entries(chapters))('%s', (_, contract) => {
      contract(() => store);
    });
  });
}
