import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { startLocalGitHub } from '../../../demo/github/server.ts';
import { openIssue } from '../../../demo/github/actions.ts';
import { anIssue, bareWorld } from './actions-world.ts';
import { openScene } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
  openIssue(scene.world, 'siri', { ...anIssue, repository: 'harbour/sdk-node' });
});

afterAll(() => scene.github.close());

async function send(method: string, path: string, body?: string) {
  const headers = { authorization: 'Bearer tok-siri', 'content-type': 'application/json' };
  const answer = await fetch(`${scene.github.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const { message } = (await answer.json()) as { message?: string };
  return [answer.status, message];
}

describe('the server', () => {
  test('is on this machine only, and all its addresses lead to it', async () => {
    expect(scene.github.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const text = await (await fetch(`${scene.github.url}/repos/harbour/sdk-node/issues?state=all`)).text();
    const hosts = new Set([...text.matchAll(/https?:\/\/[^/"]+/g)].map(([host]) => host));
    expect([...hosts]).toEqual([scene.github.url]);
  });

  test.each([
    [
      'GET',
      '/repos/harbour/sdk-node/stargazers',
      undefined,
      400,
      'The local GitHub does not answer GET /repos/harbour/sdk-node/stargazers',
    ],
    ['GET', '/api/v3/user', undefined, 400, 'The local GitHub does not answer GET /api/v3/user'],
    ['GET', '/repos/harbour/nowhere', undefined, 404, 'Not Found'],
    ['GET', '/repos/harbour/sdk-node/issues/one', undefined, 404, 'Not Found'],
    ['GET', '/repos/harbour/sdk-node/issues/99', undefined, 404, 'Not Found'],
    ['POST', '/repos/harbour/sdk-node/issues', '{"title": "One",', 400, 'Problems parsing JSON'],
    ['POST', '/repos/harbour/sdk-node/issues', '[]', 400, 'Problems parsing JSON'],
    ['POST', '/repos/harbour/sdk-node/issues', '', 422, 'Validation Failed: "title" wasn\'t supplied.'],
    [
      'POST',
      '/repos/harbour/sdk-node/issues',
      '{"title": 7}',
      422,
      'Validation Failed: "title" is not a string.',
    ],
    [
      'POST',
      '/repos/harbour/sdk-node/issues/1/labels',
      '{"labels": [7]}',
      422,
      'Validation Failed: "labels" holds something that is not a string.',
    ],
    [
      'PATCH',
      '/repos/harbour/sdk-node/issues/1',
      '{"state": "gone"}',
      422,
      'Validation Failed: "state" is not one of open and closed.',
    ],
    [
      'POST',
      '/graphql',
      '{}',
      422,
      'Validation Failed: A query attribute must be specified and must be a string.',
    ],
  ])('%s %s %s', async (method, path, body, status, message) => {
    expect(await send(method, path, body)).toEqual([status, message]);
  });

  test('pages for people are at all other addresses', async () => {
    const other = await startLocalGitHub({ world: bareWorld(), page });
    const answer = await fetch(`${other.url}/harbour/sdk-node/issues/1`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
      'text/html; charset=utf-8',
      '<h1>Payouts</h1>',
    ]);
    expect((await fetch(`${other.url}/harbour/sdk-node/issues/2`)).status).toBe(400);
    expect((await fetch(`${other.url}/harbour/sdk-node/issues/1`, { method: 'POST' })).status).toBe(400);
    await other.close();
  });

  test('two of them do not know each other', async () => {
    const other = await startLocalGitHub({ world: bareWorld() });
    const issues = await (await fetch(`${other.url}/repos/harbour/sdk-node/issues`)).json();
    expect(issues).toEqual([]);
    expect(other.requests()).toEqual([
      { caller: 'nobody', route: 'GET /repos/:owner/:repo/issues', count: 1 },
    ]);
    await other.close();
    await expect(fetch(`${other.url}/zen`)).rejects.toThrow('fetch failed');
  });

  test('a port that is wanted and taken is an error', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as { port: number };
    await expect(startLocalGitHub({ world: bareWorld(), port })).rejects.toThrow('EADDRINUSE');
    await new Promise((resolve) => squatter.close(resolve));
    const there = await startLocalGitHub({ world: bareWorld(), port });
    expect(there.url).toBe(`http://127.0.0.1:${port}`);
    await there.close();
  });
});

function page({ pathname }: URL): string | null {
  return pathname === '/harbour/sdk-node/issues/1' ? '<h1>Payouts</h1>' : null;
}
