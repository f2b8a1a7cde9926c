import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { ping } from '../../src/store/ping.ts';

const opened: { readonly server: Server; readonly sockets: Socket[] }[] = [];

afterEach(async () => {
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
});

/** A server that lets everybody in and never says a word. */
async function silentServer(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  opened.push({ server, sockets });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

test('a server that is silent is not there, and the wait is short', async () => {
  const port = await silentServer();
  const pool = new Pool({ connectionString: `postgresql://app@127.0.0.1:${port}/app` });
  pool.on('error', () => undefined);
  await expect(ping(pool, 50)).rejects.toThrow('The database did not answer within 0.05 seconds.');
});

test('what the server says instead is passed on', async () => {
  const refusal = new Error('the database system is shutting down');
  const query = () => Promise.reject(refusal);
  await expect(ping({ query })).rejects.toBe(refusal);
});

test('an answer is enough', async () => {
  await expect(ping({ query: () => Promise.resolve({ rows: [] }) })).resolves.toBeUndefined();
});
