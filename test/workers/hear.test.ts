import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, ChangeFacts, CommentFacts } from '../../src/evidence/facts.ts';
import { ada as adaWrote, bertil, copilot } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, liveRules, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});

let minutes = 0;

function comment(author: Actor, body: string): CommentFacts {
  minutes += 1;
  const at = new Date(Date.UTC(2026, 1, 3, 12, minutes)).toISOString();
  return { key: `github:7#412/comment/${minutes}`, author, body, at, url: null };
}

function changed(...comments: readonly CommentFacts[]): ChangeFacts {
  return notableChange({ comments });
}

function posted(): readonly string[] {
  return rig.world.people.comments(orders.id, 412).map(({ body }) => body);
}

function praise(): string {
  return posted().find((body) => !body.startsWith('- ')) ?? '';
}

function answers(): readonly string[] {
  return posted().filter((body) => body.startsWith('- '));
}

async function report(): Promise<string> {
  await rig.at('2026-07-02T08:00:00Z');
  return rig.world.people.issues(adasReports.id).at(-1)?.body ?? '';
}

describe('below their own change', () => {
  test('what an engineer hides is in no report, and the comment takes itself back', async () => {
    await rig.tell(changed());
    expect(posted()).toEqual([expect.stringContaining('Worth remembering')]);
    await rig.tell(changed(comment(adaWrote, '/groundwork hide')));
    expect(praise()).toContain('no longer lists this change');
    expect(answers()).toEqual([expect.stringContaining('`/groundwork hide`: noted.')]);
    expect(await report()).not.toContain('Timeouts for the search');
  });

  test('taken back, it is there again', async () => {
    const hide = comment(adaWrote, '/groundwork hide');
    await rig.tell(changed(hide));
    await rig.tell(changed(hide, comment(adaWrote, '/groundwork undo')));
    expect(praise()).toContain('Worth remembering');
    expect(await report()).toContain('Timeouts for the search');
  });

  test('their words stand beside it in the report, and what they contest is marked', async () => {
    await rig.tell(
      changed(comment(adaWrote, '/groundwork context Support had asked.\n/groundwork contest Jun drove.')),
    );
    const text = await report();
    expect(text).toContain('✎ “Support had asked.”');
    expect(text).toContain('✎ **Contested:** “Jun drove.”');
  });

  test('what is not theirs is listed as left out', async () => {
    await rig.tell(changed(comment(adaWrote, '/groundwork not-mine')));
    const text = await report();
    expect(text).toContain('somebody else’s');
    expect(text).not.toContain('**Timeouts');
  });

  test('every answer is given once, and nothing is kept twice', async () => {
    const hide = comment(adaWrote, '/groundwork hide');
    for (let time = 0; time < 4; time += 1) await rig.tell(changed(hide));
    expect(answers()).toHaveLength(1);
    const { overlay } = await rig.store.evidence.ofPerson({
      account: harbour,
      person: ada.id,
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2026-07-01T00:00:00Z',
    });
    expect(overlay.map(({ verb, saidBy }) => [verb, saidBy])).toEqual([['hide', ada.id]]);
  });

  test('what was said outlives a framework that judges anew', async () => {
    await rig.tell(changed(comment(adaWrote, '/groundwork context Support had asked.')));
    await rig.tell(changed());
    expect(await report()).toContain('Support had asked.');
  });
});

describe('nobody speaks for others', () => {
  test.each<[string, Actor]>([
    ['a colleague', bertil],
    ['a bot', copilot],
    ['somebody with the same login', { ...adaWrote, key: 'github:999' }],
  ])('%s', async (_, author) => {
    await rig.tell(changed(comment(author, '/groundwork hide')));
    expect(praise()).toContain('Worth remembering');
    expect(answers().filter((body) => body.includes('noted'))).toEqual([]);
    expect(await report()).toContain('Timeouts for the search');
  });

  test('a quotation of a command is none', async () => {
    await rig.tell(changed(comment(adaWrote, '> /groundwork hide\n\nNo, leave it.')));
    expect(answers()).toEqual([]);
  });
});

describe('what is answered', () => {
  test('a slip of the pen, with the command that was meant', async () => {
    await rig.tell(changed(comment(adaWrote, '/groundwork hid')));
    expect(answers()).toEqual([expect.stringContaining('Did you mean `/groundwork hide`?')]);
  });

  test('hostile words say nothing to anybody', async () => {
    await rig.tell(changed(comment(adaWrote, '/groundwork @everyone](https://evil.example) <img src=x>')));
    const [answer = ''] = answers();
    expect(answer).toContain('That is no command of Groundwork.');
    expect(answer.split('\n')[0]).toMatch(/^- `\/groundwork @\u200B?everyone[^`\n]{1,60}`: That is no/u);
    expect(answer).not.toContain('@everyone');
  });

  test('in preview nothing is posted, and it counts all the same', async () => {
    await rig.setRules(liveRules.replace('mode: live', 'mode: preview'));
    await rig.tell(changed(comment(adaWrote, '/groundwork hide')));
    expect(posted()).toEqual([]);
  });
});
