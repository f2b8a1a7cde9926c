import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { quieten } from '../../src/queue/quiet.ts';

function listen(lines: number, period: number) {
  const heard: string[] = [];
  let time = 0;
  const say = quieten((line) => void heard.push(line), { lines, period, now: () => time });
  return { heard, say, pass: (milliseconds: number) => void (time += milliseconds) };
}

describe('a quiet voice', () => {
  it('says the first lines of a period, and tells with the next one how many it left out', () => {
    const { heard, say, pass } = listen(2, 1_000);
    for (const line of ['one', 'two', 'three', 'four']) say(line);
    pass(999);
    say('five');
    pass(1);
    say('six');
    say('seven');
    expect(heard).toEqual(['one', 'two', 'six (3 more lines were left out before this one.)', 'seven']);
  });

  it('leaves nothing out when little is said', () => {
    const { heard, say, pass } = listen(1, 1_000);
    for (const line of ['one', 'two', 'three']) {
      say(line);
      pass(1_000);
    }
    expect(heard).toEqual(['one', 'two', 'three']);
  });

  it('never says more than its share, and every line is said or counted', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 5 }), (waits, share) => {
        const { heard, say, pass } = listen(share, 1_000);
        for (const wait of waits) {
          pass(wait);
          say('line');
        }
        pass(1_000);
        say('line');
        const time = waits.reduce((sum, wait) => sum + wait, 1_000);
        expect(heard.length).toBeLessThanOrEqual(share * (Math.floor(time / 1_000) + 1));
        const counted = heard.map((line) => Number(/\((\d+) more/.exec(line)?.[1] ?? 0));
        expect(heard.length + counted.reduce((sum, count) => sum + count, 0)).toBe(waits.length + 1);
      }),
    );
  });
});
