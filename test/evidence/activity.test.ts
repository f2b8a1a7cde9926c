import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { activitiesOf } from '../../src/evidence/activity.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { isBot } from '../../src/evidence/noise.ts';
import { ada, bertil, changeFacts, copilot, dependabot, fromMail } from '../fixtures/facts.ts';

const cecilie = fromMail('Cecilie Dahl', 'cecilie@harbour.example');
const claude = fromMail('Claude', 'noreply@anthropic.com');

describe('who is credited', () => {
  test.each<[string, Partial<ChangeFacts>, readonly (readonly [string, string])[]]>([
    ['its author', {}, [['author', ada.key]]],
    ['nobody before it is merged', { mergedAt: null }, []],
    [
      'co-authors too',
      { coAuthors: [bertil, cecilie] },
      [
        ['author', ada.key],
        ['co-author', bertil.key],
        ['co-author', cecilie.key],
      ],
    ],
    [
      'an author once who is named again',
      { coAuthors: [ada, bertil, bertil] },
      [
        ['author', ada.key],
        ['co-author', bertil.key],
      ],
    ],
    ['no bot as co-author', { coAuthors: [dependabot, claude] }, [['author', ada.key]]],
    ['nobody for a bot', { author: dependabot }, []],
    [
      'the person who wrote with a bot',
      { author: dependabot, coAuthors: [bertil] },
      [['co-author', bertil.key]],
    ],
    ['who asked an agent', { author: copilot, assignees: [copilot, ada] }, [['asked an agent', ada.key]]],
    [
      'who asked an agent, once',
      { author: copilot, assignees: [ada], coAuthors: [ada] },
      [['asked an agent', ada.key]],
    ],
    ['nobody where nobody is shown to have asked', { author: copilot }, []],
    ['nobody for merging alone', { author: dependabot, mergedBy: ada }, []],
  ])('%s', (_, overrides, expected) => {
    const found = activitiesOf(changeFacts(overrides));
    expect(found.map(({ part, person }) => [part, person.key])).toEqual(expected);
  });

  test('each learns with whom the credit is shared, and which agents took part', () => {
    const found = activitiesOf(changeFacts({ coAuthors: [bertil, claude] }));
    expect(found.map(({ shared }) => shared)).toEqual([['bertil'], ['ada-lindqvist']]);
    expect(found.map(({ agents }) => agents)).toEqual([['Claude'], ['Claude']]);
  });

  test('the key tells subject, part and person, and outlives a new login', () => {
    const renamed = { ...ada, label: 'ada-holm' };
    const [before] = activitiesOf(changeFacts({ author: copilot, assignees: [ada] }));
    const [after] = activitiesOf(changeFacts({ author: copilot, assignees: [renamed] }));
    expect(before?.key).toBe('github:7#412/asked-an-agent/github:101');
    expect(after?.key).toBe(before?.key);
  });

  const actor = fc.oneof(
    fc.constantFrom(ada, bertil, cecilie, copilot, dependabot, claude),
    fc.string({ unit: 'binary' }).map((label) => fromMail(label, `${label}@harbour.example`)),
  );

  test('is always a person, each once, whoever took part', () => {
    fc.assert(
      fc.property(actor, fc.array(actor), fc.array(actor), (author, coAuthors, assignees) => {
        const people = activitiesOf(changeFacts({ author, coAuthors, assignees })).map(
          ({ person }) => person,
        );
        expect(people.some(isBot)).toBe(false);
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
      }),
    );
  });
});
