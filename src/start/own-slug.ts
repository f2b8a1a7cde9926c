import { reasonOf } from '../errors.ts';
import type { GitHub } from '../ports/github.ts';

/** Milliseconds. */
const pause = 30_000;

export type OwnSlug = { readonly slug: () => string | null; stop(): void };

/** The app's own name on GitHub, so that it does not listen to itself. Asked until GitHub answers. */
export function askOwnSlug({ app }: Pick<GitHub, 'app'>, say: (line: string) => void): OwnSlug {
  let slug: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  const ask = (): void =>
    void app.identity().then(
      (identity) => (slug = identity.slug),
      (error: unknown) => {
        say(`GitHub did not say who this app is: ${reasonOf(error)}`);
        timer = setTimeout(ask, pause);
      },
    );
  ask();
  return { slug: () => slug, stop: () => clearTimeout(timer ?? undefined) };
}
