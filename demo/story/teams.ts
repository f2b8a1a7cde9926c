import type { StoryTeam } from './story.ts';

/** As they are on 1 January: Noor joins later (see `happenings.ts`). Managers are members of their team. */
export const teams: readonly StoryTeam[] = [
  {
    slug: 'payments',
    name: 'Payments',
    members: ['adaeze', 'tomas', 'priya', 'jun', 'ingrid', 'mira'],
  },
  { slug: 'billing', name: 'Billing', members: ['marit', 'yaw', 'graham'] },
  { slug: 'platform', name: 'Platform', members: ['lucia', 'arturs-k', 'wanjiru'] },
];
