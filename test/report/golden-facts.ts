import type { Actor, ChangeFacts } from '../../src/evidence/facts.ts';
import { changeFacts, file, fromMail } from '../fixtures/facts.ts';

/** A quarter of invented work on a ticket shop, as a clone shows it. Times are UTC. */
export const noor = fromMail('Noor Haddad', 'noor@seatmap.example');
export const tove = fromMail('Tove Brandt', 'tove@seatmap.example');
const renovate = fromMail('renovate[bot]', 'bot@renovate.example');

type Told = Pick<ChangeFacts, 'title' | 'files'> & { readonly body?: string; readonly coAuthors?: Actor[] };

function merged(number: number, day: string, told: Told, author: Actor = noor): ChangeFacts {
  return changeFacts({
    key: `clone:seatmap#${number}`,
    repository: { key: 'clone:seatmap', name: 'seatmap/tickets', private: null },
    number,
    commit: `${number}`.padStart(40, 'c0ffee'),
    url: `https://seatmap.example/tickets/pull/${number}`,
    author,
    mergedBy: null,
    openedAt: null,
    mergedAt: `${day}T10:00:00Z`,
    ...told,
  });
}

const index = merged(41, '2026-01-20', {
  title: 'Add a missing index so that the seat search no longer scans every booking',
  body:
    'Before this, the seat search read all bookings of a venue, so customers waited at the start of each sale.\n\n' +
    'p95 latency of the seat search went from 1.8 s to 210 ms in production.\n',
  files: [file('db/migrate/20260119_index_bookings_on_venue.sql', 6, 0), file('src/search/seats.go', 9, 4)],
});

const steps: readonly (readonly [number, string, string, string])[] = [
  [52, '2026-02-03', 'Write holds to both tables', 'src/holds/dual_write.go'],
  [55, '2026-02-10', 'Backfill holds from the booking table', 'db/migrate/20260210_backfill_holds.sql'],
  [58, '2026-02-17', 'Compare both hold tables each night', 'src/holds/compare.go'],
  [61, '2026-02-24', 'Read holds from the new table', 'src/holds/read.go'],
  [64, '2026-03-03', 'Drop the hold columns of the booking table', 'db/migrate/20260303_drop_holds.sql'],
];
const migration = steps.map(([number, day, title, path]) =>
  merged(number, day, {
    title: `SEAT-88: ${title}`,
    body: 'One step of moving holds into a table of their own, so that a sale never waits for a schema change.\n',
    files: [file(path, 60, 8), file('src/holds/holds_test.go', 25, 3)],
  }),
);

const deprecation = merged(67, '2026-03-06', {
  title: 'Deprecate the v1 seat endpoint in favour of v2',
  body: 'Clients see a Sunset header with the last day, and the guide shows each call in its new form.\n',
  files: [file('api/openapi.yaml', 30, 2), file('docs/guides/seats-v2.md', 80, 0)],
});

const runbook = merged(69, '2026-03-10', {
  title: 'Add a runbook for a stuck payment queue',
  body: 'Whoever is on call can drain the queue without asking the payments team first.\n',
  files: [file('docs/runbooks/payment-queue.md', 64, 0)],
});

const together = merged(72, '2026-03-17', {
  title: 'Fix a race condition between two holds on one seat',
  body: 'Two customers could hold the same seat because the check and the write were apart. They are one statement now.\n',
  coAuthors: [tove],
  files: [file('src/holds/place.go', 22, 14), file('src/holds/place_test.go', 48, 0)],
});

const undone = merged(74, '2026-03-19', {
  title: 'Cache seat maps in memory to spare the database',
  body: 'Seat maps are kept for a minute, which lets a sale start without a rush on the database.\n',
  files: [file('src/search/cache.go', 70, 3)],
});

const revert = merged(75, '2026-03-20', {
  title: 'Revert "Cache seat maps in memory to spare the database"',
  body: `Reverts #74. Maps were stale for the buyers of the last seats.\n\nThis reverts commit ${undone.commit}.\n`,
  files: [file('src/search/cache.go', 3, 70)],
});

const bump = merged(77, '2026-03-24', {
  title: 'Bump pgx from 5.6.0 to 5.7.1',
  files: [file('go.mod', 1, 1), file('go.sum', 2, 2)],
});

const automated = merged(
  78,
  '2026-03-25',
  { title: 'Update module zap to v1.28.0', files: [file('go.mod', 1, 1), file('go.sum', 2, 2)] },
  renovate,
);

export const quarterOfWork: readonly ChangeFacts[] = [
  index,
  ...migration,
  deprecation,
  runbook,
  together,
  undone,
  revert,
  bump,
  automated,
];

/** Two changes whose titles are all there is to them. */
export const thinQuarter: readonly ChangeFacts[] = [
  merged(12, '2026-01-14', {
    title: 'Return 404 for an unknown venue',
    files: [file('src/api/venue.go', 5, 1)],
  }),
  merged(15, '2026-03-02', { title: 'Rename a variable', files: [file('src/api/venue.go', 2, 2)] }),
];
