import { describe, expect, test } from '@jest/globals';
import type { Actor, ChangeFacts } from '../../src/evidence/facts.ts';
import { agentOf, agentsOf, humansOf, isBot, noiseOfChange } from '../../src/evidence/noise.ts';
import { ada, bertil, copilot, dependabot, fromMail, changeFacts } from '../fixtures/facts.ts';

function login(label: string, type: Actor['type'] = 'user'): Actor {
  return { key: 'github:900', label, type };
}

const automations: readonly Actor[] = [
  login('anything-at-all', 'bot'),
  login('orders-sync[bot]'),
  login('renovate-bot'),
  login('k8s-ci-robot'),
  login('harbour-release-bot'),
  login('deploy-bot'),
  login('orders-bot'),
  login('harbour-robot'),
  login('harbour-ci'),
  login('orders_bot'),
  login('harbour-automation'),
  login('HarbourBuildBot'),
  login('bors'),
  login('google-oss-robot'),
  dependabot,
  fromMail('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'),
  fromMail('Renovate Bot', 'bot@renovateapp.com'),
  fromMail('GitHub Actions', 'deploys@harbour.example'),
  fromMail('CI', '41898282+github-actions[bot]@users.noreply.github.com'),
  fromMail('Hosted Weblate', 'hosted@weblate.org'),
  fromMail('pre-commit-ci[bot]', 'someone@harbour.example'),
  fromMail('Harbour Release Bot', 'releases@harbour.example'),
  fromMail('Harbour Bot', '1234+harbour-bot@users.noreply.github.com'),
  fromMail('Quay', '1234+quay-robot@users.noreply.github.com'),
  fromMail('harbour-sync', 'bot@harbour.example'),
  fromMail('Harbour Build', 'buildbot@harbour.example'),
  fromMail('Sluice', 'support+bot@harbour.example'),
  fromMail('ci', 'ci@harbour.example'),
  fromMail('Harbour CI', 'ci@harbour.example'),
  fromMail('Harbour Automation', 'automation@harbour.example'),
  fromMail('GitHub', 'noreply@github.com'),
  fromMail('Ada Lindqvist (bot)', 'ada@harbour.example'),
  fromMail('allcontributors', '46447321+allcontributors[bot]@users.noreply.github.com'),
];

const people: readonly Actor[] = [
  login('abbot'),
  login('jtalbot'),
  login('botond'),
  login('robotics-anna'),
  login('release-captain'),
  login('minabot'),
  login('jessebot'),
  login('cicero'),
  login('luci'),
  login('robot-mina'),
  login('merge-captain'),
  fromMail('Jan Bot', 'jan.bot@harbour.example'),
  fromMail('Ada Lindqvist', 'noreply@github.com'),
  fromMail('Carla Ivanova', 'ci@harbour.example'),
  fromMail('Erik Holm', 'erik.holm@harbour-automation.example'),
  fromMail('Elias Travis', 'travis@harbour.example'),
  fromMail('Lucia Bors', 'lucia.bors@harbour.example'),
  fromMail('Maria Abbot', 'maria.abbot@harbour.example'),
  fromMail('Robot Smith', 'robot@harbour.example'),
  fromMail('Edgar Talbot', 'talbot@harbour.example'),
  fromMail('Claude Moreau', 'claude.moreau@harbour.example'),
  fromMail('Claude', 'claude@harbour.example'),
  fromMail('Devin Okafor', 'devin@harbour.example'),
  fromMail('Jules', 'jules@harbour.example'),
  login('devin'),
  login('jules'),
  login('cursor-fan'),
  { key: '', label: '', type: 'user' },
];

describe('who is no person', () => {
  test.each(automations)('an automation: $label $key', (actor) => {
    expect(isBot(actor)).toBe(true);
  });

  test.each(people)('a person: $label $key', (actor) => {
    expect(isBot(actor)).toBe(false);
  });

  test('people are picked out in order, and agents are named once', () => {
    const claude = fromMail('Claude', 'noreply@anthropic.com');
    const actors = [bertil, claude, dependabot, ada, { ...claude, label: 'Claude Code' }, copilot];
    expect(humansOf(actors)).toEqual([bertil, ada]);
    expect(agentsOf(actors)).toEqual(['Claude', 'Copilot']);
  });
});

