import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { GiveUp, RetryLater } from '../../src/errors.ts';
import { messageOf, outcomeOf } from '../../src/queue/outcome.ts';

const earliest = new Date('2026-03-02T09:00:00Z');
const first = { number: 1, of: 3 };
const last = { number: 3, of: 3 };

describe('what becomes of a job that threw', () => {
  it.each([
    ['later, at the time named', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'],
    ['no sooner than allowed', '2026-03-02T08:59:59Z', '2026-03-02T09:00:00Z'],
  ])('%s', (_name, wanted, at) => {
    const error = new RetryLater(new Date(wanted), 'the limit is reached');
    expect(outcomeOf(error, last, earliest)).toEqual({ kind: 'later', at: new Date(at) });
  });

  it('is tried again while attempts are left', () => {
    expect(outcomeOf(new Error('broken'), first, earliest)).toEqual({ kind: 'again' });
    expect(outcomeOf(new Error('broken'), { number: 2, of: 3 }, earliest)).toEqual({ kind: 'again' });
  });

  it('is given up at once when the handler says so, with its reason and no other words', () => {
    const outcome = outcomeOf(new GiveUp('The app was removed from this organisation.'), first, earliest);
    expect(outcome).toEqual({ kind: 'given up', reason: 'The app was removed from this organisation.' });
  });

  it('is given up after the last attempt, with what to do and the last error', () => {
    expect(outcomeOf(new Error('no space left'), last, earliest)).toEqual({
      kind: 'given up',
      reason:
        'Tried 3 times without success; add it again when the cause is mended. The last error: no space left',
    });
    expect(outcomeOf(new Error('x'), { number: 1, of: 1 }, earliest)).toMatchObject({
      reason: expect.stringMatching(/^Tried once without success/),
    });
  });

  it('counts more attempts than allowed as the last one', () => {
    expect(outcomeOf(new Error('x'), { number: 9, of: 3 }, earliest).kind).toBe('given up');
  });
});

describe('the message of anything thrown', () => {
  it.each([
    ['an error', new Error('timeout'), 'timeout'],
    ['an error without words', new Error(''), 'an error without a message'],
    ['a string', 'plain', 'plain'],
    ['undefined', undefined, 'undefined'],
    ['an object without a prototype', Object.create(null), 'an error without a message'],
    ['a hidden direction mark', new Error('abc\u202Edef'), 'abc def'],
    ['an escape sequence', new Error('\u001b[31mred'), '[31mred'],
  ])('%s', (_name, thrown, message) => {
    expect(messageOf(thrown)).toBe(message);
  });

  it('survives an error whose message cannot be read', () => {
    const error = new Error('x');
    Object.defineProperty(error, 'message', {
      get() {
        throw new Error('no message for you');
      },
    });
    expect(messageOf(error)).toBe('an error without a message');
  });

  it('is always one short line that every database takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.boolean(), (text, half) => {
        const message = messageOf(new Error(half ? `${text}\ud83d` : text));
        expect(message.length).toBeLessThanOrEqual(500);
        expect(message.isWellFormed()).toBe(true);
        expect(message).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});
