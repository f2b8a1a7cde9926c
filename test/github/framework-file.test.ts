import { describe, expect, test } from '@jest/globals';
import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { frameworkFileQuery, readFrameworkFile } from '../../src/github/framework-file.ts';
import { githubSchema, NotFound, stubGitHub } from './reading/stub.ts';

type Files = Readonly<Record<string, string | null>>;

/** A home repository with these files; null where a file is no text to GitHub. */
function home(files: Files | null) {
  const object = ({ expression }: { expression: string }) => {
    const path = expression.replace('HEAD:', '');
    return files !== null && path in files ? { __typename: 'Blob', text: files[path] } : null;
  };
  const repository = ({ owner, name }: { owner: string; name: string }) => {
    if (files === null) throw new NotFound('Could not resolve to a Repository');
    return { url: `https://github.example/${owner}/${name}`, defaultBranchRef: { name: 'trunk' }, object };
  };
  return stubGitHub({ root: { repository } });
}

function read(files: Files | null) {
  return readFrameworkFile(home(files).clients, 55, 'harbour', 'ladder.yml');
}

describe('the framework of an organisation', () => {
  test('is asked for as GitHub’s schema has it', () => {
    const rules = [...specifiedRules, NoDeprecatedCustomRule];
    expect(validate(githubSchema, parse(frameworkFileQuery.text), rules)).toEqual([]);
  });

  const url = 'https://github.example/harbour/.github/blob/trunk';

  test.each<[string, Files | null, unknown]>([
    ['beside the rules', { '.github/ladder.yml': 'a' }, { text: 'a', url: `${url}/.github/ladder.yml` }],
    ['at the root', { 'ladder.yml': 'b' }, { text: 'b', url: `${url}/ladder.yml` }],
    [
      'in both places: the first',
      { '.github/ladder.yml': 'a', 'ladder.yml': 'b' },
      { text: 'a', url: `${url}/.github/ladder.yml` },
    ],
    ['that is no text', { '.github/ladder.yml': null }, { text: '\uFFFD', url: `${url}/.github/ladder.yml` }],
    ['that is not there', { '.github/other.yml': 'a' }, null],
    ['of whoever has no home repository', null, null],
  ])('%s', async (_, files, expected) => {
    expect(await read(files)).toEqual(expected);
  });
});
