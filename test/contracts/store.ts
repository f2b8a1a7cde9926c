import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Store } from '../../src/ports/store.ts';
import { accountsContract } from './store/accounts.ts';
import { cyclesContract } from './store/cycles.ts';
import { deliveriesContract } from './store/deliveries.ts';
import { failuresContract } from './store/failures.ts';
import { gatheringsContract } from './store/gatherings.ts';
import { logContract } from './store/log.ts';
import { marksContract } from './store/marks.ts';
import { modelContract } from './store/model.ts';
import { overlayContract } from './store/overlay.ts';
import { peopleContract } from './store/people.ts';
import { purgeContract } from './store/purge.ts';
import { publicationsContract } from './store/publications.ts';
import { repositoriesContract } from './store/repositories.ts';
import { rosterContract } from './store/roster.ts';
import { subjectsContract } from './store/subjects.ts';
import { undoingsContract } from './store/undoings.ts';
import { watchesContract } from './store/watches.ts';

const chapters = {
  deliveries: deliveriesContract,
  accounts: accountsContract,
  repositories: repositoriesContract,
  roster: rosterContract,
  subjects: subjectsContract,
  gatherings: gatheringsContract,
  'what was taken back': undoingsContract,
  'what people said': overlayContract,
  people: peopleContract,
  cycles: cyclesContract,
  publications: publicationsContract,
  watches: watchesContract,
  failures: failuresContract,
  marks: marksContract,
  'the log': logContract,
  'what has had its time': purgeContract,
  'what a model said': modelContract,
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
