import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { inventedHistory } from '../../demo/invented/build.ts';
import { creditChange } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { withoutReverted } from '../../src/evidence/undo.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { loadPack } from '../../src/framework/load.ts';
import { compose } from '../../src/report/compose.ts';
import { inert, plainLine } from '../../src/report/escape.ts';
import type { Report, Story } from '../../src/report/report.ts';
import { selfAssessment } from '../../src/report/self-assessment.ts';
import { shortened } from '../../src/report/shorten.ts';
import { storyMarkdown } from '../../src/report/story-markdown.ts';
import { headline, metricMarkdown, quoted, withLinks } from '../../src/report/wording.ts';
import { importedFrom } from '../demo/invented-clone.ts';
import { history } from '../git/repository.ts';
import { architect } from './people/architect.ts';
import { away } from './people/away.ts';
import { incidentFixer } from './people/incident-fixer.ts';
import { newcomer } from './people/newcomer.ts';
import { quietReviewer } from './people/quiet-reviewer.ts';

/** The pack as people get it, its learnt weights too: what is told may change with them, whether it is borne out may not. */
const framework = compileFramework(loadPack(backend));
const cycle = { from: '2026-01-01', to: '2026-07-01', timeZone: 'UTC' };

const clone = importedFrom(inventedHistory());
afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});
const changes = await readInvented();
const reports = invented(changes);

async function readInvented(): Promise<readonly ChangeFacts[]> {
  const opened = await history.open(clone, { branch: null, now: null });
  if (opened.kind !== 'clone') throw new Error(opened.sentence);
  const people = await history.readPeople(opened);
  return Array.fromAsync(history.readChanges(opened, { people, from: null, to: null }));
}

/** One report for each of the people of the invented half year, each from their own evidence. */
function invented(all: readonly ChangeFacts[]): readonly (readonly [string, Report])[] {
  const credited = all.map((change) => creditChange(change, framework));
  const undoings = credited.flatMap(({ undoes }) => (undoes === null ? [] : [undoes]));
  const people = Map.groupBy(
    credited.flatMap(({ evidence }) => evidence),
    ({ activity }) => activity.person.label,
  );
  const origin = {
    kind: 'clone',
    repository: 'harbour',
    url: null,
    branch: 'main',
    gaps: [],
    framework: '',
  } as const;
  return [...people].map(([engineer, rows]) => {
    const evidence = evidenceOfOne(withoutReverted(rows, undoings).evidence);
    return [engineer, compose({ engineer, cycle, origin, evidence, leftOut: [] }, framework)] as const;
  });
}

/** What people wrote of these changes, as one line. */
function wordsOf(facts: readonly ChangeFacts[]): string {
  return plainLine(facts.map(({ title, body }) => `${title}\n${body}`).join('\n'));
}

/** Our own words between what is quoted and what was looked up: nothing else may be left of a story. */
const ours =
  /A review: |An incident: |The answer: |In figures: |The incident | \(before: |[●◐○◇✎]|\*\*\d+\.\*\*|\*\*Contested:\*\*/gu;

/** What stands in a story that is neither a quote, a reference, a looked-up sentence nor ours. */
function unaccounted(story: Story, added = ''): string {
  const [told = ''] = storyMarkdown(story, 1, framework).split('\n<sub>');
  const paragraph = `${told}${added}`;
  const known = [
    ...story.record.map((text) => withLinks(shortened(text, 320), story.links)),
    ...story.incidents.flatMap((one) => [
      ...one.record.map((text) => withLinks(shortened(text, 320), story.links)),
      `“${quoted(one.name.text)}”`,
    ]),
    ...story.metrics.map((metric) => metricMarkdown(metric)),
    ...(story.impact === null ? [] : [`“${quoted(story.impact.text)}”`]),
    ...story.notes.map(({ text }) => `“${quoted(text)}”`),
    story.kind === 'review' ? `**“${quoted(story.win.text)}”**` : `**${headline(story.win.text)}**`,
  ].toSorted((one, other) => other.length - one.length);
  const left = known.reduce((text, one) => text.replace(one, ''), paragraph);
  return left
    .replaceAll(/\[[^\]]*\]\([^()]*\)/gu, '')
    .replaceAll(ours, '')
    .replaceAll(
      new RegExp(story.references.map(({ label }) => RegExp.escape(inert(label))).join('|') || '$^', 'gu'),
      '',
    )
    .replaceAll(/`[0-9a-f]+`/gu, '')
    .replaceAll(/[\s().,]/gu, '');
}

const people = [
  ...reports,
  ...[quietReviewer, incidentFixer, architect, newcomer, away].map(
    (material) => [material.engineer, compose(material, framework)] as const,
  ),
];

test('there is something to look at', () => {
  expect(reports.length).toBeGreaterThan(5);
  expect(people.flatMap(([, { worthKnowing }]) => worthKnowing).length).toBeGreaterThan(30);
});

test('a sentence of nobody’s would be seen', () => {
  const [story] = reports.flatMap(([, { worthKnowing }]) => worthKnowing);
  if (story === undefined) throw new Error('there is no story');
  expect(unaccounted(story, ' Everybody was glad.')).toBe('Everybodywasglad');
  expect(unaccounted(story, ' “A quote of nobody’s.”')).not.toBe('');
});

describe.each(people)('the report of %s', (_, report) => {
  test('drops no composed sentence, nor does its self-assessment', () => {
    expect([report.ledger.dropped, selfAssessment(report).dropped]).toEqual([0, 0]);
  });

  test('has nothing in its stories that is not quoted, looked up or ours', () => {
    expect(report.worthKnowing.map((story) => unaccounted(story)).filter((left) => left !== '')).toEqual([]);
  });
});

describe.each(reports)('what %s is quoted with', (_, report) => {
  test('stands word for word in what was written of the very change', () => {
    for (const { win, impact, metrics, references } of report.worthKnowing) {
      const labels = new Set(references.map(({ label }) => label));
      const own = changes.filter(({ number, commit }) =>
        labels.has(number === null ? (commit ?? '').slice(0, 8) : `#${number}`),
      );
      const quotes = [...(impact === null ? [] : [impact]), ...metrics].map(({ quote }) => quote);
      for (const { text } of [win.quote, ...quotes]) expect(wordsOf(own)).toContain(plainLine(text));
    }
  });
});
