import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  ADA,
  GRACE,
  NOON,
  changesOf,
  git,
  history,
  lines,
  makeRepository,
  openMade,
  removeFolders,
} from './repository.ts';
import type { Plan } from './repository.ts';

afterAll(removeFolders);

const BASE: Plan = { name: 'base', files: { 'README.md': lines(5) }, message: 'Lay the ground' };

describe('one merge', () => {
  test('is the union of its commits, by whoever wrote most of them', async () => {
    const { folder, ids } = makeRepository([
      BASE,
      {
        name: 'first',
        parents: ['base'],
        author: GRACE,
        message: 'Ask twice\n\nThe gateway may be slow.',
        files: { 'pay.ts': lines(40) },
      },
      {
        name: 'second',
        parents: ['first'],
        author: ADA,
        message: 'Name the limit',
        files: { 'limit.ts': lines(3) },
      },
      {
        name: 'third',
        parents: ['second'],
        author: GRACE,
        message: 'Tidy\n\nSigned-off-by: Grace Hopper <grace@example.org>',
        files: { 'pay.ts': lines(42) },
      },
      {
        name: 'merge',
        parents: ['base', 'third'],
        author: ADA,
        committer: 'GitHub <noreply@github.com>',
        message: 'Merge pull request #41 from grace/retry\n\nRetry payments that time out',
        files: { 'pay.ts': lines(42), 'limit.ts': lines(3) },
      },
    ]);
    git(folder, ['config', 'remote.origin.url', 'https://token:secret@github.com/acme/orders.git']);
    const [change, base] = await changesOf(folder);
    expect(change).toMatchObject({
      key: 'clone:acme/orders#41',
      repository: { key: 'clone:acme/orders', name: 'acme/orders', private: null },
      number: 41,
      commit: ids['merge'],
      url: 'https://github.com/acme/orders/pull/41',
      title: 'Retry payments that time out',
      body: 'The gateway may be slow.',
      author: { key: 'mail:grace@example.org', label: 'Grace Hopper', type: 'user' },
      coAuthors: [{ key: 'mail:ada@example.org' }],
      mergedBy: { key: 'mail:ada@example.org' },
      mergedAt: '2024-01-01T16:00:00Z',
      base: 'main',
      head: null,
      intoDefaultBranch: true,
      arrived: null,
      filesTotal: 2,
    });
    expect(change?.files.map(({ path, additions, deletions }) => [path, additions, deletions])).toEqual([
      ['pay.ts', 42, 0],
      ['limit.ts', 3, 0],
    ]);
    expect(change?.commits.map(({ title }) => title)).toEqual(['Ask twice', 'Name the limit', 'Tidy']);
    expect(base).toMatchObject({
      title: 'Lay the ground',
      number: null,
      url: `https://github.com/acme/orders/commit/${ids['base']}`,
    });
  });

  test('follows a file through its renames', async () => {
    const { folder } = makeRepository([
      { ...BASE, files: { 'a.ts': lines(30) } },
      { name: 'move', parents: ['base'], files: { 'b.ts': { from: 'a.ts' } } },
      { name: 'grow', parents: ['move'], files: { 'b.ts': lines(33) } },
      { name: 'again', parents: ['grow'], files: { 'sub/c\td.ts': { from: 'b.ts' } } },
      {
        name: 'merge',
        parents: ['base', 'again'],
        message: "Merge branch 'names'",
        files: { 'sub/c\td.ts': { from: 'a.ts' } },
      },
    ]);
    const [change] = await changesOf(folder);
    expect(change?.files).toEqual([
      {
        path: 'sub/c\td.ts',
        previousPath: 'a.ts',
        additions: 3,
        deletions: 0,
        binary: false,
        attribute: null,
      },
    ]);
  });

  test('that brought nothing, and one of three branches, are changes too', async () => {
    const { folder } = makeRepository([
      BASE,
      { name: 'x', parents: ['base'], author: GRACE, files: { x: 'x\n' } },
      { name: 'y', parents: ['base'], author: GRACE, files: { y: 'y\n' } },
      { name: 'octopus', parents: ['base', 'x', 'y'], message: "Merge branches 'x' and 'y'" },
      { name: 'empty', parents: ['octopus', 'x'], message: "Merge branch 'x'" },
    ]);
    const changes = await changesOf(folder);
    const told = changes.map(({ title, author, files }) => [
      title,
      author.label,
      files.map(({ path }) => path),
    ]);
    expect(told).toEqual([
      ["Merge branch 'x'", 'Ada Lovelace', []],
      ["Merge branches 'x' and 'y'", 'Grace Hopper', ['x', 'y']],
      ['Lay the ground', 'Ada Lovelace', ['README.md']],
    ]);
  });

  test('does not take what main had already given to the branch', async () => {
    const { folder } = makeRepository([
      BASE,
      { name: 'own', parents: ['base'], author: GRACE, message: 'Own work', files: { own: 'o\n' } },
      { name: 'other', parents: ['base'], message: 'Other work (#7)', files: { other: 'o\n' } },
      { name: 'update', parents: ['own', 'other'], author: GRACE, message: "Merge branch 'main' into own" },
      { name: 'more', parents: ['update'], author: GRACE, message: 'More', files: { more: 'm\n' } },
      {
        name: 'merge',
        parents: ['other', 'more'],
        message: 'Merge pull request #8 from grace/own\n\nOwn things',
      },
    ]);
    const changes = await changesOf(folder);
    const told = changes.map(({ title, files }) => [title, files.map(({ path }) => path)] as const);
    expect(new Map(told)).toEqual(
      new Map([
        ['Own things', ['own', 'more']],
        ['Other work', ['other']],
        ['Lay the ground', ['README.md']],
      ]),
    );
  });
});

