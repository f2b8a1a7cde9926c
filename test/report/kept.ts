import type { Cycle } from '../../src/evidence/cycle.ts';
import { creditSubject } from '../../src/evidence/credit.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import type { Actor, ChangeFacts, Facts } from '../../src/evidence/facts.ts';
import type { Material } from '../../src/report/compose.ts';
import type { KeptOrigin } from '../../src/report/report.ts';
import { conversation, incidentFacts, linkedChange, said } from '../fixtures/conversations.ts';
import { changeFacts, file } from '../fixtures/facts.ts';
import { framework } from './quarter.ts';

/** A quarter of invented work at a ticket shop, as GitHub shows it. */
export const noor: Actor = { key: 'github:201', label: 'noor', type: 'user' };
const tove: Actor = { key: 'github:202', label: 'tove', type: 'user' };
const quarter: Cycle = { from: '2026-01-01', to: '2026-04-01', timeZone: 'Europe/Oslo' };

type Told = Partial<ChangeFacts> & Pick<ChangeFacts, 'title'>;

function merged(number: number, at: string, told: Told): ChangeFacts {
  return changeFacts({
    key: `github:9#${number}`,
    repository: { key: 'github:9', name: 'seatmap/tickets', private: true },
    number,
    url: `https://seatmap.example/tickets/pull/${number}`,
    author: noor,
    mergedBy: tove,
    openedAt: at,
    mergedAt: at,
    ...told,
  });
}

const index = merged(41, '2026-01-20T10:00:00Z', {
  title: 'Add a missing index so that the seat search no longer scans every booking',
  body: 'Before this, the seat search read all bookings of a venue, so customers waited at the start of each sale.\n\np95 latency of the seat search went from 1.8 s to 210 ms in production.\n',
  files: [file('db/migrate/20260119_index_bookings_on_venue.sql', 6, 0)],
});

const lock = merged(55, '2026-02-18T09:00:00Z', {
  title: 'Release holds in one job',
  author: tove,
  body: 'One job instead of three.',
  threads: [
    conversation(
      [
        said(
          noor,
          'Two workers can take the same hold here, because the lock is released before the update. A seat would be sold twice.',
          '2026-02-17T10:00:00Z',
        ),
        said(tove, 'Good catch, I had only tried it with one worker.', '2026-02-17T11:00:00Z'),
      ],
      { path: 'src/holds/release.go', outdated: true, resolved: true },
    ),
  ],
});

const incident = incidentFacts({
  key: 'github:9#70',
  number: 70,
  repository: { key: 'github:9', name: 'seatmap/tickets', private: true },
  url: 'https://seatmap.example/tickets/issues/70',
  title: 'Seat maps stay grey for big venues',
  author: tove,
  openedAt: '2026-03-10T19:05:00Z',
  linked: [
    linkedChange(noor, {
      key: 'github:9#71',
      number: 71,
      repository: 'seatmap/tickets',
      title: 'Draw big venues in parts',
      mergedAt: '2026-03-10T20:16:00Z',
      url: 'https://seatmap.example/tickets/pull/71',
    }),
  ],
});

export const indexChange = index;

const held = [{ kind: 'held', days: 30, by: [] } as const];

/** Noor's evidence of these subjects; what was merged was looked at again after 30 days. */
export function evidenceOf(subjects: readonly Facts[]): readonly Evidence[] {
  const context = { incidentLabels: ['incident'], reading: null, teamsOf: () => ['tickets'] };
  return subjects
    .flatMap((facts) => creditSubject(facts, framework, context).evidence)
    .filter(({ activity }) => activity.person.key === noor.key)
    .map((item) => (item.activity.kind === 'change' ? { ...item, outcome: held } : item));
}

const member = (id: number, login: string) => ({ id, login });

export const keptOrigin: KeptOrigin = {
  kind: 'github',
  organisation: 'seatmap',
  audience: {
    engineer: member(201, 'noor'),
    managers: [member(210, 'mira')],
    readers: [],
    owners: [member(220, 'olu')],
  },
  gaps: [],
  framework: 'backend 0.1',
  rules: '4f1c09a',
  model: null,
};

export function keptMaterial(subjects: readonly Facts[] = [index, lock, incident]): Material {
  return {
    engineer: 'noor',
    cycle: quarter,
    origin: keptOrigin,
    evidence: evidenceOfOne(evidenceOf(subjects)),
    leftOut: [],
  };
}
