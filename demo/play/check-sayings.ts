import type { Cast } from './cast.ts';
import type { Difference } from './compare.ts';
import { isAnswer } from './posts.ts';
import type { Post } from './posts.ts';

/** What people said to the application was answered below it, as the story expects, and once. */
export function checkSayings({ story, places }: Cast, posts: readonly Post[]): readonly Difference[] {
  const sayings = [
    ...(story.sayings ?? []),
    ...(story.ownIssues ?? []).map((issue) => ({ ...issue, answered: 'noted' as const })),
  ];
  return sayings.flatMap(({ handle, body, answered }) => {
    const place = places.get(handle);
    const command = body.split('\n').find((line) => line.startsWith('/groundwork')) ?? body;
    const beginning = `- \`${command.slice(0, 20)}`;
    const found = posts
      .filter(isAnswer)
      .filter((post) => post.repository === place?.repository && post.number === place.number)
      .filter((post) => asRead(post.body).startsWith(beginning))
      .filter((post) => post.body.includes(': noted.') === (answered === 'noted'));
    const where = `${handle}: ${command}`;
    return found.length === 1
      ? []
      : [{ where, expected: `one answer, ${answered}`, found: `${found.length} of them` }];
  });
}

/** Names of people are broken up so that nobody is called; a reader sees them whole. */
function asRead(body: string): string {
  return body.replaceAll('\u200B', '');
}
