import type { Scene } from './server-scene.ts';

export type GraphqlAnswer = {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly {
    readonly type?: string;
    readonly message: string;
    readonly path?: readonly unknown[];
  }[];
};

/** Asks as a person, by login, or as the app in its installation: `bot`. */
export type Ask = (
  who: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<GraphqlAnswer>;

export function asking(scene: Scene): Ask {
  return async (who, query, variables) => {
    const client = who === 'bot' ? scene.bot : scene.as(who);
    const answer = await client.request('POST /graphql', { query, variables });
    const { data, errors } = answer.data as { data?: unknown; errors?: GraphqlAnswer['errors'] };
    return { status: answer.status, data: data ?? null, errors: errors ?? [] };
  };
}
