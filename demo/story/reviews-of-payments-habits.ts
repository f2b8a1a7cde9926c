import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, pushed, said, settled } from './say.ts';

/** How the team works. */
export const reviewsOfHabits: readonly StoryAddition[] = [
  {
    handle: 'payments-312',
    reviews: [
      approved(
        'tomas',
        '2026-01-15T14:20',
        'I am guilty of the second and the fourth, both in the same month, so I am glad it is written without names. The question at the end of each section is what I will actually use.',
      ),
      noted(
        'adaeze',
        '2026-01-16T08:40',
        'The part on undoing has one gap left, for the next version: a migration that drops a column can be undone in form but not in content. I would ask "where are the values on the day after?" there.',
      ),
    ],
  },
  {
    handle: 'payments-330',
    reviews: [
      asked(
        'lucia',
        '2026-02-06T13:30',
        'Two facts about this file that nobody tells you.',
        settled(
          'ingrid',
          '2026-02-09T09:40',
          '.github/CODEOWNERS',
          9,
          "The last matching line wins, it does not add up. And a team that has no write access to the repository is skipped without any message: its line looks right and asks nobody. Two of these teams can only read here. Either give them write or name a team that has it. The Code owners errors appear on the file's own page on GitHub: https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
          said(
            'ingrid',
            '2026-02-09T08:25',
            'I would have believed for a year that risk was being asked. I have spoken with both teams; they want to be asked, so they get write access, and the check in CI now also fails on a line that GitHub would skip.',
          ),
        ),
      ),
      approved(
        'lucia',
        '2026-02-09T10:12',
        'Both teams have write since this morning. The check fails if I take it away again. Good.',
      ),
    ],
    comments: [
      said('ingrid', '2026-02-10T08:12', '/groundwork contex Three folders were nobody’s.'),
      said(
        'ingrid',
        '2026-02-10T08:14',
        '/groundwork context Three folders were nobody’s in anybody’s memory. I asked who is paged for them, and that settled it.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-09T08:21',
        'Fail on owners whom GitHub would skip',
        file('scripts/check-owners.sh', 11, 0),
        file('.github/CODEOWNERS', 2, 0),
      ),
    ],
  },
  {
    handle: 'payments-374',
    reviews: [
      noted(
        'priya',
        '2026-04-01T11:30',
        '',
        settled(
          'ingrid',
          '2026-04-01T14:10',
          'docs/onboarding/first-week.md',
          83,
          'The hour with on-call is on day four. Please make it day two: people who have watched one real page read the code differently afterwards. I am free on Wednesday the 8th.',
          said('ingrid', '2026-04-01T13:22', 'Moved, with your name and the Wednesday.'),
        ),
      ),
    ],
    comments: [
      said(
        'noor',
        '2026-04-15T07:10',
        'I finished the five days yesterday, so here is a report from the first reader. The payment went through on day one at 15:20, and the two post-mortems were the best part: I knew whom to ask before I had a question. Day three took me two days. I have written down where and will send it as a change.',
      ),
    ],
    pushes: [
      pushed('2026-04-01T13:14', 'On-call on the second day', file('docs/onboarding/first-week.md', 9, 0)),
    ],
  },
  {
    handle: 'payments-377',
    reviews: [
      approved(
        'ingrid',
        '2026-04-07T12:10',
        'Welcome, Noor! "unknown field" cost me half a morning in my first week and I never wrote it down, so this is one better than I was.',
      ),
    ],
  },
];
