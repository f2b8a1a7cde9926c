/** The server's answer is longer than any answer to our question could be. */
export class Overlong extends Error {
  override readonly name = 'Overlong';
}

/** The answer was not whole in time. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

export type Bounds = {
  /** In milliseconds, for the whole answer, to its last byte. */
  readonly patience: number;
  readonly mostBytes: number;
};

/**
 * A fetch that ends: also where a server sends its answer byte by byte, or without end. It follows no redirect, so what
 * is sent goes where the settings say and nowhere else.
 */
export function boundedFetch({ patience, mostBytes }: Bounds): typeof fetch {
  return async (address, init) => {
    const late = AbortSignal.timeout(patience);
    const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late;
    try {
      const answer = await fetch(address, { ...init, signal, redirect: 'error' });
      const { status, statusText, headers } = answer;
      return new Response(await textOf(answer, mostBytes), { status, statusText, headers });
    } catch (error) {
      throw late.aborted ? new TooSlow() : error;
    }
  };
}

async function textOf({ body }: Response, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop lets go of the connection.
    if (length > mostBytes) throw new Overlong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
