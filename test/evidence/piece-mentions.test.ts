import { describe, expect, test } from '@jest/globals';
import { belongingOf } from '../../src/evidence/piece/mentions.ts';
import { changeFacts } from '../fixtures/facts.ts';

function numbersIn(body: string, title = 'Search orders by customer'): readonly number[] {
  return belongingOf(changeFacts({ title, body })).mentions;
}

function ticketsIn(body: string, title = 'Search orders by customer'): readonly string[] {
  return belongingOf(changeFacts({ title, body })).tickets;
}

describe('numbers that a change belongs with', () => {
  test.each<readonly [body: string, numbers: readonly number[]]>([
    ['Closes #90.', [90]],
    ['Part of #90', [90]],
    ['Builds on #364 and #365.', [364, 365]],
    ['Follow-up to #364: the same for refunds.', [364]],
    ['Stack:\n- #364\n- #365 <- this one comes after\n- #366', [364, 365, 366]],
    ['Stacked on #364', [364]],
    ['Brings back #364, which #366 took back.', [364, 366]],
    ['See https://github.com/harbour/orders/pull/364 for the first half.', [364]],
    ['After harbour/orders#364.', [364]],
    ['Tracking issue: #90', [90]],
  ])('%s', (body, numbers) => {
    expect(numbersIn(body)).toEqual(numbers);
  });

  test.each([
    'Unlike #364 this keeps the order.',
    'Similar to #364.',
    'A regression from #364.',
    'The bug was introduced in #364.',
    'Caused by #364, as it turned out.',
    'See also #364.',
    'Related: #364',
    'As discussed in #364.',
    'This conflicts with #364.',
    'Found while reading #364.',
    '> Closes #364',
    '```\nCloses #364\n```',
    'The log says `order #364`.',
    '<!-- Closes #364 -->',
    'See step #2 of the plan.',
    'Option #1 was slower.',
    'The colour is #364364364.',
    'In https://example.org/a&#364;',
    'A ticket of its own: #412.',
  ])('none: %s', (body) => {
    expect(numbersIn(body)).toEqual([]);
  });

  test('what stands in passing in one sentence may be meant in the next', () => {
    expect(numbersIn('Unlike #364 this keeps the order. Closes #90.')).toEqual([90]);
  });

  test('what GitHub says it closes belongs to it, whatever its words', () => {
    const closes = [{ key: 'github:7#90', number: 90, title: 'Slow', labels: [], author: null, url: null }];
    expect(belongingOf(changeFacts({ closes })).mentions).toEqual([90]);
  });
});

describe('tickets', () => {
  test.each<readonly [body: string, tickets: readonly string[]]>([
    ['Fixes PAY-212.', ['PAY-212']],
    ['Jira: PAY-212', ['PAY-212']],
    ['https://harbour.example/browse/PAY-212', ['PAY-212']],
    ['Linear: [PAY-212](https://harbour.example/harbour/issue/PAY-212/slow)', ['PAY-212']],
    ['Part of harbour/tides#12', ['harbour/tides#12']],
    ['After https://github.com/harbour/tides/pull/12', ['harbour/tides#12']],
    ['Written as for UTF-8.', []],
    ['Names such as PAY-212 are read now.', []],
    ['Similar to harbour/tides#12', []],
    ['Reads src/tides.go#12', []],
  ])('%s', (body, tickets) => {
    expect(ticketsIn(body)).toEqual(tickets);
  });

  test('of the title and of the description, each once', () => {
    expect(ticketsIn('Fixes PAY-212 and closes PAY-213', 'PAY-212: Search')).toEqual(['PAY-212', 'PAY-213']);
  });
});

test('a long hostile description is read in one go', () => {
  const hostile = `${'#'.repeat(50_000)}${'since '.repeat(9000)}${'a/'.repeat(20_000)}`;
  expect(numbersIn(hostile)).toEqual([]);
});
