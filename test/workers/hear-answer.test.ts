import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, ChangeFacts, CommentFacts } from '../../src/evidence/facts.ts';
import { ada as adaWrote, bertil as bertilWrote } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, liveRules, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

const question = 'Who can do something now that they could not do before?';

let minutes = 0;

function comment(author: Actor, body: string): CommentFacts {
  minutes += 1;
  const at = new Date(Date.UTC(2026, 1, 3, 12, minutes)).toISOString();
  return {
    key: `github:7#412/comment/${minutes}`,
    author,
    body,
    at,
    url: `https://github.example/c/${minutes}`,
  };
}

/** Notable, and nobody says for whom it was. */
function silent(...comments: readonly CommentFacts[]): ChangeFacts {
  return notableChange({ body: '', comments });
}

function praise(): string {
  const all = rig.world.people.comments(orders.id, 412).map(({ body }) => body);
  return all.find((body) => body.includes('Worth remembering')) ?? '';
}

async function report(): Promise<string> {
  await rig.at('2026-07-02T08:00:00Z');
  return rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
}

const reply =
  'Support can find an order while the database is slow. The search takes 210 ms instead of 1.8 s.';

describe('the one question', () => {
  test('is asked of the author where nobody says for whom it was, with how to answer', async () => {
    await rig.tell(silent());
    expect(praise()).toContain(`One question for ada-lindqvist: *${question}* A reply that quotes it`);
  });

  test('is for the figure where only that lacks', async () => {
    await rig.tell(notableChange());
    expect(praise()).toContain('*What was different afterwards, in figures?*');
  });

  test('is not asked where the rules want no comments', async () => {
    await rig.setRules(`${liveRules}comments: nowhere\n`);
    await rig.tell(silent());
    expect(rig.world.people.comments(orders.id, 412)).toEqual([]);
  });

  test.each([
    ['the command', `/groundwork answer ${reply}`],
    [
      'a quoting reply',
      `> **Worth remembering: care.** It bounds a wait.\n>\n> One question for ada-lindqvist: *${question}* A reply\n\n${reply}`,
    ],
    ['a quotation by hand', `> who can do something now that they could not do before?\n${reply}`],
  ])('is answered by %s: the author’s word, and nothing more is asked', async (_, body) => {
    await rig.tell(silent(comment(adaWrote, body)));
    expect(praise()).not.toContain('One question');
    expect(praise()).toContain('The search takes 210 ms instead of 1.8 s');
    const text = await report();
    expect(text).toContain('“Support can find an order while the database is slow.”');
    expect(text).toMatch(
      /“The search takes 210 ms instead of 1\.8 s\.?” \(\[comment\]\(https:\/\/github\.example\/c\/\d+\)\)/u,
    );
  });

  test.each<[string, Actor, string]>([
    ['a colleague who quotes it', bertilWrote, `> ${question}\n\nSupport, I think.`],
    ['a comment without a quotation', adaWrote, 'Merged, thanks for the review.'],
    ['a quotation of something else', adaWrote, '> Is this safe?\n\nYes, for support it is.'],
    ['a quotation and not a word', adaWrote, `> ${question}`],
  ])('is not answered by %s', async (_, author, body) => {
    await rig.tell(silent(comment(author, body)));
    expect(praise()).toContain(question);
    expect(await rig.store.overlay.ofPerson(harbour, ada.id)).toEqual([]);
    expect(rig.world.people.comments(orders.id, 412)).toHaveLength(1);
  });

  test('taken back, it is open again', async () => {
    const answer = comment(adaWrote, `/groundwork answer ${reply}`);
    await rig.tell(silent(answer, comment(adaWrote, '/groundwork undo')));
    expect(praise()).toContain(question);
  });

  test('is not asked of somebody who paused', async () => {
    await rig.at('2026-02-04T08:00:00Z');
    await rig.tell(silent(comment(adaWrote, '/groundwork pause')));
    expect(praise()).toBe('');
  });
});
