import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { areaNamed } from '../../src/people/area-named.ts';
import { readCommands } from '../../src/people/command-reading.ts';
import { commands } from '../../src/people/commands.ts';

function understood(body: string): readonly string[] {
  return readCommands(body).map(({ name, words, problem }) => problem ?? `${name} ${words}`.trim());
}

describe('a comment', () => {
  test.each<[string, string, readonly string[]]>([
    ['a command', '/groundwork hide', ['hide']],
    ['in capitals', '/Groundwork Not-Mine', ['not-mine']],
    [
      'with words',
      '/groundwork context  We had asked support first. ',
      ['context We had asked support first.'],
    ],
    ['below other words', 'Thanks!\r\n\r\n/groundwork area reliability\r\n', ['area reliability']],
    ['two of them', '/groundwork context Pairing.\n/groundwork undo', ['context Pairing.', 'undo']],
    ['indented a little', '   /groundwork hide', ['hide']],
    ['in the middle of a line', 'You can say /groundwork hide here.', []],
    ['quoted', '> /groundwork hide', []],
    ['as code', '    /groundwork hide', []],
    ['between fences', '```\n/groundwork hide\n```\n', []],
    ['behind a fence that is closed', '```\na\n```\n/groundwork hide', ['hide']],
    ['between longer fences', '````\n```\n/groundwork hide\n````', []],
    ['of another app', '/groundworks hide', []],
    ['nothing', '', []],
  ])('%s', (_, body, expected) => {
    expect(understood(body)).toEqual(expected);
  });

  test.each([
    ['/groundwork hid', 'Did you mean `/groundwork hide`?'],
    ['/groundwork notmine', 'Did you mean `/groundwork not-mine`?'],
    ['/groundwork', 'It understands `area`'],
    ['/groundwork raise my salary', 'It understands `area`'],
    ['/groundwork context', 'wants something behind it'],
    ['/groundwork hide this please', 'stands alone on its line'],
    [`/groundwork context ${'x'.repeat(601)}`, 'at most 600 characters; these are 601'],
  ])('%s is answered', (body, expected) => {
    const [written, ...others] = readCommands(body);
    expect(written?.problem).toContain(expected);
    expect(others).toEqual([]);
  });

  test('is read for ten commands at most', () => {
    expect(readCommands('/groundwork hide\n'.repeat(50))).toHaveLength(10);
  });

  test('of whatever words is read without a fault, and only commands come out', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('\n', '/groundwork ', 'hide', 'area ', '```\n', '> ', '/groundwork not-mine\n'),
    );
    const names = new Set<string | null>([...commands.map(({ name }) => name), null]);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        for (const { name, words, problem } of readCommands(parts.join(''))) {
          expect(names.has(name)).toBe(true);
          expect((name === null) === (problem !== null)).toBe(true);
          expect(words.length).toBeLessThanOrEqual(600);
        }
      }),
    );
  });
});

describe('the table', () => {
  test.each(commands.map((command) => [command.name, command] as const))('%s is whole', (name, command) => {
    expect(command.usage.startsWith(`/groundwork ${name}`)).toBe(true);
    expect(command.usage.replace(' <id>', '') === `/groundwork ${name}`).toBe(command.takes === 'nothing');
    expect(command.does).toMatch(/^[A-Z].*\.$/u);
  });
});

describe('an area', () => {
  const areas = [
    { key: 'reliability', title: 'Performance & reliability' },
    { key: 'quality', title: 'Code quality & review culture' },
  ];

  test.each([
    ['reliability', 'reliability'],
    ['Reliability', 'reliability'],
    ['performance and reliability', null],
    ['Performance & reliability', 'reliability'],
    ['performance   reliability', 'reliability'],
    ['kindness', null],
    ['', null],
  ])('“%s” is %s', (words, expected) => {
    const named = areaNamed(words, areas);
    expect('area' in named ? named.area : null).toBe(expected);
  });

  test('that is not known is answered with those that are, and with the one that was meant', () => {
    expect(areaNamed('relaibility', areas)).toEqual({
      problem: 'There is no such area. Did you mean `reliability`? The areas are `reliability`, `quality`.',
    });
    expect(areaNamed('kindness', areas)).toEqual({
      problem: 'There is no such area. The areas are `reliability`, `quality`.',
    });
  });
});