describe('a merge that gathers finished work', () => {
  test('gives each change to its own author', async () => {
    const { folder } = makeRepository([
      BASE,
      { name: 'a', parents: ['base'], author: ADA, message: 'Cache prices (#11)', files: { a: 'a\n' } },
      { name: 'b1', parents: ['a'], author: GRACE, message: 'Half a queue', files: { b: 'b\n' } },
      {
        name: 'b',
        parents: ['a', 'b1'],
        author: ADA,
        message: 'Merge pull request #12 from grace/queue\n\nA queue',
      },
      {
        name: 'release',
        parents: ['base', 'b'],
        message: 'Merge pull request #13 from acme/develop\n\nRelease 4',
      },
    ]);
    const changes = await changesOf(folder);
    expect(
      changes.map(({ title, number, author, mergedAt }) => [title, number, author.label, mergedAt]),
    ).toEqual([
      ['A queue', 12, 'Grace Hopper', '2024-01-01T16:00:00Z'],
      ['Cache prices', 11, 'Ada Lovelace', '2024-01-01T16:00:00Z'],
      ['Lay the ground', null, 'Ada Lovelace', '2024-01-01T12:00:00Z'],
    ]);
  });
});

describe('a hostile clone', () => {
  test('cannot forge a record with any message, name or path', async () => {
    const id = 'a'.repeat(40);
    const forged = `title\n\n\u0001\n${id}\n1\t2\tfake\n\\0${id}\\0\\0Eve\n\n7\t7\tREADME.md\nM\nREADME.md`;
    const { folder } = makeRepository([
      BASE,
      { name: 'message', parents: ['base'], message: forged, files: { real: lines(2) } },
      {
        name: 'path',
        parents: ['message'],
        message: 'paths',
        files: { [`\n3\t4\tx"y\n${id}`]: 'z\n', 'a => b': 'c\n', '{a => b}/c': 'd\n' },
      },
      {
        name: 'name',
        parents: ['path'],
        author: `1\t2\t${id} %x00 <eve@example.org>`,
        message: 'M',
        files: { [id]: 'e\n' },
      },
    ]);
    const changes = await changesOf(folder);
    expect(changes.map(({ files }) => files.map(({ path, additions }) => `${path} +${additions}`))).toEqual([
      [`${id} +1`],
      [`\n3\t4\tx"y\n${id} +1`, 'a => b +1', '{a => b}/c +1'],
      ['real +2'],
      ['README.md +5'],
    ]);
    expect(changes[2]?.body).toContain('7\t7\tREADME.md');
  });

  test('may hold commits that no git would write', async () => {
    const { folder, ids } = makeRepository([BASE]);
    const tree = git(folder, ['rev-parse', 'main^{tree}']);
    let tip = ids['base']!;
    const crafted = [
      'author \ncommitter nobody\n\n',
      'author A\0B <a@example.org> -5 +0000\ncommitter A <a@example.org> -99999 +0000\n\nBefore time\0hidden\0',
      'author A <a@example.org> 1 +0000\ncommitter A <a@example.org> 99999999999999999999 +0000\n\nNever\n',
      'author  <> 1700000000 +0000\ncommitter  <> 253402300800 +0000\nencoding klingon\n\nLate \u00e9\n',
    ];
    for (const text of crafted) {
      const raw = `tree ${tree}\nparent ${tip}\n${text}`;
      tip = git(folder, ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], raw);
    }
    git(folder, ['update-ref', 'refs/heads/main', tip]);
    const changes = await changesOf(folder);
    expect(changes.map(({ title, author, mergedAt }) => [title, author.label, mergedAt])).toEqual([
      ['Late \u00e9', 'unknown', '9999-12-31T23:59:59Z'],
      ['Never', 'A', '1970-01-01T00:00:00Z'],
      ['Before time', 'unknown', '1970-01-01T00:00:00Z'],
      ['', 'unknown', '1970-01-01T00:00:00Z'],
      ['Lay the ground', 'Ada Lovelace', '2024-01-01T12:00:00Z'],
    ]);
  });

  test('cannot make git run anything', async () => {
    const { folder } = makeRepository([
      { ...BASE, files: { '.gitattributes': '* diff=evil\n', 'a.txt': 'a\n' } },
      { name: 'next', parents: ['base'], files: { 'a.txt': 'b\nc\n' } },
    ]);
    const trap = `touch ${folder}/TRAPPED; cat`;
    const settings = {
      'diff.evil.textconv': trap,
      'diff.evil.command': trap,
      'diff.external': trap,
      'core.pager': trap,
      'pager.log': trap,
      'core.fsmonitor': trap,
      'gpg.program': trap,
      'log.showSignature': 'true',
      'diff.orderFile': '/nowhere',
      'diff.renames': 'false',
      'color.ui': 'always',
      'log.showRoot': 'false',
      'format.pretty': 'oneline',
      'core.attributesFile': `${folder}/attributes`,
    };
    git(folder, ['config', 'core.worktree', folder]);
    git(folder, ['config', 'core.bare', 'false']);
    for (const [key, value] of Object.entries(settings)) git(folder, ['config', key, value]);
    const changes = await changesOf(folder);
    expect(changes.map(({ files }) => files.map(({ path, additions }) => `${path} +${additions}`))).toEqual([
      ['a.txt +2'],
      ['.gitattributes +1', 'a.txt +1'],
    ]);
    expect(existsSync(`${folder}/TRAPPED`)).toBe(false);
  });
});

