import { rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inventedHistory } from '../../demo/invented/build.ts';
import { filesOf } from '../../demo/invented/change.ts';
import type { Change, FileEdit } from '../../demo/invented/change.ts';
import { inventedChanges } from '../../demo/invented/history.ts';
import { countedFiles, git, importedFrom } from './invented-clone.ts';
import type { CountedFile } from './invented-clone.ts';

const letterOf = { added: 'A', changed: 'M', moved: 'R', removed: 'D', binary: 'A' } as const;

function asGitSaysIt(edit: FileEdit): CountedFile {
  const isPicture = edit.kind === 'binary';
  return {
    letter: letterOf[edit.kind],
    path: edit.path,
    from: edit.from,
    additions: isPicture ? '-' : String(edit.additions),
    deletions: isPicture ? '-' : String(edit.deletions),
  };
}

function byPath(files: readonly CountedFile[]): readonly CountedFile[] {
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function inStyle(style: Change['style']): readonly Change[] {
  return inventedChanges.filter((change) => change.style === style);
}

let clone = '';

beforeAll(() => {
  clone = importedFrom(inventedHistory());
});

afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

function lines(...args: readonly string[]): readonly string[] {
  return git(clone, args).split('\n').slice(0, -1);
}

/** Commits that reached main, oldest first, without the one that stands before the half year. */
function landed(format: string): readonly string[] {
  return lines('log', '--first-parent', '--reverse', `--format=${format}`, 'main').slice(1);
}

describe('the stream in real git', () => {
  test('leaves a sound repository with main as its only branch', () => {
    expect(git(clone, ['fsck', '--strict', '--full'])).toBe('');
    expect(lines('for-each-ref', '--format=%(refname)')).toEqual(['refs/heads/main']);
    expect(lines('symbolic-ref', 'HEAD')).toEqual(['refs/heads/main']);
  });

  test('gives the same commit ids again, in another process with another clock and language', () => {
    const build = new URL('../../demo/invented/build.ts', import.meta.url).href;
    const code = `import { inventedHistory } from '${build}'; process.stdout.write(inventedHistory());`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const again = importedFrom(ended.stdout);
    const ids = git(again, ['rev-list', '--all']);
    rmSync(again, { recursive: true, force: true });
    expect(ids).toBe(git(clone, ['rev-list', '--all']));
  });

  test('tells each change once, in order, with its title as the style of merge writes it', () => {
    const subjects = inventedChanges.map((change) => {
      if (change.style === 'merge')
        return `Merge pull request #${change.number} from harbour/${change.branch.name}`;
      return change.style === 'squash' ? `${change.title} (#${change.number})` : change.title;
    });
    expect(landed('%s')).toEqual(subjects);
  });

  test('has merges with their branches, squashes and plain commits', () => {
    const parents = landed('%P').map((ids) => ids.split(' ').length);
    expect(parents.filter((count) => count === 2)).toHaveLength(inStyle('merge').length);
    expect(inStyle('merge').length).toBeGreaterThanOrEqual(6);
    expect(inStyle('squash').length).toBeGreaterThanOrEqual(70);
    expect(inStyle('plain').length).toBeGreaterThanOrEqual(4);
  });

  test('merges main into a branch only where the story says so', () => {
    const branches = inventedChanges.flatMap((change) =>
      change.style === 'merge' ? change.branch.commits : [],
    );
    const told = branches.filter((commit) => commit.mergesMain === true).map((commit) => commit.title);
    const inside = lines('log', '--merges', '--reverse', '--format=%s', 'main').filter((subject) =>
      subject.startsWith('Merge branch'),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(inside).toEqual(told);
  });

  test('counts every file as stated, and knows added, changed, moved and removed', () => {
    const ids = landed('%H');
    const counted = ids.map((id) => byPath(countedFiles(clone, id)));
    const stated = inventedChanges.map((change) => byPath(filesOf(change).map(asGitSaysIt)));
    expect(counted).toEqual(stated);
  });

  test('counts every commit of a branch as stated', () => {
    const branches = inventedChanges.flatMap((change) => (change.style === 'merge' ? [change.branch] : []));
    const told = branches.flatMap((branch) => branch.commits.filter((commit) => commit.mergesMain !== true));
    const ids = new Map(
      lines('log', '--no-merges', '--format=%aI %s%x09%H', 'main').map((line) => {
        const [subject = '', id = ''] = line.split('\t');
        return [subject.slice(subject.indexOf(' ') + 1), id] as const;
      }),
    );
    for (const commit of told) {
      const id = ids.get(commit.title);
      expect(id).toBeDefined();
      expect(byPath(countedFiles(clone, id ?? ''))).toEqual(byPath(commit.files.map(asGitSaysIt)));
    }
  });

  test('keeps every description word for word', () => {
    const messages = git(clone, ['log', '--first-parent', '--reverse', '--format=%B%x00', 'main'])
      .split('\0')
      .slice(1, -1);
    expect(messages).toHaveLength(inventedChanges.length);
    for (const [index, change] of inventedChanges.entries()) expect(messages[index]).toContain(change.body);
  });
});

describe('people in real git', () => {
  test('reads the co-authors as trailers', () => {
    const squashed = inventedChanges.filter((change) => change.style !== 'merge');
    const told = squashed
      .flatMap((change) => change.with ?? [])
      .map((person) => `${person.name} <${person.mail}>`);
    const trailers = '%(trailers:key=Co-authored-by,valueonly,only)';
    const read = landed(trailers).filter((line) => line !== '');
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(read).toEqual(told);
  });

  test('joins one pair of addresses by .mailmap and leaves the other to whoever reads the names', () => {
    const mailmap = git(clone, ['show', 'main:.mailmap']);
    expect(mailmap).toContain('ada.okafor@post.example');
    const authors = new Set(lines('log', '--use-mailmap', '--format=%aN <%aE>', 'main'));
    expect(authors).toContain('Adaeze Okafor <adaeze@harbour.example>');
    expect(authors).not.toContain('adaeze <ada.okafor@post.example>');
    expect(authors).toContain('Tomás Ferreira <tomas@harbour.example>');
    expect(authors).toContain('Tomás Ferreira <tomas@new-laptop.local>');
  });

  test('says by .gitattributes what is generated, vendored and documentation', () => {
    git(clone, ['read-tree', 'main']);
    const asked = ['gen/openapi/server.gen.go', 'third_party/sealbox/box.go', 'docs/errors.md', 'go.mod'];
    const kinds = ['linguist-generated', 'linguist-vendored', 'linguist-documentation'];
    const set = lines('check-attr', '--cached', ...kinds, '--', ...asked).filter((line) =>
      line.endsWith(': set'),
    );
    expect(set).toEqual([
      'gen/openapi/server.gen.go: linguist-generated: set',
      'third_party/sealbox/box.go: linguist-vendored: set',
      'docs/errors.md: linguist-documentation: set',
    ]);
  });
});
