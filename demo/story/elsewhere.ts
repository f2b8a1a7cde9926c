import { pullsOfDeploys } from './elsewhere-deploys.ts';
import { pullsOfEventsLater } from './elsewhere-events-later.ts';
import { pullsOfEvents } from './elsewhere-events.ts';
import { pullsOfKeys } from './elsewhere-keys.ts';
import { pullsOfMachinesLater } from './elsewhere-machines-later.ts';
import { pullsOfMachines } from './elsewhere-machines.ts';
import { pullsOfPortalLater } from './elsewhere-portal-later.ts';
import { pullsOfRoles } from './elsewhere-portal-roles.ts';
import { pullsOfPortal } from './elsewhere-portal.ts';
import { pullsOfSdkInSpring } from './elsewhere-sdk-spring.ts';
import { pullsOfSdkThree } from './elsewhere-sdk-three.ts';
import { pullsOfSdk } from './elsewhere-sdk.ts';
import { trafficElsewhereLater } from './elsewhere-traffic-later.ts';
import { trafficElsewhere } from './elsewhere-traffic.ts';
import { trapsElsewhere } from './elsewhere-traps.ts';
import { unmergedElsewhere } from './elsewhere-unmerged.ts';
import type { StoryPull } from './story.ts';

/** Written with care. */
export const carefulElsewhere: readonly StoryPull[] = [
  ...pullsOfEvents,
  ...pullsOfEventsLater,
  ...pullsOfPortal,
  ...pullsOfPortalLater,
  ...pullsOfRoles,
  ...pullsOfDeploys,
  ...pullsOfKeys,
  ...pullsOfMachines,
  ...pullsOfMachinesLater,
  ...pullsOfSdk,
  ...pullsOfSdkInSpring,
  ...pullsOfSdkThree,
];

/** The pull requests of the other repositories, save those that mend an incident. */
export const elsewhere: readonly StoryPull[] = [
  ...carefulElsewhere,
  ...trafficElsewhere,
  ...trafficElsewhereLater,
  ...unmergedElsewhere,
  ...trapsElsewhere,
];
