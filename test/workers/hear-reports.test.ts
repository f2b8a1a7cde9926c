import { beforeEach, describe, expect, test } from '@jest/globals';
import { evidenceId } from '../../src/evidence/key.ts';
import type { Actor, CommentFacts, IssueFacts } from '../../src/evidence/facts.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada as adaWrote, bertil, changeFacts } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, installation, liveRules, mira, olu, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(notableChange());
});

const key = 'github:7#412/author/github:101';
const id = evidenceId(`${key}/care`);
const miraWrote: Actor = { key: `github:${mira.id}`, label: mira.login, type: 'user' };
const groundwork: Actor = { key: 'github:990', label: 'groundwork[bot]', type: 'bot' };

let minutes = 0;

function comment(author: Actor, body: string): CommentFacts {
  minutes += 1;
  const at = new Date(Date.UTC(2026, 5, 21, 8, minutes)).toISOString();
  return { key: `github:21#3/comment/${minutes}`, author, body, at, url: null };
}

/** The preparation as it stands in the repository, with these comments below. */
function prepared(...comments: readonly CommentFacts[]): IssueFacts {
  return incidentFacts({
    key: 'github:21#3',
    repository: { key: 'github:21', name: adasReports.name, private: true },
    number: 3,
    title: 'Your review period 2026-H1: what the record holds',
    body: 'Here is what the record holds.',
    author: groundwork,
    labels: ['review preparation'],
    openedAt: '2026-06-20T08:00:00Z',
    comments,
  });
}

async function said(author: Actor, body: string): Promise<string> {
  await rig.tell(prepared(comment(author, body)));
  return answers().at(-1) ?? '';
}

function answers(): readonly string[] {
  return rig.world.people.comments(adasReports.id, 3).map(({ body }) => body);
}

function rows() {
  return rig.store.overlay.ofPerson(harbour, ada.id);
}

async function report(): Promise<string> {
  await rig.at('2026-07-02T08:00:00Z');
  return rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
}

describe('in their own reports repository', () => {
  test('an engineer names the work by its id, and it counts as if said below it', async () => {
    expect(await said(adaWrote, `/groundwork context ${id} Support had asked.`)).toContain('noted');
    expect(await rows()).toMatchObject([{ about: key, verb: 'context', words: 'Support had asked.' }]);
    expect(await report()).toContain('✎ “Support had asked.”');
  });

  test('in capitals it is the same id', async () => {
    await said(adaWrote, `/groundwork hide ${id.toUpperCase()}`);
    expect(await report()).not.toContain('Timeouts for the search');
  });

  test('what was hidden is still found by its id, and comes back', async () => {
    await said(adaWrote, `/groundwork hide ${id}`);
    await said(adaWrote, `/groundwork undo ${id}`);
    expect((await rows()).map(({ verb }) => verb)).toEqual(['hide', 'undo']);
    expect(await report()).toContain('Timeouts for the search');
  });

  test('undo without an id takes back what was said last in that conversation', async () => {
    await rig.tell(
      prepared(
        comment(adaWrote, `/groundwork context ${id} Support had asked.`),
        comment(adaWrote, `/groundwork contest ${id} Jun drove.`),
        comment(adaWrote, '/groundwork undo'),
      ),
    );
    const text = await report();
    expect(text).toContain('Support had asked.');
    expect(text).not.toContain('Jun drove.');
  });

  test.each([
    ['no id', '/groundwork hide', 'needs the id'],
    ['an id that is nowhere', '/groundwork hide E-000000', 'no such work in this record'],
    ['half an id', '/groundwork hide E-41c', 'stands alone on its line, or with the id'],
    ['undo of nothing', '/groundwork undo', 'nothing of yours here'],
    ['a slip of the pen', '/groundwork hid', 'Did you mean'],
  ])('%s is answered in a line, and nothing is kept', async (_, line, expected) => {
    expect(await said(adaWrote, line)).toContain(expected);
    expect(await rows()).toEqual([]);
  });

  test('an id of somebody else’s work is none of hers', async () => {
    const others = changeFacts({
      ...notableChange(),
      key: 'github:7#500',
      number: 500,
      author: bertil,
      title: 'Timeouts for the import of orders',
    });
    await rig.tell(others);
    const theirs = evidenceId('github:7#500/author/github:102/care');
    expect(await said(adaWrote, `/groundwork hide ${theirs}`)).toContain('no such work in this record');
    expect(await rig.store.overlay.ofPerson(harbour, 102)).toEqual([]);
  });

  test.each<[string, Actor]>([
    ['her manager', miraWrote],
    ['a colleague', bertil],
    ['somebody with her login', { ...adaWrote, key: 'github:999' }],
  ])('%s cannot answer for her', async (_, author) => {
    expect(await said(author, `/groundwork hide ${id}`)).toContain(
      'Only the person whom these reports are about',
    );
    expect(await rows()).toEqual([]);
    expect(await report()).toContain('Timeouts for the search');
  });

  test('read again it keeps and answers nothing twice, and nothing of the issue itself', async () => {
    const once = comment(adaWrote, `/groundwork hide ${id}`);
    for (let time = 0; time < 3; time += 1) await rig.tell(prepared(once));
    expect(answers()).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
    const subject = await rig.store.subjects.touch({
      account: harbour,
      installation,
      repository: adasReports.id,
      kind: 'issue',
      number: 3,
      changedAt: '2026-01-01T00:00:00Z',
    });
    expect(await rig.store.subjects.facts(subject)).toBeNull();
  });

  test('a comment that was mended is answered anew, in place', async () => {
    const wrong = comment(adaWrote, `/groundwork hid ${id}`);
    await rig.tell(prepared(wrong));
    await rig.tell(prepared({ ...wrong, body: `/groundwork hide ${id}` }));
    expect(answers()).toEqual([expect.stringContaining(`/groundwork hide ${id}\`: noted`)]);
  });

  test('nothing is written where others could read it by now, and it counts all the same', async () => {
    rig.world.readers.set(adasReports.id, [ada, mira, olu, { id: 102, login: 'bertil' }]);
    await rig.tell(prepared(comment(adaWrote, `/groundwork hide ${id}`)));
    expect(answers()).toEqual([]);
    expect(await rows()).toHaveLength(1);
    const held = await rig.store.publications.held(harbour);
    expect(held.find(({ kind }) => kind === 'answer')?.heldBecause).toContain('bertil');
  });

  test('a repository that the rules leave out is not listened to', async () => {
    await rig.setRules(`${liveRules}repositories: { leave_out: [reviews-ada-lindqvist] }\n`);
    await rig.tell(prepared(comment(adaWrote, `/groundwork hide ${id}`)));
    expect(await rows()).toEqual([]);
  });
});

function plain(...comments: readonly CommentFacts[]): IssueFacts {
  return incidentFacts({ labels: [], comments, title: 'A question' });
}

describe('elsewhere', () => {
  test('below an issue that is no incident there is no work to speak of', async () => {
    await rig.tell(plain(comment(adaWrote, '/groundwork hide')));
    expect(rig.world.people.comments(7, 377).map(({ body }) => body)).toEqual([
      expect.stringContaining('is understood below the work itself or in your own reports repository.'),
    ]);
    expect(await rows()).toEqual([]);
  });

  test('below an incident they speak of their part in it', async () => {
    await rig.tell(incidentFacts({ comments: [comment(adaWrote, '/groundwork context I was on call.')] }));
    expect(await rows()).toMatchObject([{ about: 'github:7#377/responder/github:101', verb: 'context' }]);
  });
});