const agents: readonly (readonly [agent: string, author: Actor])[] = [
  ['Copilot', copilot],
  ['Copilot', login('copilot-swe-agent[bot]', 'bot')],
  ['Copilot', fromMail('Copilot', '198982749+Copilot@users.noreply.github.com')],
  ['Claude', login('claude[bot]', 'bot')],
  ['Claude', login('claude')],
  ['Claude', fromMail('Claude', 'noreply@anthropic.com')],
  ['Devin', login('devin-ai-integration[bot]', 'bot')],
  ['Codex', login('chatgpt-codex-connector[bot]', 'bot')],
  ['Cursor', fromMail('Cursor Agent', 'cursoragent@cursor.com')],
  ['Jules', login('google-labs-jules[bot]', 'bot')],
  ['Sweep', login('sweep-ai[bot]', 'bot')],
  ['Claude', fromMail('Claude Opus 4.6', 'noreply@anthropic.com')],
  ['Claude', fromMail('Claude', '81847+claude@users.noreply.github.com')],
  ['Claude', login('harbour-claude-ai-agent[bot]', 'bot')],
  ['Cursor', login('cursor[bot]', 'bot')],
  ['Devin', fromMail('apk', 'apk@cognition.ai')],
  ['OpenCode', fromMail('opencode', 'noreply@opencode.ai')],
];

describe('coding agents', () => {
  test.each(agents)('%s is known', (agent, author) => {
    expect(agentOf(changeFacts({ author }))).toEqual({ agent, askedBy: null });
  });

  test.each(people)('a person is no agent: $label', (author) => {
    expect(agentOf(changeFacts({ author }))).toBeNull();
  });

  test.each([dependabot, login('cursor-paging-sync[bot]', 'bot'), login('claude-fan', 'user')])(
    'whatever writes no code on request is no agent: $label',
    (author) => {
      expect(agentOf(changeFacts({ author }))).toBeNull();
    },
  );

  const commit = { id: '4f2a9c01', title: 'Add paging', at: '2026-03-02T08:00:00Z' };
  const asked: readonly (readonly [string, Partial<ChangeFacts>, Actor | null])[] = [
    ['the assignee', { assignees: [copilot, ada] }, ada],
    ['who the text says asked, if seen on the change', { body: 'Requested by: @bertil' }, bertil],
    ['nobody the record does not show', { body: 'Requested by: @mallory' }, null],
    [
      'no automation, though it was named',
      { body: 'Requested by: @renovate-bot', commits: [{ ...commit, author: login('renovate-bot') }] },
      null,
    ],
    ['the human co-author', { coAuthors: [copilot, ada] }, ada],
    [
      'the human author of a commit',
      {
        commits: [
          { ...commit, author: copilot },
          { ...commit, author: ada },
        ],
      },
      ada,
    ],
    [
      'nobody who only pressed a button',
      {
        commits: [
          { ...commit, author: ada, title: "Merge branch 'main' into agent/paging" },
          { ...commit, author: bertil, title: 'Apply suggestions from code review' },
        ],
      },
      null,
    ],
    [
      'whoever wrote about suggestions without a button',
      { commits: [{ ...commit, author: ada, title: 'Apply suggestions to the search box' }] },
      ada,
    ],
    ['the assignee before the co-author', { assignees: [ada], coAuthors: [bertil] }, ada],
    ['never the one who merged', { mergedBy: bertil }, null],
    ['no automation', { assignees: [dependabot], coAuthors: [copilot] }, null],
  ];

  test.each(asked)('the work counts for %s', (_, parts, askedBy) => {
    expect(agentOf(changeFacts({ author: copilot, ...parts }))).toEqual({ agent: 'Copilot', askedBy });
  });

  test('asked work is no noise; unasked work is', () => {
    expect(noiseOfChange(changeFacts({ author: copilot, assignees: [ada] }))).toEqual([]);
    expect(noiseOfChange(changeFacts({ author: copilot }))).toMatchObject([{ kind: 'bot', erases: true }]);
  });

  test('a trailer of an agent leaves the work with the person', () => {
    const change = changeFacts({ coAuthors: [fromMail('Claude', 'noreply@anthropic.com')] });
    expect(agentOf(change)).toBeNull();
    expect(noiseOfChange(change)).toEqual([]);
  });
});

describe('changes of automations', () => {
  test('are erased, and a merger gains nothing', () => {
    const noise = noiseOfChange(changeFacts({ author: dependabot, title: 'Something else' }));
    expect(noise).toMatchObject([{ kind: 'bot', erases: true }]);
  });

  test('keep the commits that people added', () => {
    const commits = [
      { id: 'a1', author: dependabot, title: 'bump', at: '2026-03-02T08:00:00Z' },
      { id: 'b2', author: ada, title: 'Adapt the client', at: '2026-03-02T09:00:00Z' },
    ];
    expect(noiseOfChange(changeFacts({ author: dependabot, commits }))).toMatchObject([
      { kind: 'bot', erases: false },
    ]);
    const merged = [{ ...commits[1]!, title: "Merge branch 'main' into bump" }];
    expect(noiseOfChange(changeFacts({ author: dependabot, commits: merged }))).toMatchObject([
      { erases: true },
    ]);
  });
});
