import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditReviews } from '../../src/evidence/review.ts';
import type { ChangeFacts, CommentFacts } from '../../src/evidence/facts.ts';
import { conversation, jun, priya, reviewed, said } from '../fixtures/conversations.ts';
import { ada, changeFacts, dependabot } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const oneTeam = { incidentLabels: [], reading: null, teamsOf: () => ['payments'] };
const defect =
  'Two workers can take the same row here, because the lock is released before the update. We would pay out twice.';

function credit(
  change: Partial<ChangeFacts>,
  teamsOf: (key: string) => readonly string[] = () => ['payments'],
) {
  return creditReviews(changeFacts(change), smallFramework, { ...oneTeam, teamsOf });
}

function opened(body: string, ...answers: readonly CommentFacts[]) {
  return conversation([said(priya, body), ...answers]);
}

describe('a review that mattered', () => {
  test('a defect found, taken up, and the lines changed afterwards', () => {
    const thread = conversation(
      [said(priya, defect), said(ada, 'Good catch, the lock now covers both.', '2026-03-02T11:00:00Z')],
      {
        outdated: true,
        resolved: true,
      },
    );
    const [evidence, ...more] = credit({ threads: [thread] });
    expect(more).toEqual([]);
    expect(evidence).toMatchObject({
      area: 'care',
      stands: 'told',
      activity: { kind: 'review', part: 'reviewer', person: priya },
      impact: { text: 'Good catch, the lock now covers both.', grade: 'peer' },
      deeds: [{ did: 'reviewed', threads: 1, changed: 1 }],
    });
    expect(evidence?.notable).not.toBeNull();
    expect(defect).toContain(evidence?.win.text);
  });

  test.each<readonly [string, string | null]>([
    ['Good catch, the lock now covers both.', 'Good catch, the lock now covers both.'],
    ['Had not thought of that. Fixed.', 'Had not thought of that.'],
    ['Is it not the caller’s task? Fixed all the same.', 'Fixed all the same.'],
    ['I hadn’t considered the second worker.', 'I hadn’t considered the second worker.'],
    ['I disagree, but thanks for looking.', null],
    ['This is not wrong, nothing changed since last year.', null],
    ['Not fixed here: the lock belongs to another team.', null],
    ['That isn’t done on purpose, thanks.', null],
    ['Thanks, I won’t change it.', null],
  ])('the author answers “%s”', (answer, taken) => {
    const thread = conversation([said(priya, defect), said(ada, answer, '2026-03-02T11:00:00Z')], {
      outdated: true,
    });
    const [evidence] = credit({ threads: [thread] });
    expect(evidence?.impact?.text ?? null).toBe(taken);
  });

  test.each<readonly [string, Partial<ChangeFacts>]>([
    [
      'teaches with the reason and a link',
      {
        threads: [
          opened(
            'Prefer `errors.Join` here, because a second failure would hide the first one: https://go.dev/blog/errors',
          ),
        ],
      },
    ],
    [
      'asks what the design rests on, and is answered',
      {
        threads: [
          opened(
            'What happens if the job is killed between the two writes? Could we make the second one idempotent?',
            said(ada, 'Had not thought of that. Fixed.', '2026-03-02T11:00:00Z'),
          ),
        ],
      },
    ],
    ['says it in the review itself', { reviews: [reviewed(priya, defect, 'changes_requested')] }],
  ])('%s', (_, change) => {
    expect(credit(change).map(({ activity }) => activity.person.label)).toEqual(['priya']);
  });
});

