import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { changeFacts } from '../fixtures/facts.ts';

/** Notable by the small framework of the tests: it bounds a wait. */
export function notableChange(more: Partial<ChangeFacts> = {}): ChangeFacts {
  return changeFacts({
    title: 'Timeouts for the search of orders',
    body: 'Before this, callers waited without end when the database was slow.',
    mergedAt: '2026-02-03T10:00:00Z',
    openedAt: '2026-02-03T08:00:00Z',
    ...more,
  });
}
