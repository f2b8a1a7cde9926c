import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heardEvents } from '../../src/app.ts';
import { recognize } from '../../src/intake/recognize.ts';
import type { Recognized } from '../../src/intake/recognize.ts';
import { asMerged, asSpoken, exampleOf, isHeard, officialExamples } from './webhooks.ts';

const receivedAt = '2026-03-03T10:00:05.000Z';
const id = '0b989ba4-242f-11e5-81e1-c7b6966d2516';

function hear(event: string, payload: unknown): Recognized {
  return recognize({ event, id, payload, receivedAt }, 'groundwork');
}

describe('the official examples', () => {
  test('there are as many as there were', () => {
    expect(officialExamples.length).toBeGreaterThanOrEqual(329);
  });

  test('each one we hear is understood, once its pull request is merged and its new issue speaks to the app', () => {
    const heard = officialExamples
      .filter((example) => isHeard(heardEvents, example))
      .map(asMerged)
      .map(asSpoken);
    expect(heard.length).toBeGreaterThan(60);
    const kinds = heard.map(({ event, payload }) => `${event} ${hear(event, payload).kind}`);
    expect(kinds.filter((kind) => !kind.endsWith(' delivery'))).toEqual([]);
  });

  test('none of the events that we do not hear is recorded', () => {
    const events = new Set(heardEvents.map((name) => name.split('.')[0]));
    const others = officialExamples.filter(({ event }) => !events.has(event));
    const reasons = new Set(others.map(({ event, payload }) => JSON.stringify(hear(event, payload))));
    expect([...reasons]).toEqual([JSON.stringify({ kind: 'ignored', reason: 'not an event we hear' })]);
  });

  test('every event of the list is one that can be read', () => {
    const unread = heardEvents.filter((name) => {
      const recognized = hear(name.split('.')[0] ?? '', {});
      return recognized.kind === 'ignored' && recognized.reason === 'not an event we hear';
    });
    expect(unread).toEqual([]);
  });

  test('nothing anybody wrote is kept: only ids, fixed words and times', () => {
    const words = { ...exampleOf('issue_comment', 'created'), action: 'created' };
    const recognized = hear('issue_comment', words);
    expect(recognized.kind).toBe('delivery');
    const texts = Object.values(recognized.kind === 'delivery' ? recognized.delivery : {}).filter(
      (value) => typeof value === 'string',
    );
    expect(texts).toEqual([id, 'issue_comment', 'created', expect.stringMatching(/Z$/), receivedAt]);
  });

  test('bent in any way they never make it throw, and what is recorded has exact ids', () => {
    const strange = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        undefined,
        '',
        '\u0000',
        '\ud800',
        -1,
        0,
        1.5,
        2 ** 60,
        Number.NaN,
        [],
        {},
        true,
      ),
      fc.string(),
      fc.object({ maxDepth: 2 }),
    );
    const bent = fc
      .record({
        example: fc.constantFrom(...officialExamples),
        at: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        strange,
      })
      .map(({ example, at, strange: value }) => ({ ...example, payload: bend(example.payload, at, value) }));
    fc.assert(
      fc.property(bent, fc.constantFrom(null, 'groundwork'), ({ event, payload }, slug) => {
        const recognized = recognize({ event, id, payload, receivedAt }, slug);
        if (recognized.kind === 'ignored') return;
        const { account, repository: where, actor, comment: about, subject } = recognized.delivery;
        const ids = [account, where, actor, about, subject?.number].filter(
          (value) => value !== null && value !== undefined,
        );
        for (const one of ids) expect(Number.isSafeInteger(one) && one > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** Puts something strange in one place of a payload, found by counting through its keys. */
function bend(payload: unknown, at: readonly number[], strange: unknown): unknown {
  const [first, ...more] = at;
  if (first === undefined || typeof payload !== 'object' || payload === null) return strange;
  const keys = Object.keys(payload);
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return strange;
  return { ...payload, [key]: bend(Reflect.get(payload, key), more, strange) };
}
