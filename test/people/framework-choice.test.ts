import { describe, expect, test } from '@jest/globals';
import { chooseFramework, namesFile } from '../../src/people/framework-choice.ts';
import { readRules } from '../../src/people/rules-file.ts';
import { smallFrameworks } from '../fixtures/frameworks.ts';

function namedBy(text: string): string | null | undefined {
  return readRules(text).rules?.framework;
}

describe('what rules name as their framework', () => {
  test.each<[string, string | null]>([
    ['', null],
    ['framework:', null],
    ['framework: platform', 'platform'],
    ['framework: groundwork-framework.yml', 'groundwork-framework.yml'],
    ['framework: ladder.yaml', 'ladder.yaml'],
  ])('%s', (text, named) => {
    expect(namedBy(text)).toBe(named);
  });

  test.each([
    'framework: ../ladder.yml',
    'framework: ladders/ladder.yml',
    'framework: .yml',
    'framework: Platform',
    'framework: ladder.json',
    'framework: "HEAD:x.yml"',
    'framework: [platform]',
    'framework: { extends: backend }',
  ])('cannot be: %s', (text) => {
    const { rules, problems } = readRules(text);
    expect(rules).toBeNull();
    expect(problems.map(({ path }) => path)).toEqual(['framework']);
  });

  test('a file is named by its ending', () => {
    expect([null, 'platform', 'yml', 'a.yml', 'a.yaml'].map(namesFile)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('what is chosen', () => {
  test('nothing named is the usual one', () => {
    expect(chooseFramework(null, null, smallFrameworks).choice).toEqual({ named: 'small', own: null });
  });

  test('a pack by its name, which needs no file', () => {
    expect(chooseFramework('platform', null, smallFrameworks).choice).toEqual({
      named: 'platform',
      own: null,
    });
  });

  test('a file with what it says', () => {
    const { choice, problems } = chooseFramework('a.yml', 'extends: platform', smallFrameworks);
    expect(problems).toEqual([]);
    expect(choice).toMatchObject({ named: 'a.yml', own: { extends: 'platform', areas: {} } });
  });

  test('a fault leaves no choice, and is told with its line', () => {
    const { choice, sentence, problems } = chooseFramework(
      'a.yml',
      'extends: small\nask: 1',
      smallFrameworks,
    );
    expect([choice, sentence]).toEqual([null, null]);
    expect(problems).toMatchObject([{ line: 2, column: 1, path: 'ask', kind: 'wrong' }]);
  });

  test('a file that is not there is told of the rules', () => {
    expect(chooseFramework('a.yml', null, smallFrameworks)).toMatchObject({
      choice: null,
      sentence: 'There is no file `a.yml` beside this one. Add it, or name a framework.',
      problems: [],
    });
  });
});
