import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A door in front of a server: shutting it is an outage, as its clients see it. */
export type Gate = {
  readonly url: string;
  /** Cuts every connection and refuses new ones. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Lets the present connections go silent without a word; new ones work. */
  freeze(): void;
};

/** Puts a gate in front of the server at `url`; it starts out shut. */
export async function putGate(url: string): Promise<Gate> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => join(near, target, sockets));
  const address = new URL(url);
  address.port = String(await listen(server, 0));
  address.hostname = '127.0.0.1';
  await shut();

  async function shut(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  }

  return {
    url: address.href,
    shut,
    open: async () => void (await listen(server, Number(address.port))),
    freeze() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gate has no port.');
  return address.port;
}

function join(near: Socket, target: URL, sockets: Set<Socket>): void {
  const far = connect(Number(target.port), target.hostname);
  pass(near, far, sockets);
  pass(far, near, sockets);
}

function pass(from: Socket, to: Socket, sockets: Set<Socket>): void {
  sockets.add(from);
  from.pipe(to);
  from.on('error', () => to.destroy());
  from.on('close', () => {
    sockets.delete(from);
    to.destroy();
  });
}