describe('no evidence, and no reproach', () => {
  test.each<readonly [string, Partial<ChangeFacts>]>([
    ['a bare approval', { reviews: [reviewed(priya)] }],
    ['LGTM', { reviews: [reviewed(priya, 'LGTM, thanks for the quick turnaround on this one!')] }],
    [
      'many bare approvals',
      {
        reviews: Array.from({ length: 100 }, (_, n) =>
          reviewed(priya, '👍', 'approved', `2026-03-02T10:00:${String(n % 60).padStart(2, '0')}Z`),
        ),
      },
    ],
    [
      'a nit',
      {
        threads: [
          opened(
            'nit: the name could be shorter, because it wraps in my editor otherwise and breaks the line',
          ),
        ],
      },
    ],
    ['a few words', { threads: [opened('This leaks.')] }],
    [
      'a quotation of others',
      {
        threads: [
          opened(
            '> Two workers can take the same row here, because the lock is released before the update.\n\n+1',
          ),
        ],
      },
    ],
    [
      'code alone',
      {
        threads: [
          opened(
            '```go\nif row.lost() { return errors.New("breaks because of a race, otherwise lost twice") }\n```',
          ),
        ],
      },
    ],
    ['the author’s own remark', { threads: [conversation([said(ada, defect)])] }],
    ['a bot', { threads: [conversation([said(dependabot, defect)])] }],
    ['a co-author', { coAuthors: [priya], threads: [opened(defect)] }],
    ['a change that was never merged', { mergedAt: null, threads: [opened(defect)] }],
  ])('%s', (_, change) => {
    expect(credit(change)).toEqual([]);
  });

  test('many small remarks never add up to one that mattered', () => {
    const small = fc.constantFrom(
      'nice',
      'nit: typo',
      'LGTM',
      'why?',
      'please rename',
      '👍 good idea',
      'is this used?',
    );
    fc.assert(
      fc.property(fc.array(small, { maxLength: 60 }), (bodies) => {
        expect(credit({ threads: bodies.map((body) => opened(body)) })).toEqual([]);
      }),
    );
  });
});

describe('across teams', () => {
  const teams: Readonly<Record<string, readonly string[]>> = {
    [ada.key]: ['payments'],
    [priya.key]: ['billing'],
  };

  test('it also joined two teams, by its own piece of evidence', () => {
    const evidence = credit({ reviews: [reviewed(priya, defect)] }, (key) => teams[key] ?? []);
    expect(evidence.map(({ area, primary }) => [area, primary])).toEqual([
      ['care', true],
      ['delivery', false],
    ]);
    expect(new Set(evidence.map(({ activity }) => activity.key)).size).toBe(1);
    expect(new Set(evidence.map(({ id }) => id)).size).toBe(2);
  });

  test('where a team is not known, nothing is made of it', () => {
    expect(credit({ reviews: [reviewed(jun, defect)] }, (key) => teams[key] ?? [])).toHaveLength(1);
  });
});

describe('the sentence that is quoted', () => {
  test.each([
    [
      'with its neighbour where it is short',
      'The condition skips it. Any branch of any repository may become the role that applies.',
      'The condition skips it. Any branch of any repository may become the role that applies.',
    ],
    [
      'alone where it tells enough',
      'Thanks! The lock is released before the update, so two workers can take the same row here. See you tomorrow.',
      'The lock is released before the update, so two workers can take the same row here.',
    ],
    [
      'not the one that only points elsewhere',
      'An average of percentiles is not a percentile, because an idle pod weighs as much as a busy one. Example: https://harbour.example/histograms',
      'An average of percentiles is not a percentile, because an idle pod weighs as much as a busy one.',
    ],
    [
      'over two items of a list',
      '- It loses its pod too.\n- One pod of six leaked, and the sum rose by no more than it does on a Monday.',
      'It loses its pod too.\n- One pod of six leaked, and the sum rose by no more than it does on a Monday.',
    ],
    [
      'never over an empty line',
      'The check skips it.\n\nPlease add a test of the failure path before this is merged into main.',
      'The check skips it.',
    ],
  ])('%s', (_, body, expected) => {
    const answer = said(ada, 'Good catch, changed.', '2026-03-02T11:00:00Z');
    const [evidence] = credit({ threads: [conversation([said(priya, body), answer], { outdated: true })] });
    expect(evidence?.win.text).toBe(expected);
    expect(body).toContain(expected);
  });
});

test('whatever is quoted stands in a remark of that reviewer, word for word', () => {
  const words = fc.constantFrom(
    'because',
    'lost',
    'twice',
    'see #4',
    'why',
    'otherwise',
    'the',
    'row',
    '.',
    '?',
    '\n\n',
    '> a',
    '```',
    'Good',
  );
  const text = fc.array(words, { minLength: 5, maxLength: 60 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(text, text, (remark, answer) => {
      const thread = conversation([said(priya, remark), said(ada, answer, '2026-03-02T12:00:00Z')], {
        outdated: true,
      });
      const texts = new Map([remark, answer].map((body, index) => [thread.comments[index]?.key ?? '', body]));
      const quotes = credit({ threads: [thread] }).flatMap(({ win, impact }) => [
        win,
        ...(impact ? [impact] : []),
      ]);
      const stands = quotes.map(({ quote: { text: span, place } }) =>
        place.in === 'comment' ? texts.get(place.key)?.startsWith(span, place.from) : false,
      );
      expect(stands).toEqual(quotes.map(() => true));
    }),
  );
});
