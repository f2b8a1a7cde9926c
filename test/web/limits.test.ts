import { afterEach, describe, expect, test } from '@jest/globals';
import { exampleOf, signatureOf } from '../intake/webhooks.ts';
import { connectTo, headOf, secret, startRig } from './rig.ts';
import type { Rig, RigOptions } from './rig.ts';

const rigs: Rig[] = [];

async function start(options: RigOptions = {}): Promise<Rig> {
  const rig = await startRig(options);
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  await Promise.all(rigs.splice(0).map(({ server }) => server.close()));
});

const labeled = JSON.stringify(exampleOf('issues', 'labeled'));
const signature = `x-hub-signature-256: ${signatureOf(labeled, secret)}`;

describe('bodies', () => {
  test('25 MB come through', async () => {
    const rig = await start();
    const body = `{"fill":"${'x'.repeat(25 * 1024 * 1024 - 11)}"}`;
    expect(body).toHaveLength(25 * 1024 * 1024);
    expect((await rig.send('issues', body)).status).toBe(200);
  });

  test('26 MB are refused before any of it is sent', async () => {
    const { server } = await start();
    const connection = await connectTo(server);
    connection.write(headOf(signature, `content-length: ${26 * 1024 * 1024}`));
    expect(await connection.ended).toMatch(
      /^HTTP\/1\.1 413 [\s\S]*This is longer than any delivery of GitHub\.\n$/,
    );
  });

  test('without a declared length they are refused as soon as they are too long', async () => {
    const { server, intake } = await start({ limits: { body: 1000 } });
    const connection = await connectTo(server);
    connection.write(headOf(signature, 'transfer-encoding: chunked'));
    connection.write(`3e8\r\n${'x'.repeat(1000)}\r\n1\r\nx\r\n`);
    expect(await connection.ended).toMatch(/^HTTP\/1\.1 413 /);
    expect(intake.counts()).toEqual({});
  });

  test('and are taken without a declared length as long as they are not', async () => {
    const { server, kept } = await start();
    const connection = await connectTo(server);
    connection.write(headOf(signature, 'transfer-encoding: chunked', 'connection: close'));
    const half = Buffer.from(labeled.slice(0, 100));
    const rest = Buffer.from(labeled.slice(100));
    connection.write(`${half.length.toString(16)}\r\n${half.toString()}\r\n`);
    connection.write(`${rest.length.toString(16)}\r\n${rest.toString()}\r\n0\r\n\r\n`);
    expect(await connection.ended).toMatch(/^HTTP\/1\.1 200 /);
    expect(kept).toHaveLength(1);
  });

  test('together they take no more than they may; the one that is too many is to come again', async () => {
    const { server, send } = await start({ limits: { body: 60_000, bodies: 90_000 } });
    const waiting = await connectTo(server);
    waiting.write(`${headOf(signature, 'content-length: 60000')}${'x'.repeat(59_999)}`);
    await untilHeld(send);
    const body = `{"fill":"${'x'.repeat(50_000)}"}`;
    expect((await send('issues', body)).status).toBe(503);
    waiting.write('x');
    await send('issues', '{}');
    expect((await send('issues', body)).status).toBe(200);
  });
});

/** The server has read what was written on another connection: it refuses what would be too much beside it. */
async function untilHeld(send: Rig['send']): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const response = await send('issues', `{"fill":"${'x'.repeat(50_000)}"}`);
    if (response.status === 503) return;
  }
  throw new Error('The body that waits was never counted.');
}

describe('slow senders', () => {
  test('are cut off, and hold up nobody', async () => {
    const limits = { headers: 400, request: 400, look: 50 };
    const { server, send, kept } = await start({ limits });
    const slow = await Promise.all(Array.from({ length: 50 }, () => connectTo(server)));
    for (const [index, connection] of slow.entries()) {
      connection.write(
        index % 2 === 0 ? 'POST /api/gi' : `${headOf(signature, 'content-length: 100')}{"half`,
      );
    }
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('issues', labeled)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const endings = await Promise.all(slow.map(({ ended }) => ended));
    expect(endings.filter((ending) => ending.startsWith('HTTP/1.1 408 '))).toHaveLength(50);
    expect(kept).toHaveLength(10);
  });
});

describe('closing', () => {
  test('lets running requests finish and takes no new one', async () => {
    const door = Promise.withResolvers<void>();
    const inside = Promise.withResolvers<void>();
    const { server, send } = await start({
      hear: () => {
        inside.resolve();
        return door.promise;
      },
    });
    const running = send('issues', labeled);
    await inside.promise;
    const closing = server.close();
    await expect(send('issues', labeled)).rejects.toThrow('fetch failed');
    door.resolve();
    expect((await running).status).toBe(200);
    await closing;
  });

  test('does not wait for ever for what never ends', async () => {
    const door = Promise.withResolvers<never>();
    const inside = Promise.withResolvers<void>();
    const { server, send } = await start({
      limits: { drain: 30 },
      answerWithin: 8000,
      hear: () => {
        inside.resolve();
        return door.promise;
      },
    });
    const running = send('issues', labeled).then(
      () => 'answered',
      () => 'cut off',
    );
    await inside.promise;
    await server.close();
    expect(await running).toBe('cut off');
    door.reject(new Error('The test is over.'));
  });

  test('ends connections that only wait for another request, and may be asked twice', async () => {
    const { server } = await start();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await Promise.all([server.close(), server.close()]);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed');
  });
});
