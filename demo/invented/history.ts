import { april } from './april.ts';
import type { Change } from './change.ts';
import { february } from './february.ts';
import { january } from './january.ts';
import { june } from './june.ts';
import { march } from './march.ts';
import { may } from './may.ts';
import { trafficOfSpring } from './traffic-of-spring.ts';
import { trafficOfSummer } from './traffic-of-summer.ts';
import { trafficOfWinter } from './traffic-of-winter.ts';

const unordered: readonly Change[] = [
  ...january,
  ...february,
  ...march,
  ...april,
  ...may,
  ...june,
  ...trafficOfWinter,
  ...trafficOfSpring,
  ...trafficOfSummer,
];

/** Every change of the half year, in the order in which it reached main. */
export const inventedChanges: readonly Change[] = unordered.toSorted(
  (one, other) => Date.parse(one.at) - Date.parse(other.at),
);
