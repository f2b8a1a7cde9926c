import type { Route } from '../router.ts';
import { appRoutes } from './app.ts';
import { collaboratorRoutes } from './collaborators.ts';
import { commentRoutes } from './comments.ts';
import { contentsRoutes } from './contents.ts';
import { deliveryRoutes } from './deliveries.ts';
import { gitRoutes } from './git.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { pullRoutes } from './pulls.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';
import { sortingRoutes } from './sorting.ts';
import { timelineRoutes } from './timeline.ts';
import { userRoutes } from './users.ts';

/** All of REST that the local GitHub answers. Where two fit, the first one is taken. */
export const restRoutes: readonly Route[] = [
  ...appRoutes,
  ...deliveryRoutes,
  ...userRoutes,
  ...repositoryRoutes,
  ...collaboratorRoutes,
  ...labelRoutes,
  ...contentsRoutes,
  ...gitRoutes,
  ...reviewRoutes,
  ...pullRoutes,
  ...commentRoutes,
  ...sortingRoutes,
  ...timelineRoutes,
  ...issueRoutes,
];
