import { describe, expect, test } from '@jest/globals';
import { creditIncident, isIncident } from '../../src/evidence/incident.ts';
import type { IssueFacts } from '../../src/evidence/facts.ts';
import { incidentFacts, jun, linkedChange, priya, said } from '../fixtures/conversations.ts';
import { ada, copilot } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const context = { incidentLabels: ['incident', 'sev1'] };

function parts(overrides: Partial<IssueFacts>) {
  return creditIncident(incidentFacts(overrides), smallFramework, context).map(({ activity, deeds }) => [
    activity.person.label,
    deeds.map(({ did }) => did),
  ]);
}

describe('what is an incident', () => {
  test.each<readonly [string, Partial<IssueFacts>]>([
    ['one with the label', {}],
    ['another label, written in capitals', { labels: ['SEV1'] }],
    ['one that says little but was talked about', { body: '', comments: [said(jun, 'Looking.')] }],
    ['one about a template service', { title: 'Email template service answers with errors' }],
    ['one that somebody took for a duplicate', { comments: [said(jun, 'This is not a duplicate of #371.')] }],
  ])('%s', (_, overrides) => {
    expect(isIncident(incidentFacts(overrides), context.incidentLabels)).toBe(true);
  });

  test.each<readonly [string, Partial<IssueFacts>]>([
    ['no label', { labels: [] }],
    ['a label that only contains the word', { labels: ['incident-tooling'] }],
    ['a drill', { title: 'Game day: lose one database zone' }],
    ['a drill by label', { labels: ['incident', 'drill'] }],
    ['a drill by its first words', { body: 'This is an exercise. The database goes away at ten.' }],
    ['a template', { title: '[Incident template] <service> <symptom>' }],
    ['a template without fields', { title: 'Incident template' }],
    ['a template by its first word', { title: 'Template: what to write in an incident' }],
    ['a duplicate', { comments: [said(jun, 'Duplicate of #371, closing.')] }],
    ['a duplicate by label', { labels: ['incident', 'duplicate'] }],
    ['an empty one', { body: '', comments: [] }],
  ])('not %s', (_, overrides) => {
    expect(isIncident(incidentFacts(overrides), context.incidentLabels)).toBe(false);
  });
});

describe('who had which part', () => {
  test('reported, fixed, written up, followed up', () => {
    const linked = [
      linkedChange(priya),
      linkedChange(priya, {
        number: 381,
        title: 'Post-mortem of the card declines',
        closes: false,
        mergedAt: '2026-03-20T10:00:00Z',
      }),
      linkedChange(jun, {
        number: 390,
        title: 'Follow-up: alert on declines without a reason',
        closes: false,
        mergedAt: '2026-04-02T10:00:00Z',
      }),
    ];
    expect(parts({ linked })).toEqual([
      ['ada-lindqvist', ['reported', 'closed']],
      ['priya', ['fixed', 'wrote it up']],
      ['jun', ['followed up']],
    ]);
  });

  test('the time to the fix is counted from the record', () => {
    const [, fixed] = creditIncident(
      incidentFacts({ linked: [linkedChange(priya)] }),
      smallFramework,
      context,
    );
    expect(fixed?.deeds).toEqual([expect.objectContaining({ did: 'fixed', label: '#378', minutes: 71 })]);
    expect(fixed?.notable).not.toBeNull();
  });

  test('a fix in another repository is named with it', () => {
    const [, fixed] = creditIncident(
      incidentFacts({ linked: [linkedChange(priya, { repository: 'harbour/gateway', number: 12 })] }),
      smallFramework,
      context,
    );
    expect(fixed?.deeds).toEqual([expect.objectContaining({ label: 'harbour/gateway#12' })]);
  });

  test.each<readonly [string, Partial<IssueFacts>]>([
    ['being assigned', { body: 'Down.', assignees: [jun], comments: [said(jun, 'On it.')] }],
    ['pressing the button', { body: 'Down.', closedBy: jun, comments: [said(jun, 'Done.')] }],
    [
      'a fix that was never merged',
      { body: 'Down.', linked: [linkedChange(jun, { mergedAt: null })], comments: [said(jun, 'See there.')] },
    ],
    ['a fix by a bot', { body: 'Down.', linked: [linkedChange(copilot)], comments: [said(jun, '+1')] }],
    [
      'a change that only mentions it',
      { body: 'Down.', linked: [linkedChange(jun, { closes: false })], comments: [said(jun, 'ok')] },
    ],
    [
      'a write-up of another incident that mentions this one',
      {
        body: 'Down.',
        linked: [linkedChange(jun, { title: 'Post-mortem of #340', closes: false })],
        comments: [said(jun, 'ok')],
      },
    ],
    [
      'a change merged before it',
      {
        body: 'Down.',
        linked: [linkedChange(jun, { mergedAt: '2026-03-13T10:00:00Z' })],
        comments: [said(jun, 'ok')],
      },
    ],
  ])('%s alone is no part', (_, overrides) => {
    expect(parts({ author: priya, ...overrides })).toEqual([]);
  });

  test.each(['Post-mortem of #377', 'Post-mortem of #340 and #377', 'Post-mortem of the card declines'])(
    '“%s” that mentions it is its write-up',
    (title) => {
      const linked = [linkedChange(jun, { title, closes: false })];
      expect(parts({ body: 'Down.', linked, comments: [said(jun, 'ok')] })).toEqual([
        ['jun', ['wrote it up']],
      ]);
    },
  );

  test('two telling comments are a part', () => {
    const comments = [
      said(
        jun,
        'The declines began with the certificate of the processor, which was renewed at two o’clock tonight.',
        '2026-03-14T02:20:00Z',
      ),
      said(
        jun,
        'Rolled the certificate bundle back on both gateways; the first merchants are through again since a minute.',
        '2026-03-14T02:50:00Z',
      ),
    ];
    expect(parts({ author: ada, body: 'Down.', comments })).toEqual([['jun', ['took part']]]);
  });
});