describe('odd texts', () => {
  test.each([
    [
      'Latin-1 is read as what it says',
      Buffer.from('Caf\u00e9 opens', 'latin1'),
      'ISO-8859-1',
      'Caf\u00e9 opens',
    ],
    ['a byte that is no UTF-8 becomes a mark', Buffer.from([0x41, 0xff, 0x42]), undefined, 'A\ufffdB'],
    ['no message is no title', '', undefined, ''],
    ['lines before the title are passed over', '\n\n  Late title \n', undefined, 'Late title'],
  ])('%s', async (_, message, encoding, title) => {
    const { folder } = makeRepository([{ name: 'one', message, ...(encoding ? { encoding } : {}) }]);
    const [change] = await changesOf(folder);
    expect(change?.title).toBe(title);
  });

  test('a message of a megabyte is cut between characters', async () => {
    const { folder } = makeRepository([{ name: 'one', message: `Long\n\nx${'\u{1f331}'.repeat(300_000)}` }]);
    const [change] = await changesOf(folder);
    expect(change?.body.length).toBe(65_535);
    expect(change?.body.endsWith('\u{1f331}')).toBe(true);
  });

  test('names that are not UTF-8, binary files and submodules are files', async () => {
    const { folder, ids } = makeRepository([
      { name: 'one', files: { 'caf%E9': 'x\n', 'logo.png': Buffer.from([0, 1, 2, 0]) } },
    ]);
    const withModule = git(folder, ['mktree'], `160000 commit ${ids['one']}\tvendor\n`);
    const tip = git(folder, ['commit-tree', '-p', 'main', '-m', 'Pin', withModule]);
    git(folder, ['update-ref', 'refs/heads/main', tip]);
    const [pin, one] = await changesOf(folder);
    expect(one?.files.map(({ path, binary, additions }) => [path, binary, additions])).toEqual([
      ['caf\ufffd', false, 1],
      ['logo.png', true, 0],
    ]);
    expect(pin?.files.find(({ path }) => path === 'vendor')).toMatchObject({ additions: 1, binary: false });
  });
});

