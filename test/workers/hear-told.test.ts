import { beforeEach, describe, expect, test } from '@jest/globals';
import { evidenceId } from '../../src/evidence/key.ts';
import type { Actor, ChangeFacts, CommentFacts, IssueFacts } from '../../src/evidence/facts.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada as adaWrote, bertil as bertilWrote } from '../fixtures/facts.ts';
import { notableChange } from './notable-change.ts';
import { ada, adasReports, bertil, harbour, installation, mira, olu, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

const bertilsReports = {
  id: 22,
  name: 'harbour/reviews-bertil',
  visibility: 'private',
  archived: false,
} as const;
const miraWrote: Actor = { key: `github:${mira.id}`, label: mira.login, type: 'user' };

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  rig.world.addRepository(bertilsReports);
  rig.world.board.repositories.get(bertilsReports.id)?.assignable.add(bertil.login);
  rig.world.readers.set(bertilsReports.id, [bertil, mira, olu]);
  const known = rig.world.organisations.get(installation);
  if (known !== undefined)
    rig.world.organisations.set(installation, {
      ...known,
      repositories: [...known.repositories, bertilsReports],
    });
  await rig.ports.queue.add('organisation', { account: harbour });
  await rig.settle();
});

let minutes = 0;

function comment(author: Actor, body: string, place = 'github:7#412'): CommentFacts {
  minutes += 1;
  const at = new Date(Date.UTC(2026, 1, 3, 12, minutes)).toISOString();
  return { key: `${place}/comment/${minutes}`, author, body, at, url: `https://github.example/c/${minutes}` };
}

function changed(...comments: readonly CommentFacts[]): ChangeFacts {
  return notableChange({ comments });
}

function question(...comments: readonly CommentFacts[]): IssueFacts {
  return incidentFacts({ labels: [], title: 'How does the import work?', comments });
}

/** An issue in the reports repository, opened by whoever wrote it. */
function opened(author: Actor, body: string, repository: typeof adasReports = adasReports): IssueFacts {
  const key = `github:${repository.id}#9`;
  return incidentFacts({
    key,
    repository: { key: `github:${repository.id}`, name: repository.name, private: true },
    number: 9,
    title: 'Something worth remembering',
    body,
    author,
    labels: [],
    openedAt: '2026-02-05T08:00:00Z',
    url: 'https://github.example/9',
  });
}

function answers(repository: number, number: number): readonly string[] {
  return rig.world.people.comments(repository, number).map(({ body }) => body);
}

async function reports(): Promise<{ readonly ada: string; readonly bertil: string }> {
  await rig.at('2026-07-02T08:00:00Z');
  const last = (repository: number) => rig.world.people.issues(repository).at(-1)?.body ?? '';
  return { ada: last(adasReports.id), bertil: last(bertilsReports.id) };
}

describe('a win', () => {
  test('told below an issue stands in the report as their own word, with the day and a link', async () => {
    await rig.tell(
      question(
        comment(adaWrote, '/groundwork win Drained the queue by hand that night. https://wiki.example/drill'),
      ),
    );
    const { ada: text } = await reports();
    expect(text).toContain('## Told by ada-lindqvist');
    expect(text).toMatch(
      /- ○ “Drained the queue by hand that night\.” \(\[link\]\(https:\/\/wiki\.example\/drill\), \[comment\]\(https:\/\/github\.example\/c\/\d+\), 3 February 2026\) `E-[0-9a-f]{6}`/u,
    );
  });

  test('with an area it stands there, and the preparation no longer asks about that area', async () => {
    await rig.tell(question(comment(adaWrote, '/groundwork win area:care Held the on-call training.')));
    await rig.at('2026-06-20T08:00:00Z');
    const [prep] = rig.world.people.issues(adasReports.id);
    expect(prep?.body).toContain('Nothing yet on Delivery.');
    expect(prep?.body).not.toContain('Nothing yet on Care.');
  });

  test('the preparation has a link to an issue that is filled in already', async () => {
    await rig.tell(notableChange({ url: 'https://github.example/harbour/orders/pull/412' }));
    await rig.at('2026-06-20T08:00:00Z');
    const [prep] = rig.world.people.issues(adasReports.id);
    expect(prep?.body).toContain(
      '[Open an issue here](https://github.example/harbour/reviews-ada-lindqvist/issues/new?title=Something+worth+remembering&amp;body=%2Fgroundwork+win+)',
    );
  });

  test('in the issue that its author opened for it', async () => {
    await rig.tell(opened(adaWrote, '/groundwork win area:care Held the on-call training.'));
    expect(answers(adasReports.id, 9)).toEqual([expect.stringContaining('noted. It stands in your report')]);
    const { ada: text } = await reports();
    expect(text).toMatch(
      /\| \[told\]\(https:\/\/github\.example\/9\) ○ “Held the on-call training\.” `E-[0-9a-f]{6}` \| told by the engineer \| 5 February 2026 \|/u,
    );
    expect(text).not.toContain('## Told by');
  });

  test.each([
    ['an area that is none', '/groundwork win area:kindness Was kind.', 'There is no such area.'],
    ['no words', '/groundwork win area:care', 'in a few words'],
    ['a bare address', '/groundwork win https://wiki.example/drill', 'in a few words'],
  ])('with %s is answered, and nothing is kept', async (_, line, expected) => {
    await rig.tell(question(comment(adaWrote, line)));
    expect(answers(orders.id, 377)).toEqual([expect.stringContaining(expected)]);
    expect(await rig.store.overlay.ofPerson(harbour, ada.id)).toEqual([]);
  });

  test('of somebody whose work is not kept is nobody’s', async () => {
    await rig.tell(question(comment(miraWrote, '/groundwork win Led the meeting.')));
    expect(answers(orders.id, 377)).toEqual([expect.stringContaining('Only those whose work')]);
    expect(await rig.store.overlay.ofPerson(harbour, mira.id)).toEqual([]);
  });

  test('is moved, hidden and brought back by its id', async () => {
    const win = comment(adaWrote, '/groundwork win Held the on-call training.', 'github:7#377');
    await rig.tell(question(win));
    const [row] = await rig.store.overlay.ofPerson(harbour, ada.id);
    const id = evidenceId(row?.origin ?? '');
    await rig.tell(
      opened(adaWrote, `/groundwork area ${id} care\n/groundwork context ${id} For all five teams.`),
    );
    const { ada: text } = await reports();
    expect(text).toContain('“Held the on-call training.”');
    expect(text).toContain('told by the engineer; For all five teams.');
    await rig.tell({ ...opened(adaWrote, `/groundwork hide ${id}`), key: 'github:21#10', number: 10 });
    await rig.ports.queue.add('report', { cycle: 1, person: ada.id });
    await rig.settle();
    expect(
      rig.world.people.issues(adasReports.id).find(({ title }) => title.startsWith('Evidence report'))?.body,
    ).not.toContain('on-call training');
  });
});

