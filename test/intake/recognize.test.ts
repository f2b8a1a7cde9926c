import { describe, expect, test } from '@jest/globals';
import { recognize } from '../../src/intake/recognize.ts';
import type { Recognized } from '../../src/intake/recognize.ts';

const receivedAt = '2026-03-03T10:00:05.000Z';
const id = '0b989ba4-242f-11e5-81e1-c7b6966d2516';

const installation = { id: 501 };
const organization = { id: 77, login: 'harbour' };
const repository = { id: 9001, name: 'payments-api', owner: { id: 77, login: 'harbour' } };
const sender = { id: 11, login: 'adaeze', type: 'User' };
const around = { installation, organization, repository, sender };
const ownBot = { id: 900, login: 'groundwork[bot]', type: 'Bot' };
const otherBot = { id: 901, login: 'dependabot[bot]', type: 'Bot' };
const merged = {
  number: 412,
  merged_at: '2026-03-03T10:00:00Z',
  updated_at: '2026-03-03T10:00:01Z',
  user: sender,
};
const open = { ...merged, merged_at: null };
const incident = { number: 377, updated_at: '2026-03-14T02:11:00Z', user: sender };
const comment = { id: 3003, updated_at: '2026-03-14T02:20:00+02:00', body: 'The 9 o’clock page is gone.' };

function hear(event: string, payload: unknown, ownSlug: string | null = 'groundwork'): Recognized {
  return recognize({ event, id, payload, receivedAt }, ownSlug);
}

describe('what is recorded', () => {
  test('a merge: ids, and nothing that anybody wrote', () => {
    const payload = { action: 'closed', ...around, pull_request: { ...merged, title: 'Index', body: 'Why' } };
    expect(hear('pull_request', payload)).toEqual({
      kind: 'delivery',
      rulesMayHaveChanged: false,
      delivery: {
        id,
        event: 'pull_request',
        action: 'closed',
        account: 77,
        installation: 501,
        repository: 9001,
        subject: { kind: 'change', number: 412 },
        comment: null,
        actor: 11,
        updatedAt: '2026-03-03T10:00:01.000Z',
        receivedAt,
      },
    });
  });

  type Case = readonly [what: string, event: string, payload: object, delivery: object];
  const changed = { subject: { kind: 'change', number: 412 } };
  const issue = { subject: { kind: 'issue', number: 377 } };
  const account = { account: 77, subject: null };
  const cases: readonly Case[] = [
    ['a late review', 'pull_request_review', { action: 'submitted', pull_request: merged }, changed],
    [
      'a comment on a line',
      'pull_request_review_comment',
      { action: 'created', pull_request: merged, comment },
      { ...changed, comment: 3003, updatedAt: '2026-03-14T00:20:00.000Z' },
    ],
    [
      'a resolved thread',
      'pull_request_review_thread',
      { action: 'resolved', pull_request: merged },
      changed,
    ],
    ['an incident label', 'issues', { action: 'labeled', issue: incident }, issue],
    [
      'a comment on an issue',
      'issue_comment',
      { action: 'created', issue: incident, comment },
      { ...issue, comment: 3003 },
    ],
    [
      'a comment below a merged pull request',
      'issue_comment',
      {
        action: 'created',
        issue: { ...incident, number: 412, pull_request: { merged_at: merged.merged_at } },
        comment,
      },
      changed,
    ],
    [
      'a comment where GitHub does not say whether it is merged',
      'issue_comment',
      { action: 'created', issue: { ...incident, number: 412, pull_request: { url: 'https://…' } }, comment },
      changed,
    ],
    [
      'an answer below a pull request of ours that is open',
      'issue_comment',
      {
        action: 'created',
        issue: { ...incident, number: 412, user: ownBot, pull_request: { merged_at: null } },
        comment,
      },
      changed,
    ],
    [
      'a tick in a pull request of ours',
      'pull_request',
      { action: 'edited', pull_request: { ...open, user: ownBot } },
      changed,
    ],
    [
      'a tick in an issue of ours',
      'issues',
      { action: 'edited', issue: { ...incident, user: ownBot } },
      issue,
    ],
    [
      'a new issue that speaks to the app',
      'issues',
      { action: 'opened', issue: { ...incident, body: 'Hello,\r\n\r\n/Groundwork win The drill.' } },
      issue,
    ],
    [
      'a bot that is not ours',
      'issues',
      { action: 'labeled', issue: incident, sender: otherBot },
      { ...issue, actor: 901 },
    ],
    [
      'an account that is gone',
      'issues',
      { action: 'closed', issue: { ...incident, user: null }, sender: null },
      { ...issue, actor: null },
    ],
    [
      'no installation',
      'issues',
      { action: 'closed', issue: incident, installation: undefined },
      { ...issue, installation: null },
    ],
    [
      'a repository of a person',
      'issues',
      {
        action: 'closed',
        issue: incident,
        organization: undefined,
        repository: { ...repository, owner: { id: 11 } },
      },
      { account: 11 },
    ],
    [
      'a moment no calendar has',
      'issues',
      { action: 'closed', issue: { ...incident, updated_at: '0000-13-45' } },
      { updatedAt: null },
    ],
    ['no action', 'issues', { issue: incident }, { action: null }],
    [
      'a new installation',
      'installation',
      {
        action: 'created',
        organization: undefined,
        repository: undefined,
        installation: { id: 501, account: { id: 77, login: 'harbour' } },
      },
      account,
    ],
    [
      'repositories added',
      'installation_repositories',
      {
        action: 'added',
        organization: undefined,
        repository: undefined,
        installation: { id: 501, account: { id: 77, login: 'harbour' } },
      },
      account,
    ],
    ['a repository made public', 'repository', { action: 'publicized' }, { ...account, repository: 9001 }],
    ['somebody left', 'organization', { action: 'member_removed', repository: undefined }, account],
    ['somebody joined a team', 'membership', { action: 'added', repository: undefined }, account],
    ['a team renamed', 'team', { action: 'edited', repository: undefined }, account],
  ];
  test.each(cases)('%s', (_, event, payload, delivery) => {
    expect(hear(event, { ...around, ...payload })).toMatchObject({ kind: 'delivery', delivery });
  });

  const rules = { ...repository, name: '.github' };
  test.each([
    ['a merge into .github', 'closed', rules, merged, true],
    ['an edit of what was merged there', 'edited', rules, merged, false],
    ['a merge elsewhere', 'closed', { ...repository, name: 'github' }, merged, false],
  ])('rules may have changed: %s', (_, action, where, pull_request, rulesMayHaveChanged) => {
    const payload = { ...around, action, repository: where, pull_request };
    expect(hear('pull_request', payload)).toMatchObject({ rulesMayHaveChanged });
  });

  test('as long as the name of our own bot is not known, what a bot opened may be ours', () => {
    const payload = { action: 'edited', ...around, pull_request: { ...open, user: ownBot } };
    expect(hear('pull_request', payload, null).kind).toBe('delivery');
    expect(hear('pull_request', { ...payload, pull_request: open }, null).kind).toBe('ignored');
  });
});

