import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeFacts, CommentFacts } from '../../src/evidence/facts.ts';
import { remarksOf } from '../../src/evidence/remark.ts';
import { receptionOf } from '../../src/evidence/remark/answer.ts';
import { readRemark } from '../../src/evidence/remark/depth.ts';
import { conversation, jun, priya, reviewed, said } from '../fixtures/conversations.ts';
import { ada, bertil, changeFacts, copilot, dependabot } from '../fixtures/facts.ts';

const defect =
  'Two workers can take the same row here, because the lock is released before the update. We would pay out twice.';
const owners = new Set([ada.key]);

function at(minute: number): string {
  return `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`;
}

function commit(title: string, minute: number): ChangeFacts['commits'][number] {
  return { id: `id-${minute}`, author: ada, title, at: at(minute) };
}

function remarks(change: Partial<ChangeFacts>) {
  return remarksOf(changeFacts(change), owners);
}

/** What came of the first remark of a conversation. */
function cameOf(comments: readonly CommentFacts[], change: Partial<ChangeFacts> = {}, outdated = false) {
  const [first] = remarks({ threads: [conversation(comments, { outdated })], ...change });
  if (first === undefined) throw new Error('nobody said anything');
  return receptionOf(first);
}

function depthOf(comments: readonly CommentFacts[], outdated = false): number {
  const [first] = remarks({ threads: [conversation(comments, { outdated })] });
  return first === undefined ? 0 : readRemark(first).depth;
}

describe('whose remarks are read', () => {
  test('those of people whose change it is not', () => {
    const threads = [priya, ada, dependabot, copilot].map((by) => conversation([said(by, defect)]));
    expect(remarks({ threads }).map(({ by }) => by.label)).toEqual(['priya']);
  });

  test('an answer in the author’s own conversation is a remark, too', () => {
    const thread = conversation([said(ada, 'Is one lock enough here?', at(0)), said(priya, defect, at(5))]);
    const found = remarks({ threads: [thread] });
    expect(found).toMatchObject([{ by: priya, body: defect, thread: { opened: false } }]);
  });

  test('a word beneath the change counts for those who reviewed it, with the day of the review', () => {
    const comments = [said(priya, defect, at(20)), said(jun, defect, at(21))];
    const found = remarks({ reviews: [reviewed(priya, '', 'commented', at(1))], comments });
    expect(found).toMatchObject([{ by: priya, place: 'comment', at: at(20), reviewedAt: at(1) }]);
  });
});

describe('whom an answer means', () => {
  const thanks = 'Good catch, it takes both locks now.';
  type Case = readonly [string, readonly CommentFacts[], readonly string[]];
  const cases: readonly Case[] = [
    [
      'who spoke last',
      [said(priya, defect, at(0)), said(jun, defect, at(1)), said(ada, thanks, at(2))],
      ['jun'],
    ],
    [
      'whom it names',
      [said(priya, defect, at(0)), said(jun, defect, at(1)), said(ada, `@priya ${thanks}`, at(2))],
      ['priya'],
    ],
    [
      'whom it quotes',
      [
        said(priya, defect, at(0)),
        said(jun, 'The name is not ours.', at(1)),
        said(ada, `> ${defect}\n\n${thanks}`, at(2)),
      ],
      ['priya'],
    ],
    [
      'not who only agrees',
      [said(priya, defect, at(0)), said(jun, '+1', at(1)), said(ada, thanks, at(2))],
      ['priya'],
    ],
    ['nobody who speaks later', [said(ada, thanks, at(0)), said(priya, defect, at(1))], []],
    [
      'who said more after it, for all of it',
      [
        said(priya, defect, at(0)),
        said(priya, 'It happens on each restart.', at(1)),
        said(ada, thanks, at(2)),
      ],
      ['priya', 'priya'],
    ],
  ];
  test.each(cases)('%s', (_, comments, expected) => {
    const answered = remarks({ threads: [conversation(comments)] }).filter(
      ({ answers }) => answers.length > 0,
    );
    expect(answered.map(({ by }) => by.label)).toEqual(expected);
  });
});

describe('whether the lines were changed after it', () => {
  const opening = [said(priya, defect, at(5))];
  const suggestion = [said(priya, `${defect}\n\n\`\`\`suggestion\nlock(both)\n\`\`\``, at(5))];
  type Case = readonly [string, boolean, readonly CommentFacts[], Partial<ChangeFacts>, boolean];
  const cases: readonly Case[] = [
    ['by a later commit', true, opening, { commits: [commit('Search', 1), commit('Lock both', 9)] }, true],
    ['by none that came later', true, opening, { commits: [commit('Search', 1)] }, false],
    [
      'only by bringing main in',
      true,
      opening,
      { commits: [commit("Merge branch 'main' into search", 9)] },
      false,
    ],
    ['by other lines', false, opening, { commits: [commit('Lock both', 9)] }, false],
    [
      'by a suggestion that was applied',
      false,
      suggestion,
      {
        commits: [commit('Apply suggestions from code review', 9)],
        threads: [conversation(suggestion, { resolved: true })],
      },
      true,
    ],
    [
      'by somebody else’s suggestion',
      false,
      opening,
      {
        commits: [commit('Apply suggestions from code review', 9)],
        threads: [conversation(opening, { resolved: true })],
      },
      false,
    ],
  ];
  test.each(cases)('%s', (_, outdated, comments, change, expected) => {
    expect(cameOf(comments, change, outdated).changed).toBe(expected);
  });

  test('lines that changed after one reviewer’s remark are nothing that another brought about', () => {
    const thread = conversation([said(priya, defect, at(0)), said(jun, defect, at(1))], { outdated: true });
    const changed = remarks({ threads: [thread] }).map(({ by, thread: seen }) => [by.label, seen?.changed]);
    expect(changed).toEqual([
      ['priya', true],
      ['jun', false],
    ]);
  });
});