describe('kudos', () => {
  test('below their change stand beside it, as a colleague’s word', async () => {
    await rig.tell(
      changed(comment(bertilWrote, '/groundwork kudos @Ada-Lindqvist The 9 o’clock page is gone.')),
    );
    expect((await reports()).ada).toMatch(
      / ◐ bertil: “The 9 o’clock page is gone\.” \(\[comment\]\(https:\/\/github\.example\/c\/\d+\)\)/u,
    );
  });

  test('elsewhere stand in the list of what was told', async () => {
    await rig.tell(question(comment(adaWrote, '/groundwork kudos @bertil explained the import to support.')));
    const { bertil: text } = await reports();
    expect(text).toContain('## Told by colleagues\n\n- ◐ ada-lindqvist: “explained the import to support.”');
  });

  test('are no remark on the work themselves', async () => {
    const thanks =
      '/groundwork kudos @ada-lindqvist Since this went out our import takes 4 s instead of 40 s.';
    await rig.tell(changed(comment(bertilWrote, thanks)));
    const text = (await reports()).ada;
    expect(text.match(/our import takes/gu)).toHaveLength(1);
  });

  test.each([
    ['oneself', adaWrote, '/groundwork kudos @ada-lindqvist I did well.', 'Kudos are for somebody else'],
    ['a stranger', adaWrote, '/groundwork kudos @nobody-here was great.', 'Nobody of that name'],
    ['no name', adaWrote, '/groundwork kudos for the team', 'somebody’s name first'],
    ['no words', adaWrote, '/groundwork kudos @bertil', 'in a few words'],
    ['a manager', adaWrote, '/groundwork kudos @mira for the plan', 'Nobody of that name'],
    ['anybody, by a manager', miraWrote, '/groundwork kudos @bertil for the plan', 'Only those whose work'],
  ])('for %s are answered, and nothing is kept', async (_, author, line, expected) => {
    await rig.tell(question(comment(author, line)));
    expect(answers(orders.id, 377)).toEqual([expect.stringContaining(expected)]);
    for (const { id } of [ada, bertil, mira])
      expect(await rig.store.overlay.ofPerson(harbour, id)).toEqual([]);
  });

  test('are taken back by whoever gave them', async () => {
    await rig.tell(
      question(
        comment(adaWrote, '/groundwork kudos @bertil explained the import.'),
        comment(bertilWrote, '/groundwork undo'),
        comment(adaWrote, '/groundwork undo'),
      ),
    );
    expect(answers(orders.id, 377).map((body) => body.includes('noted'))).toEqual([true, false, true]);
    expect((await reports()).bertil).not.toContain('explained the import');
  });

  test('are hidden by whoever they are about', async () => {
    await rig.tell(question(comment(adaWrote, '/groundwork kudos @bertil explained the import.')));
    const [row] = await rig.store.overlay.ofPerson(harbour, bertil.id);
    await rig.tell(opened(bertilWrote, `/groundwork hide ${evidenceId(row?.origin ?? '')}`, bertilsReports));
    expect((await reports()).bertil).not.toContain('explained the import');
  });
});

