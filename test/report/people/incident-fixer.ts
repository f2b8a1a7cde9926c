import { file } from '../../fixtures/facts.ts';
import { followUp, linkedChange, said } from '../../fixtures/conversations.ts';
import { held30, held90, incident, materialFor, merged, rasmus, sunniva } from './place.ts';

const doors = { repository: 'fjell/doors' } as const;
const url = (number: number, page: 'pull' | 'issues' = 'pull') =>
  `https://fjell.example/doors/${page}/${number}`;

const nightOfTheDoors = incident('doors', 60, {
  title: 'Doors of eleven huts do not open',
  body: 'Guests stand outside since 18:40. The locks answer, but refuse every code that was made today.',
  author: sunniva,
  assignees: [rasmus],
  openedAt: '2026-02-07T18:52:00Z',
  closedAt: '2026-02-07T20:31:00Z',
  closedBy: rasmus,
  comments: [
    said(
      rasmus,
      'The clocks of these eleven are a day behind since the update at noon, so every code of today lies in the future for them. I send the time again, and until it has arrived the locks take codes of yesterday and tomorrow.',
      '2026-02-07T19:20:00Z',
    ),
  ],
  linked: [
    linkedChange(rasmus, {
      ...doors,
      key: 'github:72#61',
      number: 61,
      title: 'Fix locks that refuse valid codes while their clock is unsure',
      mergedAt: '2026-02-07T20:14:00Z',
      url: url(61),
    }),
    linkedChange(rasmus, {
      ...doors,
      key: 'github:72#63',
      number: 63,
      title: 'Post-mortem: doors that lived in yesterday',
      mergedAt: '2026-02-10T12:00:00Z',
      closes: false,
      url: url(63),
    }),
  ],
  mentionedIn: [
    followUp(rasmus, {
      key: 'github:72#64',
      number: 64,
      title: 'Follow-up: alert when a lock and the server disagree about the day',
      body: 'From #60.',
      closedAt: '2026-02-19T10:00:00Z',
      url: url(64, 'issues'),
    }),
  ],
});

const fix = merged(rasmus, 'doors', 61, '2026-02-07', {
  title: 'Fix locks that refuse valid codes while their clock is unsure',
  body: 'Fixes #60.\n\nDoors that refuse a valid code: 11 → 0 by 20:30.',
  mergedAt: '2026-02-07T20:14:00Z',
  files: [file('src/lock/codes.go', 31, 4), file('src/lock/codes_test.go', 60, 0)],
});

const postMortem = merged(rasmus, 'doors', 63, '2026-02-10', {
  title: 'Post-mortem: doors that lived in yesterday',
  body: 'What happened in #60, why nobody saw it for six hours, and what we change.',
  files: [file('docs/postmortems/2026-02-07-clocks.md', 88, 0)],
});

const alert = merged(rasmus, 'doors', 66, '2026-02-18', {
  title: 'Alert when a lock and the server disagree about the day',
  body: 'Closes #64, which came out of #60. Whoever is on call hears of it before a guest does.',
  files: [file('deploy/alerts/lock-clock.yml', 24, 0), file('docs/runbooks/lock-clock.md', 40, 0)],
});

const payments = incident('bookings', 131, {
  title: 'Bookings of the morning have no price',
  body: 'Since the release of 08:10 a third of all bookings is saved with a price of zero.',
  author: sunniva,
  openedAt: '2026-05-12T07:02:00Z',
  closedAt: '2026-05-12T08:40:00Z',
  closedBy: sunniva,
  comments: [
    said(
      rasmus,
      'It is the cache of tariffs: it answers with an empty price while it loads, and nobody looks at the flag that says so. Taking the release back is quicker than mending it; I do that now.',
      '2026-05-12T07:31:00Z',
    ),
  ],
});

const drill = incident('doors', 70, {
  title: 'Game day: the lock server is gone',
  body: 'A drill. Nothing is broken.',
  author: rasmus,
  labels: ['incident', 'drill'],
  openedAt: '2026-04-14T08:00:00Z',
  closedAt: '2026-04-14T10:00:00Z',
  closedBy: rasmus,
});

const backoff = merged(rasmus, 'doors', 75, '2026-06-09', {
  title: 'Let locks wait a random time before they ask again',
  body: 'After a power cut all huts of a valley asked in the same second, and the server refused half of them.\n\nRefused requests after a cut: 48 % → 0.3 %.',
  files: [file('src/lock/retry.go', 38, 9)],
});

export const incidentFixer = materialFor(
  rasmus,
  [nightOfTheDoors, fix, postMortem, alert, payments, drill, backoff],
  { outcomes: { 61: held90, 66: held90, 75: held30 } },
);
