import { describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { GiveUp } from '../../src/errors.ts';
import { readHookAddress } from '../../src/github/hook.ts';

/** GitHub, which answers every question with this. */
function appOf(answer: unknown, asked: string[] = []): Octokit {
  const reply: typeof fetch = async (input, init) => {
    const { method, url } = new Request(input, init);
    asked.push(`${method} ${new URL(url).pathname}`);
    return Response.json(answer);
  };
  return new Octokit({ request: { fetch: reply } });
}

function read(answer: unknown, asked?: string[]): Promise<string | null> {
  const app = appOf(answer, asked);
  return readHookAddress({ app, installation: () => app });
}

describe('the address of the webhook', () => {
  test('is asked of the app’s own settings', async () => {
    const asked: string[] = [];
    const url = 'https://groundwork.harbour.example/api/github/webhooks';
    expect(await read({ content_type: 'json', url, secret: '********' }, asked)).toBe(url);
    expect(asked).toEqual(['GET /app/hook/config']);
  });

  test.each([[{}], [{ url: '' }], [{ url: null }]])('%j is none', async (answer) => {
    expect(await read(answer)).toBeNull();
  });

  test('an answer of another kind is refused', async () => {
    await expect(read({ url: 7 })).rejects.toThrow(GiveUp);
  });
});