describe('also', () => {
  const named = comment(adaWrote, '/groundwork also @bertil');

  test('gives the colleague the work too, each with whose word it is', async () => {
    await rig.tell(changed(named));
    const { ada: hers, bertil: his } = await reports();
    expect(hers).toContain('Shared with bertil, by the author’s word.');
    expect(his).toContain('**1.** ◐ **Timeouts for the search of orders**');
    expect(his).toContain('Shared with ada-lindqvist, by their word.');
  });

  test.each([['undo'], ['not-mine'], ['hide']])(
    '%s of whoever was named takes it out of their record',
    async (verb) => {
      await rig.tell(changed(named, comment(bertilWrote, `/groundwork ${verb}`)));
      expect(answers(orders.id, 412).filter((body) => body.includes('noted'))).toHaveLength(2);
      const { ada: hers, bertil: his } = await reports();
      expect(his).not.toContain('**1.**');
      expect(hers).toContain('**1.** ○ **Timeouts');
    },
  );

  test('undone by the author, it is as if nothing was said', async () => {
    await rig.tell(changed(named));
    await rig.tell(changed(named, comment(adaWrote, '/groundwork undo')));
    const { ada: hers, bertil: his } = await reports();
    expect(his).not.toContain('Timeouts for the search');
    expect(hers).not.toContain('Shared with bertil');
  });

  test.each([
    [
      'somebody who did not make it',
      bertilWrote,
      '/groundwork also @bertil',
      'Nothing of this is in your own record',
    ],
    ['oneself', adaWrote, '/groundwork also @ada-lindqvist', 'have their part in this change already'],
    ['a stranger', adaWrote, '/groundwork also @nobody', 'Nobody of that name'],
  ])('by or for %s is answered, and nothing is kept', async (_, author, line, expected) => {
    await rig.tell(changed(comment(author, line)));
    expect(answers(orders.id, 412).join('\n')).toContain(expected);
    for (const { id } of [ada, bertil]) expect(await rig.store.overlay.ofPerson(harbour, id)).toEqual([]);
  });
});

describe('away', () => {
  test('stands below the months and in them, and no reason is kept', async () => {
    await rig.tell(changed());
    await rig.tell(
      question(
        comment(adaWrote, '/groundwork away 2026-04-01 2026-04-30'),
        comment(adaWrote, '/groundwork away 2026-05-04 2026-05-06 a broken leg'),
      ),
    );
    expect(answers(orders.id, 377).at(-1)).toContain('no reason is asked');
    const { ada: text } = await reports();
    expect(text).toContain('✎ Away 1 April – 30 April 2026.');
    expect(text).toContain('| Care | · | ■ | · | away | · | · |');
    expect(text).not.toContain('leg');
    const rows = await rig.store.overlay.ofPerson(harbour, ada.id);
    expect(JSON.stringify(rows)).not.toContain('leg');
  });
});

describe('explain', () => {
  const key = 'github:7#412/author/github:101';
  const id = evidenceId(`${key}/care`);

  test('says where it comes from, what found it, and what was said of it by whom', async () => {
    await rig.tell(changed(comment(adaWrote, '/groundwork context Support had asked.')));
    await rig.tell(opened(adaWrote, `/groundwork explain ${id}`));
    const [answer = ''] = answers(adasReports.id, 9);
    expect(answer).toContain(
      '**Source** orders#\u200B412 Timeouts for the search of orders; credited as its author, 3 February 2026.',
    );
    expect(answer).toMatch(/\*\*Found by\*\* rule `[\w.-]+`: it bounds a wait/u);
    expect(answer).toContain('**Judged by** framework small 1.0, without a model.');
    expect(answer).toContain(
      '**Said since** `context` by ada-lindqvist on 3 February 2026: “Support had asked.”',
    );
    expect(await rig.store.overlay.ofPerson(harbour, ada.id)).toHaveLength(1);
  });

  test('her manager may ask, and a colleague may not', async () => {
    await rig.tell(changed());
    await rig.tell(opened(miraWrote, `/groundwork explain ${id}`));
    expect(answers(adasReports.id, 9).at(-1)).toContain('**Source**');
    await rig.tell({ ...opened(bertilWrote, `/groundwork explain ${id}`), key: 'github:21#10', number: 10 });
    expect(answers(adasReports.id, 10).at(-1)).not.toContain('**Source**');
  });

  test('below the work it is not understood: others read there', async () => {
    await rig.tell(changed(comment(adaWrote, `/groundwork explain ${id}`)));
    expect(answers(orders.id, 412).join('\n')).toContain('is understood in your own reports repository.');
  });
});
