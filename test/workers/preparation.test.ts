import { beforeEach, describe, expect, test } from '@jest/globals';
import { GiveUp } from '../../src/errors.ts';
import type { Actor } from '../../src/evidence/facts.ts';
import { ada as adaWrote, bertil } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { adasReports, harbour, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

const groundwork: Actor = { key: 'github:1', label: 'groundwork[bot]', type: 'bot' };
let rig: Rig;
let number = 0;

/** The preparation stands, with one piece of work to lead with. */
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(notableChange());
  await rig.at('2026-06-17T08:00:00Z');
  number = rig.world.people.issues(adasReports.id).at(0)?.number ?? 0;
});

function issue(place: number): string {
  return rig.world.people.issues(adasReports.id).at(place)?.body ?? '';
}

const boxed = () => rig.world.people.ticks(adasReports.id, number).map(({ id }) => id);

type Reply = { readonly author?: Actor; readonly body: string; readonly at?: string };

/** Somebody sets every box and writes below. */
function answered(by: Actor | null, at: string, ticked: boolean, replies: readonly Reply[] = []): void {
  if (by !== null) for (const id of boxed()) rig.world.people.tick(adasReports.id, number, id, ticked);
  rig.world.answers.set(`${adasReports.id}#${number}`, {
    editedBy: by,
    editedAt: by === null ? null : at,
    replies: replies.map(({ author = adaWrote, body, at: said = '2026-06-20T09:00:00Z' }, index) => ({
      key: `github:${adasReports.id}#${number}/comment/${index}`,
      author,
      body,
      at: said,
      url: `https://harbour.example/reviews/issues/${number}#c${index}`,
    })),
  });
}

async function report(): Promise<string> {
  await rig.at('2026-07-02T08:00:00Z');
  return issue(1);
}

const led = (text: string) => (text.split('## By area')[0] ?? '').includes('Timeouts for the search');
const listed = (text: string) => (text.split('## By area')[1] ?? '').includes('Timeouts for the search');

describe('boxes', () => {
  test('left as they are, the report leads with the work', async () => {
    const text = await report();
    expect([led(text), listed(text)]).toEqual([true, true]);
  });

  test('unticked by the engineer, it stands in the list of its area only', async () => {
    answered(adaWrote, '2026-06-18T10:00:00Z', false);
    const text = await report();
    expect([led(text), listed(text)]).toEqual([false, true]);
    expect(text).toContain('Nothing is led with here.');
  });

  test('ticked again, it leads again; the box is still there to do so', async () => {
    answered(adaWrote, '2026-06-18T10:00:00Z', false);
    await rig.at('2026-06-19T08:00:00Z');
    expect(boxed()).toHaveLength(1);
    answered(adaWrote, '2026-06-21T10:00:00Z', true);
    expect(led(await report())).toBe(true);
  });

  test('read once, they hold, although the app wrote the text last', async () => {
    answered(adaWrote, '2026-06-18T10:00:00Z', false);
    await rig.ports.queue.add('prepare', { cycle: 1, person: 101 });
    await rig.settle();
    answered(groundwork, '2026-06-18T11:00:00Z', true);
    expect(led(await report())).toBe(false);
  });

  test('judged anew, they hold', async () => {
    answered(adaWrote, '2026-06-18T10:00:00Z', false);
    await report();
    await rig.tell(notableChange());
    expect(led(await report())).toBe(false);
  });

  test.each<[string, Actor, string]>([
    ['somebody else', bertil, '2026-06-18T10:00:00Z'],
    ['somebody with the same login', { ...adaWrote, key: 'github:999' }, '2026-06-18T10:00:00Z'],
    ['the engineer, after the period', adaWrote, '2026-07-01T10:00:00Z'],
  ])('set by %s, they change nothing', async (_, by, at) => {
    answered(by, at, false);
    const text = await report();
    expect(led(text)).toBe(true);
    expect(text.includes('last edited by somebody else')).toBe(by !== adaWrote);
  });
});

describe('replies', () => {
  test('of the engineer stand in the report as theirs, with their link', async () => {
    answered(null, '', true, [{ body: 'I taught two colleagues\nto read query plans.' }]);
    const text = await report();
    expect(text).toContain('## What ada-lindqvist adds');
    expect(text).toContain(
      `- ✎ “I taught two colleagues to read query plans.” ([reply](https://harbour.example/reviews/issues/${number}#c0), 20 June 2026)`,
    );
  });

  test.each<[string, Reply]>([
    ['of others', { author: bertil, body: 'Ada taught me.' }],
    ['of bots', { author: groundwork, body: 'Ada taught me.' }],
    ['with a command', { body: '/groundwork context Ada taught me.' }],
    ['of white space', { body: ' \n ' }],
    ['after the period', { body: 'Ada taught me.', at: '2026-06-30T22:00:00Z' }],
  ])('%s do not', async (_, reply) => {
    answered(null, '', true, [reply]);
    expect(await report()).not.toContain('What ada-lindqvist adds');
  });

  test('mean nothing but their words, and end somewhere', async () => {
    const hostile = `</details> @everyone ![x](https://evil.example/p.png) ${'and more '.repeat(200)}`;
    answered(null, '', true, [{ body: hostile }]);
    const text = await report();
    expect(text).not.toMatch(/@everyone|!\[x\]|^<\/details> @/mu);
    expect(text).toMatch(/ …” \(\[reply\]/u);
  });

  test('are kept once, as first written', async () => {
    answered(null, '', true, [{ body: 'First words.' }]);
    await rig.ports.queue.add('prepare', { cycle: 1, person: 101 });
    await rig.settle();
    answered(null, '', true, [{ body: 'Other words.' }]);
    const text = await report();
    expect(text).toContain('First words.');
    expect(text).not.toContain('Other words.');
  });
});

test('what cannot be read is said, and the report is written all the same', async () => {
  rig.world.failNext('posted', new GiveUp('The app may not read issues.'));
  const text = await report();
  expect(text).toContain('> What was ticked and written below the preparation could not be read');
  expect(await rig.store.publications.held(harbour)).not.toContainEqual(
    expect.objectContaining({ kind: 'report', person: 101 }),
  );
});
