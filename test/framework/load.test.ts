import { describe, expect, test } from '@jest/globals';
import { compileFramework } from '../../src/framework/compile.ts';
import { PackRefused, loadPack, ruleNames, shapes } from '../../src/framework/load.ts';
import { smallPack } from '../fixtures/pack.ts';

const [delivery, care] = smallPack.areas;
const [adds] = smallPack.words;
const [drill] = smallPack.paths;
const [patience] = smallPack.unseen;

function problemsOf(input: unknown): readonly string[] {
  try {
    loadPack(input);
    return [];
  } catch (error) {
    if (error instanceof PackRefused) return error.problems;
    throw error;
  }
}

describe('a pack that someone wrote', () => {
  test('is taken as it is where nothing is wrong', () => {
    expect(loadPack(smallPack)).toEqual(smallPack);
    expect(loadPack(JSON.parse(JSON.stringify(smallPack)))).toEqual(smallPack);
  });

  test.each<[string, unknown, RegExp]>([
    ['no pack at all', null, /^the file: /u],
    ['a text', 'areas', /^the file: /u],
    ['no areas', { ...smallPack, areas: [] }, /^areas: /u],
    ['a name with a space', { ...smallPack, name: 'My pack' }, /^name: use lower-case/u],
    ['a version of three parts', { ...smallPack, version: '1.0.0' }, /^version: /u],
    [
      'an area without a question',
      { ...smallPack, areas: [delivery, { ...care, question: undefined }] },
      /^areas\.1\.question: /u,
    ],
    [
      'a key in capitals',
      { ...smallPack, words: [{ ...adds, key: 'Adds' }] },
      /^words\.0\.key: use lower-case/u,
    ],
    [
      'a pattern that does not compile',
      { ...smallPack, words: [{ ...adds, pattern: '(adds' }] },
      /^words\.0\.pattern: is not a regular expression/u,
    ],
    [
      'an unseen pattern that does not compile',
      { ...smallPack, unseen: [{ ...patience, paths: '[' }] },
      /^unseen\.0\.paths: is not a regular expression/u,
    ],
    ['a word that no pack has', { ...smallPack, colour: 'red' }, /^the file: .*colour/u],
    [
      'a weight that is a text',
      { ...smallPack, weights: { always: { care: '1' } } },
      /^weights\.always\.care: /u,
    ],
    [
      'a weight under a name that every object has',
      { ...smallPack, weights: JSON.parse('{"title.adds": {"__proto__": 1}}') as unknown },
      /^weights\.title\.adds\.__proto__: This name has a meaning/u,
    ],
    ['a confidence above one', { ...smallPack, ask: { ...smallPack.ask, care: 1.2 } }, /^ask\.care: /u],
    ['a confidence below zero', { ...smallPack, tell: { delivery: 0.5, care: -0.1 } }, /^tell\.care: /u],
    ['an area twice', { ...smallPack, areas: [delivery, care, care] }, /^areas: "care" stands there twice/u],
    [
      'a word rule twice',
      { ...smallPack, words: [...smallPack.words, adds] },
      /^words: "adds" stands there twice/u,
    ],
    ['a path rule twice', { ...smallPack, paths: [drill, drill] }, /^paths: "drill" stands there twice/u],
    [
      'an unseen kind twice',
      { ...smallPack, unseen: [patience, patience] },
      /^unseen: "patience" stands there twice/u,
    ],
    [
      'no confidence for an area',
      { ...smallPack, tell: { delivery: 0.5 } },
      /^tell: has no confidence for "care"/u,
    ],
    [
      'a confidence for no area',
      { ...smallPack, tell: { ...smallPack.tell, speed: 0.5 } },
      /^tell\.speed: no such area/u,
    ],
    [
      'a weight of no rule',
      { ...smallPack, weights: { 'title.gone': { care: 1 } } },
      /^weights\.title\.gone: no rule of this pack/u,
    ],
    [
      'a weight for no area',
      { ...smallPack, weights: { always: { speed: 1 } } },
      /^weights\.always\.speed: no such area/u,
    ],
    [
      'levels of which one is missing',
      { ...smallPack, areas: [delivery, { ...care, levels: { exceeds: 'Much.', meets: 'Enough.' } }] },
      /^areas\.1\.levels\.developing: /u,
    ],
    [
      'an area that takes in another area',
      { ...smallPack, areas: [delivery, { ...care, alsoAs: ['delivery'] }] },
      /^areas\.alsoAs: "delivery" is an area itself/u,
    ],
    [
      'a target that two areas take in',
      {
        ...smallPack,
        areas: [
          { ...delivery, alsoAs: ['speed'] },
          { ...care, alsoAs: ['speed'] },
        ],
      },
      /^areas\.alsoAs: "speed" stands there twice/u,
    ],
  ])('is refused for %s, named with its place', (_, input, problem) => {
    expect(problemsOf(input)).toEqual([expect.stringMatching(problem)]);
  });

  test('an area may not take the name of what is worth citing', () => {
    const areas = [delivery, care, { ...care, key: 'notable' }];
    const tell = { ...smallPack.tell, notable: 0.5 };
    const ask = { ...smallPack.ask, notable: 0.3 };
    expect(problemsOf({ ...smallPack, areas, tell, ask })).toEqual([
      'areas: "notable" is taken; choose another key',
    ]);
  });

  test('every fault is told at once, in the message too', () => {
    const broken = {
      ...smallPack,
      tell: { speed: 0.5 },
      weights: { gone: { care: 1 } },
      paths: [drill, drill],
    };
    const problems = problemsOf(broken);
    expect(problems).toHaveLength(5);
    expect(() => loadPack(broken)).toThrow(problems.at(-1));
    expect(problemsOf({ ...broken, name: 'A B', version: 'x' })).toHaveLength(2);
  });
});

test('weights may name what an area takes in', () => {
  const areas = [delivery, { ...care, alsoAs: ['speed'] }];
  const weights = { always: { care: -2, speed: -1 } };
  expect(problemsOf({ ...smallPack, areas, weights })).toEqual([]);
  const { targets } = compileFramework(loadPack({ ...smallPack, areas, weights }));
  expect([...targets]).toEqual([['care', ['care', 'speed']]]);
});

describe('the rules of a pack', () => {
  test('are words in two places, paths by share, and shapes', () => {
    const names = ruleNames(smallPack);
    expect(names).toEqual(expect.arrayContaining(['always', 'title.adds', 'body.adds', 'path.drill.most']));
    expect(names).toHaveLength(1 + 3 * 2 + 1 * 3 + shapes.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test('compile once, without regard to case', () => {
    const { words, unseen, pack } = compileFramework(smallPack);
    expect(words.rules[0]?.pattern.test('ADDS A BERTH')).toBe(true);
    expect(words.rules[0]?.pattern.test('ADDS A BERTH')).toBe(true);
    const [first, second] = pack.unseen.map(({ key }) => key);
    expect(unseen.words.rules.map(({ key }) => key)).toEqual([first]);
    expect(unseen.paths.rules.map(({ key }) => key)).toEqual([second]);
    expect(pack).toBe(smallPack);
  });
});
