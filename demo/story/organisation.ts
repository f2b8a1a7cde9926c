import { inventedRepository } from '../invented/build.ts';
import { elsewhere } from './elsewhere.ts';
import { happenings } from './happenings.ts';
import { incidentPulls, incidents } from './incidents.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { repositories } from './repositories.ts';
import { sayings, winIssue } from './sayings.ts';
import type { Story } from './story.ts';
import { teams } from './teams.ts';

/** Half a year of an invented organisation, whole. Its rules name the zone: Europe/Oslo. */
export const story: Story = {
  organisation: 'harbour',
  from: inventedRepository.from,
  to: inventedRepository.to,
  people,
  teams,
  repositories,
  pulls: [...payments, ...incidentPulls, ...elsewhere],
  issues: incidents,
  happenings,
  sayings,
  ownIssues: [winIssue],
};
