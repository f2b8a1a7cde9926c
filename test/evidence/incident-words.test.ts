import { describe, expect, test } from '@jest/globals';
import { creditIncident } from '../../src/evidence/incident.ts';
import { signalsOf } from '../../src/evidence/incident/words.ts';
import { incidentFacts, jun, priya, said } from '../fixtures/conversations.ts';
import { smallFramework } from '../fixtures/pack.ts';

function rulesOf(body: string): readonly string[] {
  return signalsOf(incidentFacts({ comments: [said(jun, body)] }), jun).map(({ rule }) => rule);
}

describe('what somebody did in an incident, by their own words', () => {
  test.each([
    ['incident.cause', 'Found it: the pool hands out connections that the proxy had closed.'],
    ['incident.cause', 'Found why. The batch of two o’clock takes every worker for itself.'],
    ['incident.cause', 'Root cause: the new index was built without its second column.'],
    ['incident.cause', 'The cause is the renewed certificate, which one gateway does not trust.'],
    ['incident.cause', 'Update: it began with the release of 15:30, as the graph of errors shows.'],
    ['incident.cause', 'Caused by the retry in the importer, which asks without a pause.'],
    ['incident.stopped', 'Rolled the certificate bundle back on both gateways, first payments are through.'],
    ['incident.stopped', 'I have switched the new column off, and the page loads again in a second.'],
    ['incident.stopped', 'Blocked that one key at the ingress until six, everybody else is fine again.'],
    ['incident.stopped', 'Failed over to the second zone at 02:40, errors are down to the usual.'],
    ['incident.led', 'I lead. Support is told, next update here in a quarter of an hour.'],
    ['incident.led', 'Leading this from here on. Please keep numbers in this thread.'],
    ['incident.led', 'IC: me. Jun looks at the database, Ada writes the log.'],
  ])('%s: %s', (rule, body) => {
    expect(rulesOf(body)).toEqual([rule]);
  });

  test.each([
    'Found nothing so far in the logs of the gateways, looking on in the database.',
    'Has anybody found the cause by now, or shall we wake somebody of the platform team?',
    'The cause is not known yet, the graphs of both zones look the same to me.',
    'The cause might be the certificate, we should look at it first.',
    'Caused by the retries, I guess, or by the proxy in front of them.',
    'We should have rolled this back an hour ago, instead of waiting for the graphs.',
    'Somebody switched the column off while I was looking at it, who was that?',
    'Who leads? I can take over from nine in the morning if that helps.',
    'I lead the retrospective on Friday and will bring the graphs along.',
    '> Found it: the pool hands out connections that the proxy had closed.\n\nThat explains the graph of the second zone as well.',
    '```\nroot cause: java.io.IOException: connection reset by peer at line 12\n```',
    'Found it.',
  ])('not: %s', (body) => {
    expect(rulesOf(body)).toEqual([]);
  });

  test('each at most once, by the first that was said, word for word', () => {
    const comments = [
      said(jun, 'Found it: the certificate of the second gateway ended at midnight.', '2026-03-14T02:40:00Z'),
      said(priya, 'Root cause: something else that nobody else has seen at all.', '2026-03-14T02:30:00Z'),
      said(jun, 'Root cause: the renewal had asked the old address for a month.', '2026-03-14T02:50:00Z'),
    ];
    const [signal, ...more] = signalsOf(incidentFacts({ comments }), jun);
    expect(more).toEqual([]);
    expect(signal?.quote).toEqual({
      text: comments[0]?.body,
      place: { in: 'comment', key: comments[0]?.key, from: 0 },
    });
  });

  test('they stand beside what GitHub recorded, for whoever said them and nobody else', () => {
    const comments = [
      said(
        jun,
        'Found why: the certificate of the second gateway ended at midnight, and its renewal had asked the old address for a whole month without anybody seeing it.',
      ),
    ];
    const evidence = creditIncident(incidentFacts({ comments }), smallFramework, {
      incidentLabels: ['incident'],
    });
    expect(
      evidence.map(({ activity, signals }) => [activity.person.label, signals.map(({ reason }) => reason)]),
    ).toEqual([
      ['jun', ['names the cause']],
      ['ada-lindqvist', []],
    ]);
  });
});
