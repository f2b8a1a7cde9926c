import { describe, expect, test } from '@jest/globals';
import { addCollaborator, comment, openIssue } from '../../demo/github/actions.ts';
import type { Answer } from '../../demo/play/answers.ts';
import { answersTo } from '../../demo/play/answers.ts';
import type { Cast } from '../../demo/play/cast.ts';
import { checkStory } from '../../demo/play/check.ts';
import type { Expected, NotYet } from '../../demo/play/check.ts';
import type { Difference, Tables } from '../../demo/play/compare.ts';
import { withMarker } from '../../src/report/marker.ts';
import { withdrawnMarkdown } from '../../src/report/comment-markdown.ts';
import { playedUntil, tiny } from './play-story.ts';

const bot = 'groundwork[bot]';
const boats = 'pier/boats';

/** Everything as it should be: reports, preparations, the notice, one comment. */
function wellPlayed(): Cast {
  const cast = playedUntil(tiny);
  const { world } = cast;
  openIssue(world, bot, { repository: 'pier/.github', title: 'Notice', body: withMarker('Told.', 'notice') });
  for (const login of ['ana', 'ben', 'cleo']) {
    const repository = `pier/reviews-${login}`;
    const prep = withMarker('- [x] Boats\n- [x] Paint', `prep/${login}`);
    openIssue(world, bot, { repository, title: 'Look', body: prep, labels: ['review preparation'] });
    const body = withMarker('Boats.', `report/${login}`);
    openIssue(world, bot, { repository, title: 'Report', body, labels: ['evidence report'] });
  }
  say(cast, boats, 12, withMarker('**Worth remembering: speed.**', 'comment/12'));
  return cast;
}

function say({ world }: Cast, repository: string, number: number, body: string): void {
  comment(world, bot, { repository, number, body });
}

type Credit = readonly [number: number, person: string];

/** Tables in which those people have evidence from those pull requests of `boats`. */
function tablesOf({ world }: Cast, credits: readonly Credit[]): Tables {
  const { state } = world;
  const repository = state.repositories.get(boats)?.id;
  const rows = credits.map(([number, login]) => {
    const person_id = state.users.get(login)?.id;
    const key = `${number}/${login}`;
    return {
      activity: JSON.stringify({ key, person_id, subject_id: { number, repository_id: repository } }),
      evidence: JSON.stringify({ activity_key: key, person_id, area: 'delivery' }),
    };
  });
  return {
    activities: rows.map(({ activity }) => activity),
    evidence: rows.map(({ evidence }) => evidence),
    failures: [],
    publications: [JSON.stringify({ key: 'notice', held_because: null })],
  };
}

const expected: Expected = new Map([
  ['faster-boats', { tagged: true, credited: ['ana', 'ben-o'], because: 'twice as fast' }],
  ['on-top', { tagged: false, never: ['ben-o'], because: 'only paint' }],
  ['backport', { because: 'both are fair' }],
]);

const credits: readonly Credit[] = [
  [12, 'ana'],
  [12, 'ben-o'],
];

type Changes = {
  readonly before?: (cast: Cast) => void;
  readonly credits?: readonly Credit[];
  readonly tables?: Tables;
  readonly answers?: readonly Answer[];
  readonly notYet?: NotYet;
};

function check({
  before,
  credits: given = credits,
  tables = {},
  answers = [],
  notYet,
}: Changes): readonly Difference[] {
  const cast = wellPlayed();
  before?.(cast);
  for (const delivery of cast.world.state.deliveries) delivery.status ??= 200;
  return checkStory(
    { cast, tables: { ...tablesOf(cast, given), ...tables }, answers },
    expected,
    notYet ?? new Map(),
  );
}

test('what is as expected has no differences', () => {
  expect(check({})).toEqual([]);
});

