import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditIncident, isIncident } from '../../src/evidence/incident.ts';
import type { IssueFacts, LinkedChange } from '../../src/evidence/facts.ts';
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

const askingForNews =
  'Any news on this one? Our customers keep asking us, so when can we tell them that it is over again?';
const telling =
  'Rolled the certificate bundle back on both gateways; the first merchants are through again since a minute.';
const pastedLog = `\`\`\`\n${'dial tcp: lookup rates on the first server, no such host, giving up after three tries\n'.repeat(4)}\`\`\``;

describe('what is an incident', () => {
  test.each<readonly [string, Partial<IssueFacts>]>([
    ['one with the label', {}],
    ['another label, written in capitals', { labels: ['SEV1'] }],
    ['one that says little but was talked about', { body: '', comments: [said(jun, 'Looking.')] }],
    ['one about a template service', { title: 'Email template service answers with errors' }],
    ['one that somebody took for a duplicate', { comments: [said(jun, 'This is not a duplicate of #371.')] }],
    ['one that might be a duplicate', { comments: [said(jun, 'Could this be a duplicate of #371?')] }],
    [
      'one called a duplicate and then mended by a change of its own',
      { comments: [said(jun, 'Looks like a duplicate of #371.')], linked: [linkedChange(priya)] },
    ],
    ['one that says it is no drill', { body: 'This is not a drill: the database went away at ten.' }],
    ['one that a drill brought to light', { body: 'Since the failover test of Monday, reads are stale.' }],
    ['a page with a drill-down', { title: 'Drill-down of sales answers with errors' }],
    ['a service that simulates', { title: 'Tariff simulator refuses every request' }],
    ['angle brackets that are no fields', { title: 'Import stops at <nil> rows since 14:00' }],
    [
      'one taken for a false alarm at first',
      { comments: [said(jun, 'At first I took it for a false alarm, and then the second node went away.')] },
    ],
    [
      'one that was no false alarm',
      { comments: [said(jun, 'So this was not a false alarm, the alert is right.')] },
    ],
    [
      'one that is still open, whatever is said of it',
      { closedAt: null, closedBy: null, comments: [said(jun, 'Nothing is broken on my side.')] },
    ],
    [
      'one in which nothing was broken and something was mended',
      { comments: [said(jun, 'Nothing was broken for merchants.')], linked: [linkedChange(priya)] },
    ],
    [
      'one closed as not planned that a change had mended',
      { stateReason: 'not_planned', linked: [linkedChange(priya)] },
    ],
    [
      'one closed as not planned after somebody named the fix',
      {
        stateReason: 'not_planned',
        linked: [linkedChange(priya, { closes: false })],
        comments: [said(priya, 'Fixed by #378, the rest is not worth it.')],
      },
    ],
    ['a label that only holds the word', { labels: ['incident', 'invalid-certificate'] }],
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
    ['a duplicate by another label', { labels: ['incident', 'resolution/duplicate'] }],
    ['a duplicate by address', { body: 'Duplicate of https://harbour.example/orders/issues/371' }],
    [
      'a duplicate in the middle of a sentence',
      { comments: [said(jun, 'Closing, as it is a duplicate of harbour/gateway#12.')] },
    ],
    ['a practice by its title', { title: '[Exercise] The rates service is switched off' }],
    ['a simulated outage', { title: 'Simulated outage of the second zone' }],
    ['a practice by its first sentence', { body: 'A practice, announced on Monday. Rates go away at ten.' }],
    ['one not planned', { labels: ['incident', 'status: not planned'] }],
    ['a false alarm by label', { labels: ['incident', 'False-Alarm'] }],
    [
      'a false alarm by its last word',
      {
        comments: [said(jun, 'Looking at the probes.'), said(jun, 'False alarm, the probe itself was down.')],
      },
    ],
    [
      'one closed as not planned',
      { comments: [said(jun, 'Closing as not planned, the service goes away on Friday.')] },
    ],
    [
      'one opened by mistake',
      { comments: [said(ada, 'I wanted to see what the form asks. Nothing is broken.')] },
    ],
    ['one that GitHub records as not planned', { stateReason: 'not_planned' }],
    [
      'one that GitHub records as not planned and a change only mentions',
      { stateReason: 'not_planned', linked: [linkedChange(priya, { closes: false })] },
    ],
    [
      'one that GitHub records as not planned while a fix was never merged',
      { stateReason: 'not_planned', linked: [linkedChange(priya, { mergedAt: null })] },
    ],
    [
      'one that GitHub records as a duplicate, whose fix counts where the first one stands',
      { stateReason: 'duplicate', linked: [linkedChange(priya)] },
    ],
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
      'a template for write-ups',
      {
        body: 'Down.',
        linked: [linkedChange(jun, { title: 'Add a template for post-mortems (as in #377)', closes: false })],
        comments: [said(jun, 'ok')],
      },
    ],
    [
      'a letter in a write-up',
      {
        body: 'Down.',
        linked: [linkedChange(jun, { title: 'Fix two typos in the post-mortem of #377', closes: false })],
        comments: [said(jun, 'ok')],
      },
    ],
    [
      'a revert after it was closed',
      {
        body: 'Down.',
        linked: [
          linkedChange(jun, {
            title: 'Revert "Batch the captures"',
            closes: false,
            mergedAt: '2026-03-16T10:00:00Z',
          }),
        ],
        comments: [said(jun, 'ok')],
      },
    ],
    [
      'a fix that was said to be none',
      {
        body: 'Down.',
        linked: [linkedChange(jun, { closes: false })],
        comments: [said(priya, 'It is not fixed by #378.')],
      },
    ],
    ['asking for news', { body: 'Down.', comments: [said(jun, askingForNews), said(jun, askingForNews)] }],
    ['a pasted log', { body: 'Down.', comments: [said(jun, pastedLog), said(jun, pastedLog)] }],
    [
      'thanks',
      {
        body: 'Down.',
        comments: [
          said(
            jun,
            'Thank you all for the quick help tonight, that was very good work from everybody on the call, and I am glad that it is over for you now!',
          ),
        ],
      },
    ],
    [
      'a form that was opened and never filled in',
      {
        author: jun,
        body: '## What do users see?\n<!-- In their words, not in ours, and as short as it can be said. -->\n\n## Who leads?\n\n## What was tried?\n- [ ] the runbook was opened\n- [ ] support was told\n- [ ] the status page was changed',
        comments: [said(priya, 'Which one?')],
      },
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

  test.each<readonly [title: string, did: string]>([
    ['Post-mortem of the card declines, with its follow-ups', 'wrote it up'],
    ['docs: incident review of 14 March', 'wrote it up'],
    ['Post-mortem: the order process stood still', 'wrote it up'],
    ['Post-mortem of the index that nobody used', 'wrote it up'],
    ['Root cause analysis: declines without a reason', 'wrote it up'],
    ['Follow-up of the post-mortem: alert on declines', 'followed up'],
    ['Action items from the post-mortem of #377', 'followed up'],
    ['feat(alerts): second follow-up, page on declines', 'followed up'],
    ['Revert "Send the merchant category"', 'fixed'],
    ['Roll back the certificate bundle', 'fixed'],
    ['hotfix: accept both bundles', 'fixed'],
  ])('“%s”, which mentions it: %s', (title, did) => {
    const linked = [linkedChange(jun, { title, closes: false })];
    expect(parts({ body: 'Down.', linked, comments: [said(jun, 'ok')] })).toEqual([['jun', [did]]]);
  });

  test('a change that the conversation calls the fix is one', () => {
    const linked = [linkedChange(jun, { closes: false })];
    const comments = [said(priya, 'Fixed by #378, the declines are back to normal.')];
    expect(parts({ body: 'Down.', linked, comments })).toEqual([['jun', ['fixed']]]);
  });

  test.each<readonly [string, readonly LinkedChange[], string | null]>([
    ['a fix', [linkedChange(priya)], 'It fixed an incident.'],
    [
      'a write-up',
      [linkedChange(priya, { title: 'Post-mortem of #377', closes: false })],
      'It wrote down what was learned from an incident.',
    ],
    ['a follow-up', [linkedChange(priya, { title: 'Follow-up of #377', closes: false })], null],
  ])('%s is cited for what it is', (_, linked, reason) => {
    const facts = incidentFacts({ body: 'Down.', linked, comments: [said(jun, 'ok')] });
    const [evidence] = creditIncident(facts, smallFramework, context);
    expect(evidence?.activity.person).toBe(priya);
    expect(evidence?.notable?.reason ?? null).toBe(reason);
  });

  test('the order of comments and linked changes makes no difference', () => {
    const comments = [
      said(jun, telling, '2026-03-14T02:20:00Z'),
      said(jun, telling, '2026-03-14T02:50:00Z'),
      said(priya, telling, '2026-03-14T02:30:00Z'),
      said(priya, telling, '2026-03-14T02:40:00Z'),
    ];
    const linked = [
      linkedChange(priya),
      linkedChange(jun, { number: 381, title: 'Post-mortem of #377', closes: false }),
    ];
    const expected = parts({ comments, linked });
    const orders = fc.record({
      comments: fc.shuffledSubarray(comments, { minLength: comments.length }),
      linked: fc.shuffledSubarray(linked, { minLength: linked.length }),
    });
    fc.assert(
      fc.property(orders, (order) => {
        expect(parts(order)).toEqual(expected);
      }),
    );
  });

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
