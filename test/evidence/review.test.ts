import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditReviews } from '../../src/evidence/review.ts';
import type { ChangeFacts, CommentFacts } from '../../src/evidence/facts.ts';
import { conversation, jun, priya, reviewed, said } from '../fixtures/conversations.ts';
import { ada, bertil, changeFacts, copilot, dependabot } from '../fixtures/facts.ts';
import { samples } from './remark-samples.ts';
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

describe('a change that an agent wrote', () => {
  const byAgent = { author: copilot, assignees: [bertil] };
  const answer = said(bertil, 'Good catch, I asked for both locks.', '2026-03-02T11:00:00Z');

  test('a review of it is a review, and whoever asked for it answers', () => {
    const [evidence] = credit({ ...byAgent, threads: [opened(defect, answer)] });
    expect(evidence).toMatchObject({
      activity: { person: priya, agents: [] },
      impact: { text: answer.body, grade: 'peer' },
    });
  });

  test('whoever asked for it reviews their own', () => {
    expect(credit({ ...byAgent, threads: [conversation([said(bertil, defect)])] })).toEqual([]);
  });

  test('where nobody is shown who asked, its reviews count all the same', () => {
    expect(credit({ author: copilot, threads: [opened(defect)] })).toHaveLength(1);
  });

  test('an agent’s own review is nobody’s', () => {
    expect(credit({ threads: [conversation([said(copilot, defect), answer])] })).toEqual([]);
  });

  test('it joins the teams of reviewer and asker, as an agent is in none', () => {
    const teams = new Map([
      [bertil.key, ['payments']],
      [priya.key, ['billing']],
    ]);
    const evidence = credit({ ...byAgent, threads: [opened(defect)] }, (key) => teams.get(key) ?? []);
    expect(evidence.map(({ area }) => area)).toEqual(['care', 'delivery']);
  });
});

describe('a suggestion that was taken over', () => {
  const suggested = `${defect}\n\n\`\`\`suggestion\nlock(both)\n\`\`\``;

  test('names the reviewer as co-author, and is a review all the same', () => {
    expect(credit({ coAuthors: [priya], threads: [opened(suggested)] })).toHaveLength(1);
  });

  test('but not of somebody who wrote commits of it', () => {
    const commits = [{ id: 'a', author: priya, title: 'Lock both', at: '2026-03-02T09:00:00Z' }];
    expect(credit({ coAuthors: [priya], commits, threads: [opened(suggested)] })).toEqual([]);
  });
});

describe('several reviews of one change', () => {
  const small = reviewed(priya, 'Reads well.', 'approved', '2026-03-01T10:00:00Z');
  const deep = conversation(
    [said(priya, defect, '2026-03-02T10:00:00Z'), said(ada, 'Good catch, changed.', '2026-03-02T11:00:00Z')],
    { outdated: true },
  );
  const nit = conversation([said(priya, 'nit: a blank line', '2026-03-02T10:00:01Z')]);
  const other = conversation([said(jun, defect, '2026-03-02T12:00:00Z')]);

  test('one piece for each reviewer, by their best remark', () => {
    const evidence = credit({ reviews: [small], threads: [nit, deep, other] });
    expect(evidence.map(({ activity, win }) => [activity.person.label, defect.includes(win.text)])).toEqual([
      ['priya', true],
      ['jun', true],
    ]);
    expect(evidence[0]?.deeds).toEqual([
      { did: 'reviewed', at: '2026-03-02T10:00:00Z', threads: 2, changed: 1 },
    ]);
  });

  test('the order of reviews and conversations makes no difference', () => {
    const change = { reviews: [small, reviewed(jun)], threads: [nit, deep, other] };
    const expected = credit(change);
    const orders = fc.record({
      reviews: fc.shuffledSubarray(change.reviews, { minLength: change.reviews.length }),
      threads: fc.shuffledSubarray(change.threads, { minLength: change.threads.length }),
    });
    fc.assert(
      fc.property(orders, (order) => {
        expect(credit(order)).toEqual(expected);
      }),
    );
  });
});

describe('approvals', () => {
  test('of any words are no evidence, as long as nobody takes them up', () => {
    const words = fc.constantFrom(...samples.map(([, , remark]) => remark));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (bodies) => {
        const reviews = bodies.map((body, n) => reviewed(priya, body, 'approved', `2026-03-02T10:00:0${n}Z`));
        expect(credit({ reviews })).toEqual([]);
      }),
    );
  });

  test('with a remark that was taken up are evidence for the remark', () => {
    const reviews = [reviewed(priya, defect)];
    const comments = [said(ada, 'You are right, it takes both locks.', '2026-03-02T11:00:00Z')];
    expect(credit({ reviews, comments })).toHaveLength(1);
  });

  test('bare ones beside a review that mattered change nothing of it', () => {
    const threads = [opened(defect)];
    const [alone] = credit({ threads });
    const [beside] = credit({ threads, reviews: [reviewed(priya), reviewed(jun)] });
    expect(beside).toEqual(alone);
  });
});

describe('across teams', () => {
  const teams: Readonly<Record<string, readonly string[]>> = {
    [ada.key]: ['payments'],
    [priya.key]: ['billing'],
  };

  test('it also joined two teams, by its own piece of evidence', () => {
    const evidence = credit(
      { reviews: [reviewed(priya, defect, 'changes_requested')] },
      (key) => teams[key] ?? [],
    );
    expect(evidence.map(({ area, primary }) => [area, primary])).toEqual([
      ['care', true],
      ['delivery', false],
    ]);
    expect(new Set(evidence.map(({ activity }) => activity.key)).size).toBe(1);
    expect(new Set(evidence.map(({ id }) => id)).size).toBe(2);
  });

  test('a co-author of the reviewer’s own team makes it the work of one team', () => {
    const change = { coAuthors: [bertil], threads: [opened(defect)] };
    const evidence = credit(change, (key) => (key === bertil.key ? ['billing'] : (teams[key] ?? [])));
    expect(evidence.map(({ area }) => area)).toEqual(['care']);
  });

  test('where a team is not known, nothing is made of it', () => {
    expect(credit({ reviews: [reviewed(jun, defect, 'commented')] }, (key) => teams[key] ?? [])).toHaveLength(
      1,
    );
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
      '- It loses its pod too.\n- One pod of six was slow, and the sum rose by no more than it does on a Monday.',
      'It loses its pod too.\n- One pod of six was slow, and the sum rose by no more than it does on a Monday.',
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
