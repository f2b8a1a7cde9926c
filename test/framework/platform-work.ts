import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { bertil, changeFacts, file } from '../fixtures/facts.ts';

type Told = Partial<ChangeFacts> & { readonly title: string };

function merged(number: number, day: string, told: Told): ChangeFacts {
  return changeFacts({
    key: `github:9#${number}`,
    repository: { key: 'github:9', name: 'harbour/platform', private: true },
    number,
    url: `https://github.example/harbour/platform/pull/${number}`,
    commit: String(number).padStart(40, '0'),
    mergedAt: `${day}T10:00:00Z`,
    ...told,
  });
}

/** What one platform engineer merged in half a year, with the area that a fair reader would name first. */
export const halfYear: readonly { readonly change: ChangeFacts; readonly area: string | null }[] = [
  {
    area: 'steadiness',
    change: merged(11, '2026-01-12', {
      title: 'Shed load at the edge before the queues fill up',
      body: 'Because a slow consumer used to take every service with it. Load-tested with twice the traffic of December: the p95 of checkout went from 4.2 s to 380 ms. The flag `edge-shedding` rolls it back.',
      files: [file('edge/limits/shed.go', 120, 4), file('edge/limits/shed_test.go', 90, 0)],
    }),
  },
  {
    area: 'incidents',
    change: merged(12, '2026-02-03', {
      title: 'Post-mortem of the registry outage, and a runbook for the next one',
      body: 'The root cause was an expired certificate. Mira and Bertil played the runbook through on staging; it took them 12 minutes.',
      files: [file('postmortems/2026-02-registry.md', 88, 0), file('runbooks/registry.md', 60, 0)],
    }),
  },
  {
    area: 'delivery',
    change: merged(13, '2026-02-20', {
      title: 'Move the build runners into the new cluster',
      body: 'Every pipeline runs on the new nodes since Monday. Median build time went from 14 minutes to 6 minutes. The old runners stay until March as a way back.',
      files: [file('terraform/runners/main.tf', 210, 40), file('.github/workflows/build.yml', 12, 9)],
    }),
  },
  {
    area: 'insight',
    change: merged(14, '2026-03-09', {
      title: 'Alert on burn rate instead of on every error',
      body: 'Nine of ten pages of the last month needed no action. Measured over four weeks in shadow: 41 pages become 3.',
      files: [file('alerts/burn-rate.yml', 60, 112)],
    }),
  },
  {
    area: 'enablement',
    change: merged(15, '2026-04-14', {
      title: 'A template with which teams set up their own service by themselves',
      body: 'So that nobody has to wait for us. Two teams used it last week, both in under an hour.',
      files: [file('templates/service/README.md', 70, 0), file('templates/service/chart.yaml', 50, 0)],
    }),
  },
  {
    area: null,
    change: merged(16, '2026-05-05', {
      title: 'chore: fix a typo',
      files: [file('README.md', 1, 1)],
    }),
  },
];

export { bertil };
