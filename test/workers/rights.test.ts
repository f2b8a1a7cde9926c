import { beforeEach, describe, expect, test } from '@jest/globals';
import { exportLine } from '../../src/people/export-lines.ts';
import type { Actor, CommentFacts } from '../../src/evidence/facts.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada as adaWrote, bertil, changeFacts } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, harbour, liveRules, mira, olu, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

let rig: Rig;
let comments: CommentFacts[] = [];
beforeEach(async () => {
  comments = [];
  rig = await startRig();
  await rig.tell(notableChange());
});

const miraWrote: Actor = { key: `github:${mira.id}`, label: mira.login, type: 'user' };

/** In an issue of Ada's, in her reports repository. */
async function says(author: Actor, body: string, at = '2026-04-10T10:00:00Z'): Promise<string> {
  comments.push({ key: `github:21#9/comment/${comments.length + 1}`, author, body, at, url: null });
  await rig.at(at);
  await tellAgain();
  return rig.world.people.comments(adasReports.id, 9).at(-1)?.body ?? '';
}

async function tellAgain(): Promise<void> {
  await rig.tell(
    incidentFacts({
      key: 'github:21#9',
      repository: { key: 'github:21', name: adasReports.name, private: true },
      number: 9,
      labels: [],
      body: '',
      comments,
    }),
  );
  // Some work begins a moment later.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await rig.settle();
}

function issue(title: string) {
  return rig.world.people.issues(adasReports.id).find((one) => one.title.includes(title));
}

function everything() {
  const always = { startsAt: '2000-01-01T00:00:00Z', endsAt: '2100-01-01T00:00:00Z' };
  return rig.store.evidence.ofPerson({ account: harbour, person: ada.id, ...always });
}

describe('me', () => {
  test('everything that is held stands in their own repository, and nothing in it is alive', async () => {
    await rig.tell(notableChange({ title: 'Timeouts @everyone <img src=x> [x](https://evil.example)' }));
    expect(await says(adaWrote, '/groundwork me')).toContain('noted. Everything that is held');
    const body = issue('What Groundwork holds about you')?.body ?? '';
    for (const part of ['number 101', 'Timeouts', 'comment/github:7#412', 'judged', 'harbour/orders'])
      expect(body.replaceAll('\u200B', '').replaceAll('\\', '')).toContain(part);
    expect(body).not.toMatch(/@everyone|(?<!\\)<img|(?<!\\)\]\(https:\/\/evil/u);
  });

  test('told again it is not written again; asked again it is, in place', async () => {
    await says(adaWrote, '/groundwork me');
    const first = issue('What Groundwork holds')?.body;
    const log = await rig.store.log.ofPerson(harbour, ada.id);
    await tellAgain();
    expect(await rig.store.log.ofPerson(harbour, ada.id)).toEqual(log);
    expect(issue('What Groundwork holds')?.body).toBe(first);
    await says(adaWrote, '/groundwork me', '2026-04-11T10:00:00Z');
    const all = rig.world.people.issues(adasReports.id).filter(({ title }) => title.includes('holds about'));
    expect(all).toHaveLength(1);
    expect(all[0]?.body).not.toBe(first);
  });

  test('nobody asks it of somebody else', async () => {
    expect(await says(miraWrote, '/groundwork me')).not.toContain('noted');
    expect(issue('What Groundwork holds')).toBeUndefined();
  });

  test('where others could read it, it is not written', async () => {
    rig.world.readers.set(adasReports.id, [ada, mira, olu, { id: 999, login: 'stranger' }]);
    await says(adaWrote, '/groundwork me');
    expect(issue('What Groundwork holds')).toBeUndefined();
    expect(await rig.store.publications.heldText(harbour, `me/${ada.id}`)).toContain('number 101');
  });
});

