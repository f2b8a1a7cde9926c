import { describe, expect, test } from '@jest/globals';
import { creditIncident } from '../../src/evidence/incident.ts';
import { creditChange } from '../../src/evidence/evidence.ts';
import { judge } from '../../src/evidence/judge.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { createFrameworks } from '../../src/framework/frameworks.ts';
import { loadPack } from '../../src/framework/load.ts';
import { packs } from '../../src/framework/packs.ts';
import { platform } from '../../src/framework/platform/pack.ts';
import { commentMarkdown } from '../../src/report/comment-markdown.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { compose } from '../../src/report/compose.ts';
import { prepMarkdown } from '../../src/report/prep-markdown.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { incidentFacts } from '../fixtures/conversations.ts';
import { ada } from '../fixtures/facts.ts';
import { halfYear } from './platform-work.ts';

const frameworks = createFrameworks(packs);
const { framework } = frameworks.of({ named: 'platform', own: null });
const evidence = halfYear.flatMap(({ change }) => creditChange(change, framework).evidence);
const cycle = { from: '2026-01-01', to: '2026-07-01', timeZone: 'UTC' };
const origin = {
  kind: 'clone' as const,
  repository: 'harbour/platform',
  url: null,
  branch: 'main',
  gaps: [],
  framework: 'platform 0.1',
};
const report = compose(
  { engineer: ada.label, cycle, origin, evidence: evidenceOfOne(evidence), leftOut: [] },
  framework,
);

describe('the packs that come with the app', () => {
  test.each(packs.map((pack) => [pack.name, pack] as const))('%s has no fault', (_, pack) => {
    expect(loadPack(pack)).toBeTruthy();
  });

  test.each(
    packs.flatMap(({ name, areas }) => areas.map((area) => [`${name}: ${area.title}`, area] as const)),
  )('%s says in a sentence each what work of every level looks like', (_, { levels }) => {
    const texts = Object.values(levels ?? {});
    expect(texts).toHaveLength(3);
    expect(new Set(texts).size).toBe(3);
    // One sentence each, about work: nobody is addressed or described.
    for (const text of texts) expect(text).toMatch(/^[A-Z][^.?!]{30,160}\.$/u);
    expect(texts.join(' ')).not.toMatch(
      /\b(?:you|your|he|she|his|her|engineers?|person|rat(?:ed|ing)|score)\b/iu,
    );
  });
});

describe('the weights of platform', () => {
  test.each(platform.paths.map(({ key }) => key))(
    'where more of the files match %s, no less is said',
    (rule) => {
      for (const { key: area } of platform.areas) {
        const [some, most, all] = ['some', 'most', 'all'].map(
          (share) => platform.weights[`path.${rule}.${share}`]?.[area] ?? 0,
        );
        expect([area, some, most, all]).toEqual([
          area,
          ...[some ?? 0, most ?? 0, all ?? 0].toSorted((one, other) => one - other),
        ]);
      }
    },
  );
});

describe('platform work', () => {
  test.each(halfYear.map(({ change, area }) => [change.title, change, area] as const))(
    '%s',
    (_, change, area) => {
      const told = judge(change, framework).areas.filter(({ stands }) => stands === 'told');
      expect(told[0]?.area ?? null).toBe(area);
    },
  );

  test('an incident is credited where the pack says', () => {
    const credited = creditIncident(incidentFacts(), framework, { incidentLabels: ['incident'] });
    expect([...new Set(credited.map(({ area }) => area))]).toEqual(['incidents']);
  });
});

describe('nothing is hard-wired: with platform nothing speaks of the areas of backend', () => {
  const own = new Set(platform.areas.flatMap(({ key, title }) => [key, title]));
  const foreign = backend.areas
    .flatMap(({ key, title, means, question }) => [`\`${key}\``, title, title.toLowerCase(), means, question])
    .filter((words) => !own.has(words));
  const texts = {
    report: reportMarkdown(report, framework),
    prep: prepMarkdown(report, framework),
    comments: evidence.map((one) => commentMarkdown([one], framework)).join('\n'),
    evidence: JSON.stringify(evidence.map(({ area, key }) => [area, key])),
  };

  test.each(Object.entries(texts))('%s', (_, text) => {
    for (const words of foreign) {
      expect(text).not.toContain(words);
      expect(text).not.toContain(words.replaceAll('&', '&amp;'));
    }
  });

  test('and what they say instead is the words of platform', () => {
    for (const { title } of platform.areas) expect(texts.report).toContain(title.replaceAll('&', '&amp;'));
    expect(texts.report).toContain('platform 0.1');
    expect(texts.comments).toContain('service reliability');
    expect(evidence.every(({ area }) => platform.areas.some(({ key }) => key === area))).toBe(true);
  });
});
