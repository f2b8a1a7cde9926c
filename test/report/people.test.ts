import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compose } from '../../src/report/compose.ts';
import type { Material } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { architect } from './people/architect.ts';
import { away } from './people/away.ts';
import { incidentFixer } from './people/incident-fixer.ts';
import { newcomer } from './people/newcomer.ts';
import { quietReviewer } from './people/quiet-reviewer.ts';
import { framework } from './quarter.ts';

/** Reads the golden file; with UPDATE_GOLDEN=1 writes it first, to be read in review. */
function golden(name: string, markdown: string): string {
  const path = new URL(`../golden/${name}.md`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, markdown);
  return readFileSync(path, 'utf8');
}

const people: readonly (readonly [kind: string, material: Material])[] = [
  ['quiet-reviewer', quietReviewer],
  ['incident-fixer', incidentFixer],
  ['architect', architect],
  ['newcomer', newcomer],
  ['away', away],
];

describe.each(people)('the report of the %s', (kind, material) => {
  const report = compose(material, framework);
  const markdown = reportMarkdown(report, framework);

  test('reads as written', () => {
    expect(markdown).toBe(golden(`report-${kind}`, markdown));
  });

  test('has every composed sentence looked up, and drops none', () => {
    expect(report.ledger.dropped).toBe(0);
    expect(report.ledger.found.record).toBeGreaterThan(0);
  });
});