describe('what is ignored', () => {
  type Case = readonly [what: string, event: string, payload: unknown, reason: string];
  const cases: readonly Case[] = [
    ['another event', 'push', { ...around }, 'not an event we hear'],
    ['the name of something every object has', 'constructor', { ...around }, 'not an event we hear'],
    [
      'closed without merging',
      'pull_request',
      { action: 'closed', ...around, pull_request: open },
      'not merged',
    ],
    ['a review before the merge', 'pull_request_review', { ...around, pull_request: open }, 'not merged'],
    [
      'a bump still open',
      'pull_request',
      { ...around, pull_request: { ...open, user: otherBot } },
      'not merged',
    ],
    [
      'a namesake of our bot who is a person',
      'pull_request',
      { ...around, pull_request: { ...open, user: { ...ownBot, type: 'User' } } },
      'not merged',
    ],
    [
      'a comment before the merge',
      'issue_comment',
      { ...around, issue: { ...incident, pull_request: { merged_at: null } } },
      'not merged',
    ],
    [
      'our own comment',
      'issue_comment',
      { ...around, issue: incident, comment, sender: ownBot },
      'our own doing',
    ],
    [
      'our own edit',
      'issues',
      { action: 'edited', ...around, issue: incident, sender: ownBot },
      'our own doing',
    ],
    [
      'a new issue',
      'issues',
      { action: 'opened', ...around, issue: { ...incident, body: 'Say `/groundwork win …` there.' } },
      'nothing said to the app',
    ],
    [
      'a new issue without a text',
      'issues',
      { action: 'opened', ...around, issue: incident },
      'nothing said to the app',
    ],
    ['no repository', 'issues', { ...around, repository: undefined, issue: incident }, 'not understood'],
    ['no account at all', 'team', { sender, team: { id: 4 } }, 'no account'],
    [
      'an enterprise',
      'installation',
      { action: 'created', installation: { id: 501, account: { id: 3, slug: 'acme' } } },
      'not understood',
    ],
    [
      'an id beyond exact numbers',
      'issues',
      { ...around, repository: { ...repository, id: 2 ** 53 }, issue: incident },
      'not understood',
    ],
    ['a number as text', 'issues', { ...around, issue: { ...incident, number: '377' } }, 'not understood'],
    [
      'a number that no database takes',
      'issues',
      { ...around, issue: { ...incident, number: 2 ** 31 } },
      'not understood',
    ],
    [
      'an action that is a sentence',
      'issues',
      { ...around, action: 'drop it all', issue: incident },
      'not understood',
    ],
    ['a negative id', 'organization', { ...around, organization: { id: -1 } }, 'not understood'],
    ['nothing', 'issues', null, 'not understood'],
    ['a list', 'pull_request', [], 'not understood'],
    ['text', 'pull_request', 'closed', 'not understood'],
  ];
  test.each(cases)('%s', (_, event, payload, reason) => {
    expect(hear(event, payload)).toEqual({ kind: 'ignored', reason });
  });

  test.each(['', ' ', 'a b', 'x'.repeat(101), 'line\nbreak'])('a delivery id that is none: %j', (wrong) => {
    const payload = { ...around, action: 'closed', issue: incident };
    const webhook = { event: 'issues', id: wrong, payload, receivedAt };
    expect(recognize(webhook, null)).toEqual({ kind: 'ignored', reason: 'not understood' });
  });
});