describe('a planted fault is found', () => {
  const faults: readonly (readonly [string, Changes, Difference])[] = [
    [
      'a comment where none may be',
      { before: (cast) => say(cast, boats, 13, withMarker('**Worth remembering: paint.**', 'comment/13')) },
      { where: 'pier/boats#13 (on-top)', expected: 'no comment: only paint', found: 'a comment' },
    ],
    [
      'evidence for nobody’s deed',
      { credits: [...credits, [13, 'ben-o']] },
      {
        where: 'pier/boats#13 (on-top)',
        expected: 'no evidence of ben-o: only paint',
        found: 'evidence',
      },
    ],
    [
      'a reviewer who is forgotten',
      { credits: [[12, 'ana']] },
      { where: 'pier/boats#12 (faster-boats)', expected: 'evidence of ben-o: twice as fast', found: 'none' },
    ],
    [
      'a comment twice',
      { before: (cast) => say(cast, boats, 12, withMarker('**Worth remembering: speed.**', 'comment/12')) },
      { where: 'pier/boats#12', expected: 'each text once', found: 'one more time' },
    ],
    [
      'a comment in public',
      { before: (cast) => say(cast, 'pier/client', 3, withMarker('Nice docs.', 'comment/3')) },
      {
        where: 'pier/client#3',
        expected: 'nothing where everybody can read',
        found: 'a text of the application',
      },
    ],
    [
      'two reports of one person',
      {
        before: ({ world }) =>
          openIssue(world, bot, {
            repository: 'pier/reviews-ana',
            title: 'Report',
            body: withMarker('Boats, again.', 'report/ana/2'),
            labels: ['evidence report'],
          }),
      },
      { where: 'pier/reviews-ana', expected: 'one issue labelled "evidence report"', found: '2' },
    ],
    [
      'a report in somebody else’s repository',
      {
        before: ({ world }) =>
          openIssue(world, bot, { repository: boats, title: 'Report: dina', body: withMarker('x', 'y') }),
      },
      { where: 'pier/boats#15', expected: 'no issue of the application', found: 'Report: dina' },
    ],
    [
      'somebody who can read a report',
      {
        before: ({ world }) =>
          addCollaborator(world, 'egon', {
            repository: 'pier/reviews-ana',
            login: 'ben',
            permission: 'read',
          }),
      },
      { where: 'pier/reviews-ana', expected: 'nothing for ben-o to read', found: 'they can read it' },
    ],
    [
      'a manager of whom something is kept',
      { credits: [...credits, [12, 'dina']] },
      { where: 'activities', expected: 'nothing of dina', found: 'something' },
    ],
    [
      'a webhook that was refused',
      {
        before: ({ world }) => {
          const [first] = world.state.deliveries;
          if (first !== undefined) Object.assign(first, { status: 500, guid: 'the-first' });
        },
      },
      { where: 'delivery the-first, installation', expected: 'taken', found: 'answered with 500' },
    ],
    [
      'work that was given up',
      { tables: { failures: ['{"job":"gather/7","reason":"GitHub said no."}'] } },
      { where: 'job gather/7', expected: 'done', found: 'GitHub said no.' },
    ],
    [
      'a text that is kept back',
      { tables: { publications: ['{"key":"report/1","held_because":"Others could read it."}'] } },
      { where: 'report/1', expected: 'posted', found: 'kept back: Others could read it.' },
    ],
    [
      'an answer that was written over',
      { answers: [{ login: 'ana', repository: 'pier/reviews-ana', number: 1, body: 'mine' }] },
      { where: 'pier/reviews-ana#1', expected: 'as ana left it', found: 'changed' },
    ],
  ];

  test.each(faults)('%s', (_, changes, difference) => {
    expect(check(changes)).toContainEqual(difference);
  });

  test('an expectation of what is not in the story', () => {
    const cast = wellPlayed();
    const more: Expected = new Map([...expected, ['lost', { tagged: true, because: 'it was renamed' }]]);
    const found = checkStory({ cast, tables: tablesOf(cast, credits), answers: [] }, more, new Map());
    expect(found.filter(({ where }) => where === 'lost')).toHaveLength(1);
  });

  test('what is known not to be met is no difference, but that it is met is one', () => {
    const notYet: NotYet = new Map([['faster-boats', ['a comment', 'evidence of ben-o']]]);
    expect(check({ credits: [[12, 'ana']], notYet })).toEqual([
      {
        where: 'pier/boats#12 (faster-boats)',
        expected: 'a comment to be missing still',
        found: 'it is met by now: take it off the list',
      },
    ]);
  });

  test('a comment that was taken back is none', () => {
    const withdrawn = withMarker(withdrawnMarkdown(), 'comment/13');
    expect(check({ before: (cast) => say(cast, boats, 13, withdrawn) })).toEqual([]);
  });
});

describe('answers to the application', () => {
  test('one person unticks a box, another writes into the text; each once', () => {
    const cast = wellPlayed();
    const answers = answersTo(cast, []);
    expect(answers.map(({ login, repository }) => [login, repository])).toEqual([
      ['ana', 'pier/reviews-ana'],
      ['ben-o', 'pier/reviews-ben'],
    ]);
    expect(answers[0]?.body).toContain('- [ ] Boats\n- [x] Paint');
    expect(answers[1]?.body).not.toContain('- [ ]');
    const standing = answers.map(
      ({ repository, number }) => cast.world.state.repositories.get(repository)?.threads.get(number)?.body,
    );
    expect(standing).toEqual(answers.map(({ body }) => body));
    expect(answersTo(cast, answers)).toEqual([]);
  });

  test('nobody answers what does not stand yet', () => {
    expect(answersTo(playedUntil(tiny), [])).toEqual([]);
  });
});