describe('what the author answers', () => {
  const proposal = 'Could the ticket carry only the id, so that support never sees whose payment it is?';

  test.each<readonly [answer: string, taken: string | null]>([
    ['Good catch, the lock now covers both.', 'Good catch, the lock now covers both.'],
    ['You are right. It does not wait for the second one any more.', 'You are right.'],
    ['That is a much better failure. It names both keys.', 'That is a much better failure.'],
    [
      'Ouch. Fixed, with a test that kills the worker there.',
      'Fixed, with a test that kills the worker there.',
    ],
    ['Thank you for the example, it was easy with it.', 'Thank you for the example, it was easy with it.'],
    ['Thanks for the review!', null],
    ['Thank you.', null],
    ['Hm, let me ask the people who run it.', null],
    ['Is that so? I thought it was fixed.', null],
    ['Good catch, but it is not for this change.', null],
    ['Yes, in the billing service.', null],
    ['👍', null],
  ])('“%s”', (answer, taken) => {
    const comments = [said(priya, defect, at(0)), said(ada, answer, at(1))];
    expect(cameOf(comments).acknowledged?.text ?? null).toBe(taken);
  });

  test('a yes takes up a proposal, and to a plain question it is only an answer', () => {
    const yes = said(ada, 'Yes, and it makes the ticket shorter.', at(1));
    expect(cameOf([said(priya, proposal, at(0)), yes]).acknowledged?.text).toBe(yes.body);
    expect(
      cameOf([said(priya, 'Is this ticket read by support at night?', at(0)), yes]).acknowledged,
    ).toBeNull();
  });

  test('what it does now is an answer where the lines changed', () => {
    const comments = [said(priya, defect, at(0)), said(ada, 'Both locks are taken in one order now.', at(1))];
    expect(cameOf(comments, {}, true).acknowledged?.grade).toBe('peer');
    expect(cameOf(comments, {}, false).acknowledged).toBeNull();
  });

  test('a machine’s answer is nobody’s word', () => {
    const thread = conversation([said(priya, defect, at(0)), said(copilot, 'You are right, fixed.', at(1))]);
    const change = changeFacts({ author: copilot, threads: [thread] });
    const [remark] = remarksOf(change, new Set([copilot.key]));
    expect(remark?.answers).toHaveLength(1);
    expect(remark === undefined ? null : receptionOf(remark).acknowledged).toBeNull();
  });
});

describe('what shows nothing, whatever it says', () => {
  type Case = readonly [string, readonly CommentFacts[]];
  const cases: readonly Case[] = [
    ['taken back', [said(priya, defect, at(0)), said(priya, 'Never mind, I misread the diff.', at(1))]],
    [
      'taken back after an answer',
      [
        said(priya, defect, at(0)),
        said(ada, 'The caller holds the lock.', at(1)),
        said(priya, 'Ah, I see, then it is fine.', at(2)),
      ],
    ],
    [
      'refused with a reason',
      [said(priya, defect, at(0)), said(ada, 'No, the caller holds the lock.', at(1))],
    ],
    ['on purpose', [said(priya, defect, at(0)), said(ada, 'That is intended, see the RFC.', at(1))]],
    ['small by its own word', [said(priya, `nit: ${defect}`, at(0)), said(ada, 'Good catch, fixed.', at(1))]],
  ];
  test.each(cases)('%s', (_, comments) => {
    expect(depthOf([said(priya, defect, at(0))])).toBeGreaterThan(0);
    expect(depthOf(comments)).toBe(0);
  });

  test('but a refusal that gave way does, and one after which the lines changed', () => {
    const gaveWay = [
      said(priya, defect, at(0)),
      said(ada, 'No, the caller holds the lock.', at(1)),
      said(priya, 'Only in the first branch, the second one calls it directly.', at(2)),
      said(ada, 'You are right, I had not seen the second branch.', at(3)),
    ];
    expect(depthOf(gaveWay)).toBeGreaterThan(0);
    expect(depthOf(gaveWay.slice(0, 2))).toBe(0);
    expect(depthOf(gaveWay.slice(0, 2), true)).toBeGreaterThan(0);
  });
});

test('the more came of a remark, the deeper it is', () => {
  const opening = said(priya, defect, at(0));
  const answer = said(ada, 'It is one lock for both of them.', at(1));
  const thanks = said(ada, 'Good catch, it takes both locks.', at(1));
  const depths = [
    depthOf([opening]),
    depthOf([opening, answer]),
    depthOf([opening, thanks]),
    depthOf([opening, thanks], true),
  ];
  expect(depths).toEqual(depths.toSorted((a, b) => a - b));
  expect(new Set(depths).size).toBe(depths.length);
});

test('remarks come in the same order, however the facts are ordered', () => {
  const change = changeFacts({
    reviews: [reviewed(bertil, defect, 'commented', at(3)), reviewed(priya, defect, 'commented', at(3))],
    threads: [at(1), at(2), at(3)].map((time) => conversation([said(jun, `${defect} ${time}`, time)])),
    comments: [said(priya, defect, at(9)), said(ada, 'Good catch.', at(10))],
  });
  const expected = remarksOf(change, owners);
  const shuffled = fc.record({
    reviews: fc.shuffledSubarray([...change.reviews], { minLength: change.reviews.length }),
    threads: fc.shuffledSubarray([...change.threads], { minLength: change.threads.length }),
    comments: fc.shuffledSubarray([...change.comments], { minLength: change.comments.length }),
  });
  fc.assert(
    fc.property(shuffled, (order) => {
      expect(remarksOf({ ...change, ...order }, owners)).toEqual(expected);
    }),
  );
});
