import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  /** Longer than one body may be. */
  | { readonly kind: 'too long' }
  /** All bodies that are being read take more memory than they may together. */
  | { readonly kind: 'too busy' }
  /** The sender went away, or was too slow. */
  | { readonly kind: 'cut off' };

export type BodyLimits = {
  /** Bytes of one body. */
  readonly body: number;
  /** Bytes of all bodies that are held at the same time. */
  readonly bodies: number;
};

export type BodyReader = {
  /** Reads the body, hands it on, and counts it as held until that is done. */
  read<Result>(request: IncomingMessage, use: (body: Body) => Promise<Result>): Promise<Result>;
};

/** Reads bodies of people who have not shown yet who they are: never more than the limits, declared or not. */
export function createBodyReader(limits: BodyLimits): BodyReader {
  let held = 0;

  async function collect(request: IncomingMessage, take: (bytes: number) => void): Promise<Body> {
    if (Number(request.headers['content-length'] ?? 0) > limits.body) return { kind: 'too long' };
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limits.body) return { kind: 'too long' };
      if (held + chunk.length > limits.bodies) return { kind: 'too busy' };
      take(chunk.length);
      chunks.push(chunk);
    }
    return { kind: 'whole', bytes: Buffer.concat(chunks) };
  }

  return {
    async read(request, use) {
      let mine = 0;
      const take = (bytes: number) => {
        mine += bytes;
        held += bytes;
      };
      try {
        return await use(await collect(request, take).catch(() => ({ kind: 'cut off' }) as const));
      } finally {
        held -= mine;
      }
    },
  };
}
