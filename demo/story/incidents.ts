import { incidentPullsOfSpring } from './incident-pulls-of-spring.ts';
import { incidentPullsOfSummer } from './incident-pulls-of-summer.ts';
import { incidentPullsOfWinter } from './incident-pulls-of-winter.ts';
import { incidentsOfSpring } from './incidents-of-spring.ts';
import { incidentsOfWinter } from './incidents-of-winter.ts';
import type { StoryIssue, StoryPull } from './story.ts';

/** Eight issues labelled as incidents, of which six are, and what followed from them. */
export const incidents: readonly StoryIssue[] = [...incidentsOfWinter, ...incidentsOfSpring];

/** Fixes, post-mortems and follow-ups. */
export const incidentPulls: readonly StoryPull[] = [
  ...incidentPullsOfWinter,
  ...incidentPullsOfSpring,
  ...incidentPullsOfSummer,
];
