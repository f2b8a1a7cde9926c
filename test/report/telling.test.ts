import { describe, expect, test } from '@jest/globals';
import { creditSubject } from '../../src/evidence/credit.ts';
import type { Evidence, Outcome } from '../../src/evidence/evidence.ts';
import type { ChangeFacts, Facts } from '../../src/evidence/facts.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { incidentFacts, linkedChange, said } from '../fixtures/conversations.ts';
import { ada, bertil, changeFacts, file } from '../fixtures/facts.ts';
import { keptMaterial } from './kept.ts';
import { framework } from './quarter.ts';

const context = { incidentLabels: ['incident'], reading: null, teamsOf: () => ['tickets'] };

function creditedTo(person: string, subjects: readonly Facts[]): readonly Evidence[] {
  return subjects
    .flatMap((facts) => creditSubject(facts, framework, context).evidence)
    .filter(({ activity }) => activity.person.key === person);
}

function linesOf(evidence: readonly Evidence[]): readonly string[] {
  const markdown = reportMarkdown(
    compose({ ...keptMaterial([]), evidence: evidenceOfOne(evidence) }, framework),
    framework,
  );
  return markdown.replaceAll('\u200B', '').split('\n');
}

function story(evidence: readonly Evidence[]): string {
  return linesOf(evidence).find((text) => text.startsWith('**1.**')) ?? '';
}

function merged(number: number, told: Partial<ChangeFacts>): ChangeFacts {
  return changeFacts({
    key: `github:7#${number}`,
    number,
    url: `https://harbour.example/orders/pull/${number}`,
    mergedAt: `2026-03-${String(number - 360).padStart(2, '0')}T08:00:00Z`,
    ...told,
  });
}

const incident = incidentFacts({
  url: 'https://harbour.example/orders/issues/377',
  title: 'Cards declined for 31 % of merchants',
  author: bertil,
  assignees: [ada],
  closedBy: bertil,
  openedAt: '2026-03-14T02:10:00Z',
  comments: [
    said(
      ada,
      'The processor refuses every merchant without a category since its release at two. I roll our client back for those, and ask them for the reason.',
      '2026-03-14T02:30:00Z',
    ),
  ],
  linked: [
    linkedChange(ada, { key: 'github:7#378', number: 378, url: 'https://harbour.example/orders/pull/378' }),
  ],
});

const fix = merged(378, {
  title: 'Stop retrying hard declines',
  body: 'Closes #377.\n\nDecline rate 31 % → 4.8 % by 04:00.',
  mergedAt: '2026-03-14T03:21:00Z',
  files: [file('internal/acquirer/declines.go', 40, 12)],
});

