import { describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import { GiveUp } from '../../src/errors.ts';
import { openApp } from '../../src/github/app-side.ts';
import { applyPlan } from '../../src/github/make-repositories.ts';
import { unpaced } from '../../src/github/pacing.ts';
import { planRepositories } from '../../src/github/reports-repositories.ts';
import { expected } from '../../src/github/trouble.ts';
import { openWriting } from '../../src/github/writing/open.ts';
import { stubGitHub } from './reading/stub.ts';

/** Somebody's words inside the answer: they may stand in no reason. */
const theirs = 'written-by-somebody';

const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {}

/** Answers everything like this, with status 200. */
function answering(body: string): Octokit {
  const type = body.startsWith('<') ? 'text/html' : 'application/json';
  const send = async () => new Response(body, { headers: { 'content-type': type } });
  return new Octokit({ baseUrl: 'https://github.example', log, request: { fetch: send } });
}

const text = {
  account: 900,
  repository: { installation: 3, id: 7, name: 'harbour/reviews-ada' },
  key: 'report/7',
  title: 'Report',
  body: 'The report.',
  known: null,
};
const plan = {
  owner: 'harbour',
  ownerType: 'organization',
  steps: [{ kind: 'create', name: 'reviews-ada', description: '' }],
  waiting: [],
  problems: [],
} as const;

type Call = (octokit: Octokit) => Promise<unknown>;

const app = answering(JSON.stringify({ slug: 'groundwork' }));
const writing = (octokit: Octokit) => openWriting({ app, installation: () => octokit }, unpaced);
const calls: readonly (readonly [string, Call])[] = [
  ['a comment', (octokit) => writing(octokit).ensureComment({ ...text, number: 1 })],
  [
    'an issue',
    (octokit) => writing(octokit).ensureIssue({ ...text, labels: [], assignees: [], continuations: [] }),
  ],
  [
    'a pull request',
    (octokit) =>
      writing(octokit).ensurePullRequest({ ...text, path: 'a.md', content: '# A\n', branch: 'groundwork/a' }),
  ],
  ['closing an issue', (octokit) => writing(octokit).closeIssue(text.repository, 1)],
  ['planning repositories', (octokit) => planRepositories(octokit, { owner: 'harbour', wanted: [] })],
  ['making repositories', (octokit) => applyPlan(octokit, plan, ignore)],
  ['the app itself', (octokit) => openApp({ app: octokit, installation: () => octokit }).identity()],
];

const answers = [
  ['an object without what is wanted', JSON.stringify({ [theirs]: theirs })],
  ['values of another kind', JSON.stringify({ id: theirs, private: theirs, login: 7, slug: {}, type: [] })],
  ['entries of another kind', JSON.stringify([theirs, null, { id: theirs }])],
  ['nothing', 'null'],
  ['a page of a proxy', `<html>${theirs}</html>`],
] as const;

describe.each(calls)(
  'an answer that is not understood is given up with a reason to act on: %s',
  (_, call) => {
    test.each(answers)('%s', async (__, body) => {
      const failure: unknown = await call(answering(body)).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(GiveUp);
      expect((failure as GiveUp).reason).toMatch(/Groundwork understands.*please report it\.$/u);
      expect((failure as GiveUp).reason).not.toContain(theirs);
    });
  },
);

test('the reason names at most three places of the answer, and what was asked for', () => {
  const schema = z.object({ a: z.string(), b: z.string(), c: z.string(), d: z.string() });
  expect(() => expected('reading harbour/orders', schema, { a: 1 })).toThrow(
    'understands (reading harbour/orders; at a, b, c).',
  );
  expect(expected('reading', schema.pick({ a: true }), { a: 'x', b: theirs })).toEqual({ a: 'x' });
});

describe('who the app is', () => {
  const json = { id: 1001, slug: 'groundwork', permissions: {}, events: [] };

  test('is asked once', async () => {
    const { clients, asked } = stubGitHub({ rest: () => ({ json }) });
    const side = openApp(clients);
    expect(await Promise.all([side.identity(), side.identity()])).toEqual([json, json]);
    expect(await side.identity()).toEqual(json);
    expect(asked.map(({ url }) => url.pathname)).toEqual(['/app']);
  });

  test('is asked again after a failure', async () => {
    let status = 502;
    const { clients } = stubGitHub({ rest: () => ({ status, json }) });
    const side = openApp(clients);
    await expect(side.identity()).rejects.toThrow('out of order');
    status = 200;
    expect(await side.identity()).toEqual(json);
  });
});
