import { describe, expect, test } from '@jest/globals';
import { openingsOf } from '../../src/framework/openings.ts';

describe('what the first word of every match begins with', () => {
  test.each([
    [String.raw`\b(retr(y|ies)|time ?outs?|back ?off)\b`, ['retr', 'time', 'back']],
    [String.raw`^Feat(ure)?\b`, ['feat']],
    [String.raw`^\W*(bug ?)?fix(es)?\b`, ['bug', 'fix']],
    [String.raw`\b(?:(?:slow|late) quer(y|ies)|index)`, ['slow', 'late', 'index']],
    [String.raw`\btypos?\b|\bspelling\b`, ['typo', 'spelling']],
    [String.raw`\b(?!no )alerts?\b`, ['alert']],
    [String.raw`\b(a\)b|tide[)|]s|canary)`, ['a', 'tide', 'canary']],
    [String.raw`\b(the )?culprit`, ['the', 'culprit']],
    [String.raw`\b(the causes?|in ?to|so (that|far)|no \w+)`, ['the cause', 'in', 'so', 'no']],
    [String.raw`\b\d ?\/ ?\d`, ['0']],
    [String.raw`(?<!\w)(?:tariff\w{0,30}|tide)(?!\w)`, ['tariff', 'tide']],
  ])('is known of %s', (pattern, openings) => {
    expect(openingsOf(pattern, 'word')).toEqual(openings);
  });

  test.each([
    ['latency'],
    [String.raw`\b(a|)b`],
    [String.raw`\b(a)??b`],
    [String.raw`\b(a)?\W?b`],
    [String.raw`\b[ab]c`],
    [String.raw`\bx{0,2}y`],
    [String.raw`\bs?low`],
    [String.raw`\b(orders?){0,3}`],
    [String.raw`\b([)|]s|canary)`],
    [String.raw`\b\d{1,3} ?ms`],
    [String.raw`\btypo|spelling`],
    [String.raw`\b(?<name>typo)`],
    [String.raw`(?<=^|\W)--flag`],
  ])('is not known of %s', (pattern) => {
    expect(openingsOf(pattern, 'word')).toBeNull();
  });
});

describe('what every match holds', () => {
  test.each([
    [String.raw`(^|\/)(docs?|website)\/|\.(md|rst)$`, ['doc', 'website', 'md', 'rst']],
    [String.raw`cach(e|es|ing)[^/]*(\/|\.[a-z]+$)`, ['cach']],
    [String.raw`((?<![bc])lock|mutex)[^/]*\.[a-z]+$`, ['lock', 'mutex']],
    [String.raw`(^|\/)([\w-]*[-_])?rules?[^/]*$`, ['rule']],
    [String.raw`(?:^|\/)[^/]*(?:run-?book|post-?mortem)`, ['run', 'post']],
    [String.raw`(^|\/)\d{6,}[-_][^/]+\.(sql|rb)$`, ['sql', 'rb']],
    [String.raw`(?<!work)bench(mark)?s?`, ['bench']],
  ])('is known of %s', (pattern, openings) => {
    expect(openingsOf(pattern, 'anywhere')).toEqual(openings);
  });

  test.each([[String.raw`(^|\/)\.[^/]+$`], [String.raw`(docs|[^/]+)\/`], [String.raw`(docs)?\/`]])(
    'is not known of %s',
    (pattern) => {
      expect(openingsOf(pattern, 'anywhere')).toBeNull();
    },
  );
});