describe('a part in an incident that belongs to a change', () => {
  const evidence = creditedTo(ada.key, [incident, fix]);

  test('names the incident, in the reporter’s words, and tells each deed once', () => {
    expect(story(evidence)).toContain(
      ' ◐ The incident “Cards declined for 31 % of merchants” ([orders#377](https://harbour.example/orders/issues/377)). ● Was assigned to it, took part in the conversation from 14 March 2026 on and wrote the fix [#378](https://harbour.example/orders/pull/378) (merged 71 minutes after the incident was opened).',
    );
  });

  test('leaves the record of the change to the change', () => {
    expect(story(evidence)).toMatch(
      /^\*\*1\.\*\* ○ \*\*Stop retrying hard declines\*\* \(\[orders#378\]\([^()]+\)\)\. In figures: “[^”]+”\. ● Merged on 14 March 2026\. ◐ The incident/u,
    );
  });

  test.each([
    ['alone', [incident]],
    ['beside a change that stands out less', [incident, { ...fix, body: 'Closes #377.' }]],
  ])('%s, it is the story itself, and a merge is told once', (_, subjects) => {
    const alone = creditedTo(ada.key, subjects);
    expect(story(alone)).toMatch(/^\*\*1\.\*\* An incident: ◐ /u);
    expect(story(alone)).toMatch(/● Was assigned to it, took part/u);
    expect(story(alone).match(/merged/giu)).toHaveLength(1);
  });

  test('the list of its area says which part it was', () => {
    const rows = linesOf(evidence).filter((text) => text.includes('issues/377') && text.startsWith('|'));
    expect(rows.join()).toContain(
      'a part in the incident: was assigned to it, took part in the conversation and wrote a fix',
    );
  });
});

const again = merged(371, {
  title: 'Batch captures per acquirer, fairly this time',
  body: 'Brings back #364.\n\nLongest wait of any merchant 9 min → 1.1 s.',
  coAuthors: [bertil],
  files: [file('internal/capture/batch.go', 140, 4)],
});
const revert = merged(366, {
  title: 'Revert "Batch captures per acquirer (#364)"',
  body: 'This reverts #364.\n\nOne very large merchant fills whole batches to its timeout, and the small ones wait behind it. I will bring it back with a fair queue.',
  files: [file('internal/capture/batch.go', 0, 127), file('db/migrate/0150_batches.sql', 0, 9)],
});

describe('a step back', () => {
  const evidence = creditedTo(ada.key, [revert, again]);

  test('is no change of the piece, and is told as what it was', () => {
    expect(evidence.some(({ subject }) => subject.number === 366)).toBe(true);
    expect(story(evidence)).toContain(
      'Merged on 11 March 2026. Shared with bertil (co-author). [#366](https://harbour.example/orders/pull/366) took back #364 on 6 March 2026.',
    );
  });

  test('counts as what it is', () => {
    const rows = linesOf(evidence).filter((text) => text.startsWith('| [orders#366]'));
    expect(rows.join()).toContain('| takes back #364 |');
  });
});

describe('what was shared', () => {
  test('is said of the one change of several that was', () => {
    const other = merged(373, {
      title: 'Batch refunds per acquirer',
      body: 'After #371.',
      files: [file('internal/capture/refunds.go', 60, 4), file('db/migrate/0151_refunds.sql', 8, 0)],
    });
    const record = story(creditedTo(ada.key, [again, other]));
    expect(record).toContain('2 changes, merged between 11 March 2026 and 13 March 2026.');
    expect(record).toContain(
      'Shared with bertil (co-author of [#371](https://harbour.example/orders/pull/371)).',
    );
  });
});

describe('words of another change of the piece', () => {
  test('say which one they are from, and the lead’s own do not', () => {
    const first = merged(370, {
      title: 'Add an index so that merchant settings are found',
      body: 'Median load of the page 9 s → 1 s.',
      files: [file('db/migrate/0149_settings.sql', 12, 0)],
    });
    const second = merged(371, {
      title: 'Cut the wait for captures',
      body: 'After #370, so that customers wait no longer in production.\n\np95 of captures 40 s → 3 s.',
      files: [file('internal/capture/batch.go', 140, 4)],
    });
    expect(story(creditedTo(ada.key, [first, second]))).toContain(
      ' “After #370, so that customers wait no longer in production.” In figures: “Median load of the page 9 s → 1 s” ([orders#370](https://harbour.example/orders/pull/370)). “p95 of captures 40 s → 3 s”. ● ',
    );
  });
});

describe('what is asked of a story', () => {
  test.each<readonly [string, Partial<ChangeFacts>, RegExp]>([
    [
      'a figure, of work without one',
      { title: 'Find the missing index of the seat search' },
      /"about":"figure"/u,
    ],
    [
      'its use, of a document',
      { title: 'Add a runbook for card declines', files: [file('docs/runbooks/a.md', 64, 0)] },
      /"about":"use"/u,
    ],
    [
      'nothing, where the title has a figure',
      { title: 'Move the index of the seat search with 41 s without writes' },
      /^(?!.*"about":"(?:figure|use)")/su,
    ],
  ])('%s', (_, parts, expected) => {
    const evidence = creditedTo(ada.key, [
      merged(380, { files: [file('db/migrate/0160_index.sql', 12, 0)], ...parts }),
    ]);
    const { questions, worthKnowing } = compose(
      { ...keptMaterial([]), evidence: evidenceOfOne(evidence) },
      framework,
    );
    expect(worthKnowing).toHaveLength(1);
    expect(JSON.stringify(questions)).toMatch(expected);
  });
});

const guide = merged(374, {
  title: 'Add a runbook for card declines',
  body: 'Whoever is on call can tell in two minutes whose fault it is.',
  files: [file('docs/runbooks/card-declines.md', 64, 0)],
});
const guideInCode = merged(375, {
  ...guide,
  files: [...guide.files, file('internal/acquirer/codes.go', 30, 2)],
});

describe('what became of', () => {
  test.each<readonly [string, ChangeFacts, Outcome, string | null]>([
    ['a document that held: nothing', guide, { kind: 'held', days: 90, by: [] }, null],
    [
      'a document that an incident names: its use',
      guide,
      { kind: 'disturbed', days: 90, by: [{ label: '#377', url: null }] },
      'Referred to in an incident within 90 days: #377.',
    ],
    [
      'a document that others link: who does',
      guide,
      { kind: 'held', days: 90, by: [{ label: '#431', url: null }] },
      'Others link to it within 90 days: #431.',
    ],
    [
      'a document with code that held',
      guideInCode,
      { kind: 'held', days: 90, by: [] },
      'No revert and no linked incident seen in 90 days.',
    ],
    [
      'a document with code that an incident names',
      guideInCode,
      { kind: 'disturbed', days: 90, by: [{ label: '#377', url: null }] },
      'An incident in the 90 days after names it: #377.',
    ],
  ])('%s', (_, change, outcome, expected) => {
    const evidence = creditedTo(ada.key, [change]).map((item) => ({ ...item, outcome: [outcome] }));
    const report = compose({ ...keptMaterial([]), evidence: evidenceOfOne(evidence) }, framework);
    const since = new Set(report.areas.flatMap(({ rows }) => rows.map((row) => row.since)));
    expect([...since]).toEqual([expected]);
    expect(report.ledger.dropped).toBe(0);
    expect(report.worthKnowing[0]?.record.join(' ').includes(expected ?? 'revert')).toBe(expected !== null);
  });
});

describe('files that nobody wrote by hand', () => {
  test.each([
    ['of a change that counts are listed', file('internal/acquirer/codes.pb.go', 400, 2), true],
    ['such as a lock file are not', file('package-lock.json', 400, 2), false],
  ])('%s', (_, extra, listed) => {
    const evidence = creditedTo(ada.key, [merged(376, { ...fix, files: [...fix.files, extra] })]);
    const markdown = linesOf(evidence).join('\n');
    expect(markdown.includes('1 file. A compiler writes this code')).toBe(listed);
    expect(markdown.includes('<b>Left out</b> — files of 1 that counts')).toBe(listed);
  });
});
