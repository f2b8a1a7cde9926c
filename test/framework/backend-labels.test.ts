import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/evidence/judge.ts';
import { readChange } from '../../src/evidence/reading.ts';
import { findLabels } from '../../src/evidence/signals/labels.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { loadPack } from '../../src/framework/load.ts';
import { changeFacts } from '../fixtures/facts.ts';

const framework = compileFramework(loadPack(backend));

function foundIn(labels: readonly string[]): readonly string[] {
  return findLabels(readChange(changeFacts({ labels: [...labels] })), framework).map(({ rule }) => rule);
}

/** Rule, a label that shows it, and a near miss that shows it not. */
const rows: readonly (readonly [rule: string, shown: string, nearMiss: string])[] = [
  ['incident', 'Incident', 'incident-template'],
  ['incident', 'kind/sev-2', 'severity'],
  ['speed', 'type: performance', 'performance-review'],
  ['reliability', 'area/observability', 'reliability-team-holiday'],
  ['api', 'breaking change', 'api-key-rotation-calendar'],
  ['architecture', 'RFC', 'design'],
  ['quality', 'tech debt', 'latest'],
  ['guidance', 'documentation', 'documents'],
];

describe('the labels of the backend pack', () => {
  test.each(rows)('%s is found in "%s"', (rule, shown) => {
    expect(foundIn(['unrelated', shown])).toEqual([`label.${rule}`]);
  });

  test.each(rows)('%s: near "%s", but not in "%s"', (_, __, nearMiss) => {
    expect(foundIn([nearMiss])).toEqual([]);
  });

  test('every rule has a row', () => {
    expect(new Set(rows.map(([rule]) => rule))).toEqual(new Set(backend.labels.map(({ key }) => key)));
  });
});

function closing(labels: readonly string[]) {
  return changeFacts({
    title: 'The renewer reads the shared token',
    body: 'It had a copy of its own that nobody knew of.',
    closes: [{ key: 'github:9#377', number: 377, title: 'Certificates', labels, author: null, url: null }],
  });
}

function sureOfReliability(labels: readonly string[]): number {
  return judge(closing(labels), framework).confidences['reliability'] ?? 0;
}

describe('an issue that a change closes', () => {
  test('lends its labels, and the reason says whose they are', () => {
    const [found] = findLabels(readChange(closing(['bug', 'incident'])), framework);
    expect(found).toEqual({
      rule: 'label.incident',
      reason: 'answers an incident',
      quote: { text: 'incident', place: { in: 'issue', key: 'github:9#377' } },
    });
  });

  test('an incident makes its answer a matter of reliability', () => {
    expect(sureOfReliability(['incident'])).toBeGreaterThan(sureOfReliability(['question']) + 0.2);
  });
});
