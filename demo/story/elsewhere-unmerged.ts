import { changed, created } from './elsewhere-files.ts';
import { noted, said } from './say.ts';
import type { StoryPull } from './story.ts';

const portal = 'merchant-portal-api';
const platform = 'platform-infra';
const sdk = 'harbour-sdk-node';

/** Closed without being merged, or open at the end. */
export const unmergedElsewhere: readonly StoryPull[] = [
  {
    handle: 'bump-superseded',
    repository: platform,
    by: 'dependabot[bot]',
    at: '2026-03-04T04:05:00Z',
    title: 'Bump hashicorp/aws from 6.28.0 to 6.33.0',
    body: 'Bumps hashicorp/aws from 6.28.0 to 6.33.0.',
    files: [changed('clusters/shared/.terraform.lock.hcl', 12, 12)],
    comments: [said('dependabot[bot]', '2026-03-11T04:05', 'Superseded by a newer release.')],
    closed: { at: '2026-03-11T04:06:00Z', by: 'dependabot[bot]' },
  },
  {
    handle: 'portal-graphql',
    repository: portal,
    by: 'yaw',
    at: '2026-01-22T10:00:00Z',
    title: 'Experiment: one GraphQL endpoint for the portal',
    body: 'Two days, to find out whether the app could fetch a whole screen in one request. Not for merging.',
    files: [created('src/graphql/schema.ts', 214), created('src/graphql/server.ts', 97)],
    comments: [
      said(
        'yaw',
        '2026-01-30T15:00',
        'Closing. It works, and the screens became no faster: they wait for the same three queries. Two endpoints shaped like the screens would give the same with what we have.',
      ),
    ],
    closed: { at: '2026-01-30T15:01:00Z', by: 'yaw' },
  },
  {
    handle: 'sdk-proxy',
    repository: sdk,
    by: 'fenna-v',
    at: '2026-04-28T18:30:00Z',
    title: 'Option for an HTTP proxy',
    body: 'Our new hosting only lets us out through a proxy. This adds a `proxy` option.',
    files: [changed('src/http.ts', 24, 2), changed('package.json', 1, 0)],
    reviews: [
      noted(
        'yaw',
        '2026-04-29T09:20',
        'Thank you for this, and for writing it so small. I would rather not take on a dependency that every merchant then has to audit. Since 2.7 you can pass your own `fetch`, and undici has a `ProxyAgent` for exactly this; four lines, which I have tried against a proxy here: https://undici.nodejs.org/#/docs/api/ProxyAgent. Would that do? If not, tell me, and we think again.',
      ),
    ],
    comments: [
      said(
        'fenna-v',
        '2026-04-29T17:50',
        'It does, thank you. I close this and add your four lines to the README in the summer.',
      ),
    ],
    closed: { at: '2026-04-29T17:52:00Z', by: 'fenna-v' },
  },
  {
    handle: 'arm-machines',
    repository: platform,
    by: 'arturs-k',
    at: '2026-06-25T08:30:00Z',
    title: 'WIP: ARM machines for staging',
    body: 'Three of 14 images do not build yet. Numbers when they do.',
    files: [changed('clusters/staging/nodes.tf', 11, 6)],
  },
];