test('an export holds one line for each thing, and every line is as it is described', async () => {
  await says(adaWrote, '/groundwork export');
  const body = issue('to carry away')?.body ?? '';
  const text = /```json\n([^]*?)\n```/u.exec(body)?.[1] ?? '';
  const lines = text.split('\n').map((line) => exportLine.parse(JSON.parse(line)));
  const kinds = new Set(lines.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(['activity', 'export', 'log', 'named in', 'roster', 'said', 'text']);
  const { activities } = await everything();
  expect(lines.filter(({ kind }) => kind === 'activity')).toHaveLength(activities.length);
});

describe('report', () => {
  test.each([
    ['the engineer', adaWrote],
    ['their manager', miraWrote],
  ])('%s gets one at once, over the days that they name', async (_, author) => {
    await says(author, '/groundwork report 2026-02-01');
    const report = issue('since 2026-02-01, written on 2026-04-10');
    expect(report?.body).toContain('Timeouts for the search');
    expect(report?.body).toContain('1 February – 10 April 2026');
  });

  test('what was done before is not in it', async () => {
    await says(adaWrote, '/groundwork report 2026-03-01');
    expect(issue('since 2026-03-01')?.body).not.toContain('Timeouts for the search');
  });

  test.each([
    ['/groundwork report soon', 'That is no day'],
    ['/groundwork report 2026-02-30', 'That is no day'],
    ['/groundwork report 2027-01-01', 'still to come'],
  ])('%s', async (line, sentence) => {
    expect(await says(adaWrote, line)).toContain(sentence);
    expect(rig.world.people.issues(adasReports.id).filter(({ title }) => title.includes('since'))).toEqual(
      [],
    );
  });

  test('not for a colleague', async () => {
    expect(await says(bertil, '/groundwork report')).not.toContain('noted');
  });
});

describe('erase', () => {
  const reviewed = () =>
    changeFacts({
      key: 'github:7#420',
      number: 420,
      author: bertil,
      title: 'Timeouts for the ledger',
      body: 'Before this, the ledger waited without end.',
      mergedAt: '2026-02-10T10:00:00Z',
      comments: [
        {
          key: 'github:7#420/comment/1',
          author: adaWrote,
          body: 'Adas own words on it.',
          at: '2026-02-10T09:00:00Z',
          url: null,
        },
      ],
    });

  beforeEach(async () => {
    await rig.tell(reviewed());
  });

  test.each(['/groundwork erase', '/groundwork erase bertil'])(
    '%s asks once more, and keeps all',
    async (line) => {
      expect(await says(adaWrote, line)).toContain('`/groundwork erase ada-lindqvist`');
      expect((await everything()).activities).not.toEqual([]);
      expect(await rig.store.erasures.list(harbour)).toEqual([]);
    },
  );

  async function erases(): Promise<void> {
    await says(adaWrote, '/groundwork context E-000000 Something.');
    await says(adaWrote, '/groundwork me');
    await says(adaWrote, '/groundwork erase ada-lindqvist');
  }

  test('rows, words in the work of others and posted texts are gone; owners are told what is left', async () => {
    await erases();
    expect(await everything()).toMatchObject({ activities: [], overlay: [] });
    expect(await rig.store.subjects.naming(harbour, 'github:101')).toEqual([]);
    expect(await rig.store.people.find(harbour, ada.id)).toBeNull();
    const [praise] = rig.world.people.comments(orders.id, 412);
    expect(praise?.body).toContain('deleted at the wish');
    expect(issue('What Groundwork holds')).toBeUndefined();
    const told = issue('what only an owner can delete')?.body ?? '';
    expect(told).toContain('olu');
    expect(rig.said.join('\n')).toContain('deleted at their own wish');
    expect((await rig.store.erasures.list(harbour))[0]?.doneAt).not.toBeNull();
  });

  test('a colleague’s record stays, without their words', async () => {
    await erases();
    const other = {
      account: harbour,
      person: 102,
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2026-07-01T00:00:00Z',
    };
    const { activities } = await rig.store.evidence.ofPerson(other);
    expect(activities.map(({ key }) => key)).toEqual(['github:7#420/author/github:102']);
    const subjects = rig.store.subjects;
    const id = await subjects.touch({
      account: harbour,
      installation: 55,
      repository: 7,
      kind: 'change',
      number: 420,
      changedAt: '1970-01-01T00:00:00Z',
    });
    expect(JSON.stringify(await subjects.facts(id))).not.toContain('Adas own words');
  });

  test('told again, read anew and with the rules read anew, nothing of them comes back', async () => {
    await erases();
    await tellAgain();
    await rig.tell(notableChange({ title: 'Told again' }));
    await rig.tell(reviewed());
    await rig.setRules(liveRules);
    expect(await everything()).toMatchObject({ activities: [], overlay: [] });
    expect(await rig.store.subjects.naming(harbour, 'github:101')).toEqual([]);
    expect((await rig.store.roster.spans(harbour)).map(({ person }) => person)).not.toContain(ada.id);
  });

  test('cut off in the middle, it goes on', async () => {
    const { purge } = rig.store;
    let fails = true;
    const whole = purge.person.bind(purge);
    Object.assign(purge, {
      person: async (account: number, person: number, known: boolean) => {
        if (fails) throw new Error('The database went away.');
        return whole(account, person, known);
      },
    });
    await erases();
    expect((await rig.store.erasures.list(harbour))[0]?.doneAt).toBeNull();
    fails = false;
    await rig.at('2026-04-12T10:00:00Z');
    expect((await rig.store.erasures.list(harbour))[0]?.doneAt).not.toBeNull();
    expect(await everything()).toMatchObject({ activities: [], overlay: [] });
  });
});
