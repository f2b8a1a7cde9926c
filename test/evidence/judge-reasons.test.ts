import { describe, expect, test } from '@jest/globals';
import { poornessOf, withReasons } from '../../src/evidence/judge/reasons.ts';
import type { Poorness } from '../../src/evidence/judge/reasons.ts';
import { readChange } from '../../src/evidence/reading.ts';
import type { Signal } from '../../src/evidence/signal.ts';
import { findSignals } from '../../src/evidence/signals/find.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

/** Words that say what a change does are null. */
const rows: readonly (readonly [words: string, poorness: Poorness | null])[] = [
  ['When an acquirer was slow we made it slower', 'before'],
  ['It had a retry around it and a comment from 2024', 'before'],
  ['The API has been restarted every few days since November', 'before'],
  ['When the cache expired, every worker asked at the same moment', 'before'],
  ['Two customers could hold the same seat', 'before'],
  ['The retry that was in each caller is now in one place', null],
  ['Timeouts used to be set by hand; the client sets them from now on', null],
  ['This should help a lot with batch times', 'hope'],
  ['We expect fewer timeouts at the end of a month', 'hope'],
  ['A budget caps retries at a tenth of all calls', null],
  ['Nothing here makes the search faster', 'denial'],
  ["This doesn't change any timeout", 'denial'],
  ['The page of 12 lines is as fast as before', 'denial'],
  ['The page of 12 lines is twice as fast', null],
  ['Making it faster is another day’s work', 'denial'],
  ['What goes: the adapter, its retry loop and two flags', 'denial'],
  ['Its authors say this about its limits:', 'denial'],
  ['Callers no longer wait for a slow port', null],
  ['Every answer carries the allowance, so that nobody has to guess', null],
  ['Clients may now send an Idempotency-Key', null],
  ['Whoever is on call can drain the queue alone', null],
];

describe('what words are worth as a reason', () => {
  test.each(rows)('%s', (words, poorness) => {
    expect(poornessOf(words)).toBe(poorness);
  });
});

function shownSignals(body: string): readonly Signal[] {
  const reading = readChange(changeFacts({ title: 'Berths', body }));
  return withReasons(findSignals(reading, smallFramework), reading, smallFramework);
}

function quoteOf(body: string): string | undefined {
  const signals = shownSignals(body);
  return signals.find(({ rule }) => rule === 'body.waits')?.quote.text;
}

const cutOff =
  'In the harbour office, where each of the eleven ports is asked by hand in the morning and in the evening of each day, a timeout of 3 s bounds each call.';

describe('a signal of the description', () => {
  test.each([
    [
      'shows the sentence that tells what the change does',
      'A timeout was missing in the harbour office.\n\nA timeout of 3 s bounds each call now.',
      'A timeout of 3 s bounds each call now.',
    ],
    [
      'keeps its first find where that is a good reason',
      'A timeout bounds each call.\n\nOne more timeout bounds each retry.',
      'A timeout bounds each call',
    ],
    [
      'keeps a poor one where there is no better',
      'A timeout was missing in the harbour office.\n\nBerths are sorted now.',
      'A timeout was missing in the harbour office',
    ],
    ['is whole where the find was cut off', `Berths.\n\n${cutOff}\n\nThanks!`, cutOff],
  ])('%s', (_, body, quote) => {
    expect(quoteOf(body)).toBe(quote);
  });

  test('stays cut off where its sentence is too long to quote', () => {
    const body = `${cutOff.slice(0, -1)}, and ${cutOff}`;
    const quote = quoteOf(body) ?? '';
    expect(quote).toContain('a timeout of 3 s bounds each call');
    expect(body).toContain(quote);
    expect(quote.length).toBeLessThan(body.length);
  });

  test('is quoted where it stands', () => {
    const body = '<!-- why -->\n- A timeout was missing.\n- A timeout of 3 s bounds each call now.\n';
    const signals = shownSignals(body);
    const quote = signals.find(({ rule }) => rule === 'body.waits')?.quote;
    const from = quote?.place.in === 'body' ? quote.place.from : -1;
    expect(body.slice(from)).toMatch(/^A timeout of 3 s/u);
    expect(body.startsWith(quote?.text ?? '?', from)).toBe(true);
  });
});