describe('the window', () => {
  const day = 86_400;
  const plans: readonly Plan[] = [
    { name: 'root', at: NOON, message: 'Root' },
    { name: 'early', parents: ['root'], at: NOON + 10 * day, message: 'Early' },
    { name: 'skewed', parents: ['early'], at: NOON - 400 * day, message: 'Skewed clock' },
    {
      name: 'side',
      parents: ['root'],
      at: NOON - 900 * day,
      message: 'Long on a branch',
      files: { s: 's\n' },
    },
    {
      name: 'merge',
      parents: ['skewed', 'side'],
      at: NOON + 11 * day,
      message: 'Merge pull request #3 from a/b\n\nAt last',
    },
    { name: 'future', parents: ['merge'], at: NOON + 30_000 * day, message: 'Future clock' },
    { name: 'late', parents: ['future'], at: NOON + 12 * day, message: 'Late' },
  ];
  const iso = (days: number): string => new Date((NOON + days * day) * 1000).toISOString();

  test.each([
    ['everything', null, null, ['Late', 'Future clock', 'At last', 'Skewed clock', 'Early', 'Root']],
    ['past a wrong clock', iso(5), iso(20), ['Late', 'At last', 'Early']],
    ['from is inside, to is outside', iso(10), iso(12), ['At last', 'Early']],
    ['one second later', iso(10 + 1 / day), iso(12 + 1 / day), ['Late', 'At last']],
    ['an empty one', iso(13), iso(14), []],
  ])('%s', async (_, from, to, titles) => {
    const { folder } = makeRepository(plans);
    const steps: string[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }): number =>
      steps.push(`${done}/${total}`);
    const changes = await changesOf(folder, { from, to, onProgress });
    expect(new Set(changes.map(({ title }) => title))).toEqual(new Set(titles));
    expect(steps.at(-1)).toBe(titles.length === 0 ? undefined : `${titles.length}/${titles.length}`);
  });

  test('leaving the loop early leaves no process behind', async () => {
    const plain = Array.from({ length: 400 }, (_, index): Plan => ({
      name: `c${index}`,
      parents: index === 0 ? [] : [`c${index - 1}`],
      files: { [`f${index}`]: lines(3) },
      message: `Change ${index}\n\n${'why '.repeat(10_000)}`,
    }));
    const { folder } = makeRepository(plain);
    const clone = await openMade(folder);
    const people = await history.readPeople(clone);
    // Earlier processes have ended; their handles are let go some turns later.
    while (children() > 0) await new Promise(setImmediate);
    for await (const change of history.readChanges(clone, { people, from: null, to: null })) {
      expect(change.title).toBe('Change 399');
      expect(children()).toBe(1);
      break;
    }
    // The handle of an ended process is let go some turns later; one that runs on keeps this waiting for ever.
    while (children() > 0) await new Promise(setImmediate);
  });
});

function children(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
}

describe('numbers', () => {
  test('that several commits name are the key of the newest only', async () => {
    const { folder, ids } = makeRepository([
      { name: 'a', message: 'Half of it (#5)' },
      { name: 'b', parents: ['a'], message: 'The rest (#5)' },
    ]);
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const changes = await changesOf(folder);
    expect(changes.map(({ key, number }) => [key, number])).toEqual([
      [`clone:${name}#5`, 5],
      [`clone:${name}@${ids['a']!.slice(0, 12)}`, 5],
    ]);
  });

  test('of closed issues come with the page and no invented title', async () => {
    const { folder } = makeRepository([
      { name: 'a', message: 'Fix rounding\n\nFixes #12 and closes other/place#3.' },
    ]);
    git(folder, ['config', 'remote.origin.url', 'git@github.com:acme/orders.git']);
    const [change] = await changesOf(folder);
    expect(change?.closes).toEqual([
      {
        key: 'clone:acme/orders#12',
        number: 12,
        title: '',
        labels: [],
        author: null,
        url: 'https://github.com/acme/orders/issues/12',
      },
      {
        key: 'clone:other/place#3',
        number: 3,
        title: '',
        labels: [],
        author: null,
        url: 'https://github.com/other/place/issues/3',
      },
    ]);
  });
});

