import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { creditChange } from '../../src/evidence/evidence.ts';
import { createFrameworks } from '../../src/framework/frameworks.ts';
import { packs } from '../../src/framework/packs.ts';
import { readFile } from '../../src/people/rules-file.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { ada, changeFacts, file } from '../fixtures/facts.ts';

/** The ladder that `docs/frameworks.md` shows. */
const text = readFileSync(new URL('../../docs/frameworks.md', import.meta.url), 'utf8');
const ladder = [...text.matchAll(/^```yaml\n(.*?)^```$/gmsu)]
  .map(([, block = '']) => block)
  .find((block) => block.startsWith('name: harbour'));
const frameworks = createFrameworks(packs);
const { data, problems } = readFile(ladder ?? '', frameworks.file);
const { framework } = frameworks.of({ named: 'ladder.yml', own: data });

const cycle = { from: '2026-01-01', to: '2026-07-01', timeZone: 'UTC' };
const origin = {
  kind: 'clone' as const,
  repository: 'harbour/prices',
  url: null,
  branch: 'main',
  gaps: [],
  framework: 'harbour 2.0',
};

describe('the ladder of the documentation', () => {
  test('can be used as it stands there', () => {
    expect(ladder).toContain('labels:');
    expect(ladder).toContain('unseen:');
    expect(problems).toEqual([]);
    expect(framework.pack.name).toBe('harbour');
  });

  test('its labels, words and kinds are told in a report, in its own words', () => {
    const labelled = changeFacts({
      key: 'github:9#7',
      title: 'Round at the third place',
      labels: ['area/prices'],
      mergedAt: '2026-03-07T10:00:00Z',
    });
    const switches = [1, 2, 3, 4, 5, 6].map((number) =>
      changeFacts({
        key: `github:9#${number}`,
        number,
        title: `Tariff switch ${number}`,
        mergedAt: `2026-03-0${number}T10:00:00Z`,
        files: [file(`tariffs/switches/${number}.yml`, 40, 0)],
      }),
    );
    const evidence = [labelled, ...switches].flatMap((change) => creditChange(change, framework).evidence);
    const report = compose(
      { engineer: ada.label, cycle, origin, evidence: evidenceOfOne(evidence), leftOut: [] },
      framework,
    );
    const markdown = reportMarkdown(report, framework);
    expect(markdown).toContain('Tariffs &amp; pricing');
    expect(markdown).toContain('is labelled as a matter of prices (label `area/prices`)');
    expect(markdown).toContain('- **Prices changed over night and no customer had to call.**');
  });
});
