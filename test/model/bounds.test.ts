import { afterEach, describe, expect, test } from '@jest/globals';
import { answer, area, askingAt, lost } from './asking.ts';
import { completion, startModelServer } from './server.ts';
import type { Answering, ModelServer } from './server.ts';

// What no mock of a model does: answers at the level of bytes.

let server: ModelServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function outcomesOf(answering: Answering, bounds = {}) {
  server = await startModelServer(answering);
  const { reader, question } = askingAt(server.url, {}, bounds);
  return (await reader.ask(question)).calls;
}

describe('a server that does not end', () => {
  test('byte by byte: patience is for the whole answer', async () => {
    const calls = await outcomesOf(
      (response) => {
        response.setHeader('content-type', 'application/json');
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
      { patience: 300 },
    );
    expect(calls).toMatchObject([{ outcome: 'slow' }]);
  });

  test('an enormous answer is let go, and not asked for again', async () => {
    let written = 0;
    const calls = await outcomesOf(
      (response) => {
        response.setHeader('content-type', 'application/json');
        const more = (): void => {
          written += 64 * 1024;
          if (!response.destroyed) response.write(' '.repeat(64 * 1024), () => setImmediate(more));
        };
        more();
      },
      { mostBytes: 256 * 1024 },
    );
    expect(calls).toMatchObject([{ outcome: 'overlong' }]);
    expect(written).toBeGreaterThan(256 * 1024);
    expect(server?.asked).toHaveLength(1);
  });

  test('a server that sends elsewhere is not followed', async () => {
    const elsewhere = await startModelServer(completion('{}'));
    const calls = await outcomesOf((response) => {
      response.statusCode = 307;
      response.setHeader('location', `${elsewhere.url}/v1/chat/completions`);
      response.end();
    });
    expect(calls).toMatchObject([{ outcome: 'unreachable' }]);
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });
});

describe('a server that says less than it should', () => {
  test.each([
    ['no usage', {}],
    ['usage that is none', { usage: { prompt_tokens: -5, completion_tokens: 'many' } }],
  ])('%s: tokens are counted by length, and marked so', async (_, more) => {
    const content = answer({ areas: [area('care', lost)] });
    const calls = await outcomesOf(completion(content, more));
    const tokensOut = Math.ceil(content.length / 3);
    expect(calls).toMatchObject([{ outcome: 'answered', estimated: true, tokensOut }]);
    expect(calls[0]?.tokensIn).toBeGreaterThan(100);
    expect(calls[0]?.cost).toBeGreaterThan(0);
  });

  test.each([
    ['an empty object', '{}'],
    ['null', 'null'],
    ['no choices', '{"choices":[]}'],
    ['choices that are none', '{"choices":[null]}'],
  ])('%s is no answer', async (_, text) => {
    const calls = await outcomesOf((response) => {
      response.setHeader('content-type', 'application/json');
      response.end(text);
    });
    expect(calls.map(({ outcome }) => outcome)).toEqual(['unfit', 'unfit']);
  });
});
