import { describe, expect, test } from '@jest/globals';
import type { IssueFacts, MentioningIssue } from '../../src/evidence/facts.ts';
import { creditIncident } from '../../src/evidence/incident.ts';
import { deedSentences } from '../../src/report/deeds.ts';
import { followUp, incidentFacts, jun, linkedChange, priya, said } from '../fixtures/conversations.ts';
import { ada, copilot, dependabot } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const context = { incidentLabels: ['incident'] };
/** Nobody has a part in it by itself. */
const quiet = { body: 'Down.', comments: [said(jun, 'ok')] };

function credited(overrides: Partial<IssueFacts>) {
  return creditIncident(incidentFacts(overrides), smallFramework, context);
}

function parts(mentionedIn: readonly MentioningIssue[], more: Partial<IssueFacts> = {}) {
  return credited({ ...quiet, ...more, mentionedIn }).map(({ activity, deeds }) => [
    activity.person.label,
    deeds.map((deed) => ('label' in deed ? `${deed.did} ${deed.label}` : deed.did)),
  ]);
}

const didIt = [['priya', ['closed a follow-up #391']]];

describe('closing a follow-up', () => {
  test.each<readonly [string, Partial<MentioningIssue>]>([
    ['by its title', {}],
    ['by a title with the number', { title: 'Action items of #377: page on declines' }],
    ['by its own words', { title: 'Page on declines', body: 'Follow-up to the outage in #377.' }],
    ['by an action item in its words', { title: 'Page on declines', body: 'Action item from #377' }],
    ['by its label', { title: 'Page on declines', labels: ['Follow-up'] }],
    ['by a label of a kind', { title: 'Page on declines', labels: ['type: action-item'] }],
  ])('is a part where it is told as one: %s', (_, more) => {
    expect(parts([followUp(priya, more)])).toEqual(didIt);
  });

  test.each([
    '- [x] #391',
    '- [ ] Page on declines (#391)',
    'What is left:\n\n* [X] see #391, by Friday\n* [ ] the rest',
  ])('is a part where the incident lists it: %s', (list) => {
    const plain = followUp(priya, { title: 'Page on declines', body: 'See #377.' });
    expect(parts([plain], { body: `Down.\n\n${list}` })).toEqual(didIt);
    expect(parts([plain], { comments: [said(jun, list)] })).toEqual(didIt);
  });

  test.each<readonly [string, Partial<MentioningIssue>]>([
    ['a mention', { title: 'Declines again', body: 'Looks like #377.' }],
    ['a title that only holds the word', { title: 'Remind people of their follow-ups', body: 'As in #377.' }],
    ['one of another incident', { title: 'Follow-up of #340', body: 'Similar to #377.' }],
    ['one whose words name another', { body: 'Follow-up of #340. Similar to #377.' }],
    ['what says that it is none', { title: 'Declines', body: 'This is not a follow-up of #377.' }],
    ['what a quoted text says', { title: 'Declines', body: '> Follow-up of #377\n\nWho wrote that?' }],
    ['a label that only holds the word', { title: 'Declines', labels: ['needs-follow-up-call'] }],
    ['one that is still open', { closedAt: null, closedBy: null, stateReason: null }],
    ['one that was given up', { stateReason: 'not_planned' }],
    ['a duplicate', { stateReason: 'duplicate' }],
    ['one closed before the incident', { closedAt: '2026-03-01T10:00:00Z' }],
    ['one that nobody is known to have closed', { closedBy: null }],
    ['one that somebody else was to do', { assignees: [jun] }],
    ['pressing the button of what nobody was to do', { assignees: [] }],
    ['one closed by a machine', { assignees: [dependabot], closedBy: dependabot }],
    [
      'one in another repository, of which only the number is known',
      { key: 'github:9#391', title: '', body: '', assignees: [], closedAt: null, closedBy: null },
    ],
  ])('%s is no part', (_, more) => {
    expect(parts([followUp(priya, more)])).toEqual([]);
  });

  test('beside another part, closing what nobody was assigned to is told', () => {
    expect(parts([followUp(priya, { assignees: [] })], { linked: [linkedChange(priya)] })).toEqual([
      ['priya', ['fixed #378', 'closed a follow-up #391']],
    ]);
  });

  test('a number of another repository in the list is another issue', () => {
    const plain = followUp(priya, { title: 'Page on declines', body: 'See #377.' });
    expect(parts([plain], { body: 'Down.\n- [x] harbour/gateway#391' })).toEqual([]);
  });

  test('is told with its number and its day, each looked up in the record', () => {
    const [evidence] = credited({
      ...quiet,
      mentionedIn: [followUp(priya, { url: 'https://h.example/391' })],
    });
    const [sentence] = evidence === undefined ? [] : deedSentences(evidence, cycle);
    expect(sentence?.text).toBe('Closed the follow-up #391 on 2 April 2026.');
    expect(sentence?.sources[0]?.text).toBe('Closed the follow-up #391 on 2026-04-02.');
    expect(evidence?.deeds).toMatchObject([{ label: '#391', url: 'https://h.example/391' }]);
  });
});

const cycle = {
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: '2026-07-01T00:00:00Z',
  timeZone: 'UTC',
} as unknown as Parameters<typeof deedSentences>[1];

function fixers(more: Parameters<typeof linkedChange>[1], author = priya) {
  return credited({ ...quiet, linked: [linkedChange(author, more)] }).map((evidence) => [
    evidence.activity.person.label,
    evidence.activity.agents,
    deedSentences(evidence, cycle)[0]?.text,
  ]);
}

describe('a fix that several wrote', () => {
  test('counts for its author and its co-authors, each with their part', () => {
    expect(fixers({ coAuthors: [jun] })).toEqual([
      ['priya', [], 'Wrote the fix #378 (merged 71 minutes after the incident was opened).'],
      ['jun', [], 'Co-wrote the fix #378 (merged 71 minutes after the incident was opened).'],
    ]);
  });

  test('by a coding agent counts for who asked for it, with the agent named', () => {
    expect(fixers({ assignees: [dependabot, jun] }, copilot)).toEqual([
      [
        'jun',
        ['Copilot'],
        'Had an agent write the fix #378 (merged 71 minutes after the incident was opened).',
      ],
    ]);
    expect(fixers({ coAuthors: [jun] }, copilot)).toHaveLength(1);
  });

  test('by a coding agent that nobody is seen to have asked counts for nobody', () => {
    expect(fixers({}, copilot)).toEqual([]);
    expect(fixers({ assignees: [dependabot], coAuthors: [copilot] }, copilot)).toEqual([]);
  });

  test('an agent that helped is named and gets no part; being assigned to a colleague’s change is none', () => {
    expect(fixers({ coAuthors: [copilot], assignees: [jun, ada] })).toEqual([
      ['priya', ['Copilot'], 'Wrote the fix #378 (merged 71 minutes after the incident was opened).'],
    ]);
  });
});
