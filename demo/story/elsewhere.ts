import { pullsOfEvents, pullsOfEventsInSpring } from './elsewhere-events.ts';
import { pullsOfPortal, pullsOfRoles } from './elsewhere-portal.ts';
import type { StoryPull } from './story.ts';

/** Written with care. */
export const carefulElsewhere: readonly StoryPull[] = [
  ...pullsOfEvents,
  ...pullsOfEventsInSpring,
  ...pullsOfPortal,
  ...pullsOfRoles,
];

/** The pull requests of the other repositories, save those that mend an incident. */
export const elsewhere: readonly StoryPull[] = [...carefulElsewhere];
