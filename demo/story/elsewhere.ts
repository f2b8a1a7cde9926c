import { pullsOfDeploysLater } from './elsewhere-deploys-summer.ts';
import { pullsOfDeploys } from './elsewhere-deploys.ts';
import { pullsOfEventsInSpring } from './elsewhere-events-spring.ts';
import { pullsOfEvents } from './elsewhere-events.ts';
import { pullsOfMachinesLater } from './elsewhere-machines-summer.ts';
import { pullsOfMachines } from './elsewhere-machines.ts';
import { pullsOfRoles } from './elsewhere-portal-roles.ts';
import { pullsOfPortalInSummer } from './elsewhere-portal-summer.ts';
import { pullsOfPortal } from './elsewhere-portal.ts';
import { pullsOfSdkThree } from './elsewhere-sdk-three.ts';
import { pullsOfSdk } from './elsewhere-sdk.ts';
import { plainPullsElsewhere, unmergedElsewhere } from './elsewhere-traffic.ts';
import { trapsElsewhere } from './elsewhere-traps.ts';
import type { StoryPull } from './story.ts';

/** Written with care. */
export const carefulElsewhere: readonly StoryPull[] = [
  ...pullsOfEvents,
  ...pullsOfEventsInSpring,
  ...pullsOfPortal,
  ...pullsOfPortalInSummer,
  ...pullsOfRoles,
  ...pullsOfDeploys,
  ...pullsOfDeploysLater,
  ...pullsOfMachines,
  ...pullsOfMachinesLater,
  ...pullsOfSdk,
  ...pullsOfSdkThree,
];

/** The pull requests of the other repositories, save those that mend an incident. */
export const elsewhere: readonly StoryPull[] = [
  ...carefulElsewhere,
  ...plainPullsElsewhere,
  ...unmergedElsewhere,
  ...trapsElsewhere,
];
