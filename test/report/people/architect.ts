import { file } from '../../fixtures/facts.ts';
import type { Outcome } from '../../../src/evidence/evidence.ts';
import { evidenceOfOne } from '../../../src/evidence/persons.ts';
import type { Material } from '../../../src/report/compose.ts';
import { held30, held90, ileana, marisol, materialFor, merged, remark, sunniva } from './place.ts';

const steps = [
  [101, '2026-01-13', 'Write reservations to the outbox beside the old table', 'src/outbox/write.go'],
  [104, '2026-01-27', 'Compare outbox and old table every night', 'src/outbox/compare.go'],
  [109, '2026-02-10', 'Read reservations from the outbox behind a flag', 'src/outbox/read.go'],
  [
    115,
    '2026-02-24',
    'Drop the columns that the outbox replaced',
    'db/migrate/0088_drop_reservation_state.sql',
  ],
] as const;

const outbox = steps.map(([number, day, title, path]) =>
  merged(ileana, 'bookings', number, day, {
    title: `HUT-31: ${title}`,
    body: 'One step of the way in ADR 12, so that no reservation is lost when a process dies between two writes.',
    files: [file(path, 120, 14)],
  }),
);

const decision = merged(ileana, 'bookings', 98, '2026-01-08', {
  title: 'ADR 12: reservations leave through an outbox',
  body: 'Three ways were weighed: two writes with a repair job, a transaction over both databases, an outbox. The outbox loses nothing when a process dies, and the doors team can read it without asking us.',
  files: [file('docs/adr/0012-outbox.md', 96, 0)],
  threads: [
    remark(
      [marisol, 'What happens to an event that nobody reads for a week?'],
      [ileana, 'It waits, and an alert says so after an hour. I wrote that down.'],
      '2026-01-07',
    ),
  ],
});

const deprecation = merged(ileana, 'bookings', 128, '2026-04-16', {
  title: 'Announce the end of /v1/reservations on 30 June',
  body: 'Ten weeks of notice, a guide with every call in its new form, and a header that names the last day.',
  files: [file('docs/guides/reservations-v2.md', 130, 0), file('api/openapi.yaml', 22, 4)],
});

const retry = merged(ileana, 'bookings', 135, '2026-05-19', {
  title: 'Give every call between services a budget of retries',
  body: 'Pairing with Sunniva. Without it a slow tariff service was asked four times as often, just when it could not answer.',
  coAuthors: [sunniva],
  files: [file('src/calls/budget.go', 90, 6), file('src/calls/budget_test.go', 120, 0)],
});

const used: Outcome = {
  kind: 'held',
  days: 90,
  by: [{ label: 'doors#62', url: 'https://fjell.example/doors/pull/62' }],
};

const lastAutumn = [
  merged(ileana, 'bookings', 61, '2025-10-07', {
    title: 'Return 409 when a bed is taken',
    body: 'Callers had to read the text of the error.',
    files: [file('src/api/reserve.go', 14, 6)],
  }),
  merged(ileana, 'bookings', 70, '2025-11-18', {
    title: 'Add an index so that the calendar of a hut loads in one read',
    body: 'p95 of the calendar page 1.4 s → 180 ms.',
    files: [file('db/migrate/0071_calendar.sql', 8, 0)],
  }),
];

const plain = materialFor(ileana, [decision, ...outbox, deprecation, retry], {
  outcomes: { 98: used, 101: held90, 104: held90, 109: held90, 115: held90, 128: held30, 135: held30 },
  before: lastAutumn,
});

const contested = 'Sunniva drove this one; I asked the questions and typed half of it.';

/** She contests how one piece is listed: both views stand. */
export const architect: Material = {
  ...plain,
  evidence: evidenceOfOne(
    plain.evidence.map((item) =>
      item.subject.number === 135
        ? { ...item, notes: [{ kind: 'contest', text: contested, at: '2026-06-20T08:00:00Z' } as const] }
        : item,
    ),
  ),
};