describe('a clone that holds less', () => {
  test('a shallow one does not credit the cut-off tree to its oldest commit', async () => {
    const { folder } = makeRepository([
      BASE,
      { name: 'a', parents: ['base'], files: { a: 'a\n' } },
      { name: 'b', parents: ['a'], files: { b: 'b\n' } },
    ]);
    git(folder, ['clone', '-q', '--bare', '--depth=2', `file://${folder}`, 'shallow.git']);
    const clone = await openMade(`${folder}/shallow.git`);
    expect(clone.shallow).toBe(true);
    const changes = await changesOf(`${folder}/shallow.git`);
    expect(changes.map(({ title, files }) => [title, files.map(({ path }) => path)])).toEqual([
      ['Do b', ['b']],
      ['Do a', []],
    ]);
  });

  test('a partial one tells names without asking the network', async () => {
    const { folder } = makeRepository([
      { ...BASE, files: { 'a.ts': lines(20), 'c.ts': 'c\n' } },
      { name: 'move', parents: ['base'], files: { 'b.ts': { from: 'a.ts' }, 'c.ts': 'd\n' } },
      {
        name: 'drop',
        parents: ['move'],
        files: { 'b.ts': null, '.gitattributes': '* linguist-generated\n' },
      },
    ]);
    git(folder, ['config', 'uploadpack.allowFilter', 'true']);
    git(folder, ['clone', '-q', '--bare', '--filter=blob:none', `file://${folder}`, 'partial.git']);
    const clone = await openMade(`${folder}/partial.git`);
    expect(clone.countsLines).toBe(false);
    const packs = git(`${folder}/partial.git`, ['count-objects', '-v']);
    const changes = await changesOf(`${folder}/partial.git`);
    expect(
      changes.map(({ files }) =>
        files.map(({ path, previousPath, additions }) => [path, previousPath, additions]),
      ),
    ).toEqual([
      [
        ['.gitattributes', null, 0],
        ['b.ts', null, 0],
      ],
      [
        ['b.ts', 'a.ts', 0],
        ['c.ts', null, 0],
      ],
      [
        ['a.ts', null, 0],
        ['c.ts', null, 0],
      ],
    ]);
    expect(git(`${folder}/partial.git`, ['count-objects', '-v'])).toBe(packs);
  });

  test('one with a lost file goes on by names there and by lines elsewhere', async () => {
    const { folder } = makeRepository([
      BASE,
      { name: 'a', parents: ['base'], files: { lost: 'lost words\n' } },
      { name: 'b', parents: ['a'], files: { b: 'b\n' } },
    ]);
    git(folder, ['config', 'core.looseCompression', '0']);
    const blob = git(folder, ['rev-parse', 'main:lost']);
    // Packed objects cannot be lost one by one.
    const pack = git(folder, ['rev-parse', '--git-path', 'objects/pack']);
    unpackWithout(folder, pack, blob);
    const changes = await changesOf(folder);
    expect(changes.map(({ files }) => files.map(({ path, additions }) => [path, additions]))).toEqual([
      [['b', 1]],
      [['lost', 0]],
      [['README.md', 5]],
    ]);
  });
});

function unpackWithout(folder: string, packFolder: string, blob: string): void {
  const script = `mkdir away && for f in ${packFolder}/*.pack objects/??/*; do case $f in *.pack) mv $f away/;; esac; done
    rm -f ${packFolder}/*; for p in away/*.pack; do [ -e $p ] && git unpack-objects -q < $p; done
    rm -f objects/${blob.slice(0, 2)}/${blob.slice(2)}`;
  git(folder, ['-c', `alias.lose=!cd ${folder} && ${script}`, 'lose']);
}
