import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Redis } from 'ioredis';

export type DisposableRedis = { readonly url: string; stop(): Promise<void> };

/** Whether this machine has a Redis to test on. */
export function redisIsHere(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A Redis of the test's own, on a free loopback port, that keeps nothing on disk. */
export async function startDisposableRedis(): Promise<DisposableRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-redis-'));
  const port = await freePort();
  const server = spawn('redis-server', settings(port, folder), { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await answers(url, server);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settings(port: number, folder: string): string[] {
  const set = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  return Object.entries(set).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The machine gave no port.');
  return address.port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const failed = once(server, 'exit').then(() => Promise.reject(new Error('Redis ended at once.')));
  const late = sleep(10_000, undefined, { ref: false }).then(() =>
    Promise.reject(new Error('Redis does not answer.')),
  );
  await Promise.race([client.ping(), failed, late]).finally(() => client.disconnect());
  failed.catch(() => undefined);
  late.catch(() => undefined);
}
