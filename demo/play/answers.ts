import { editIssue } from '../github/actions.ts';
import type { Issue } from '../github/state.ts';
import { nameOf } from '../github/permissions.ts';
import { fullName } from './cast.ts';
import type { Cast } from './cast.ts';

/** What somebody made of a text of the app: it must stay so. */
export type Answer = {
  readonly login: string;
  readonly repository: string;
  readonly number: number;
  /** The whole text, as they left it. */
  readonly body: string;
};

const preparation = 'review preparation';

/**
 * People answer what the app asks of them, as soon as it stands: one takes the tick from the first box of the issue that
 * prepares the report, another writes into it. Gives the new answers.
 */
export function answersTo(cast: Cast, given: readonly Answer[]): readonly Answer[] {
  const [ticker, writer] = cast.story.people.filter(({ role }) => role === 'engineer');
  return [
    ...(ticker === undefined ? [] : answer(cast, given, ticker.login, untick)),
    ...(writer === undefined ? [] : answer(cast, given, writer.login, addALine)),
  ];
}

function answer(
  cast: Cast,
  given: readonly Answer[],
  login: string,
  change: (body: string) => string,
): readonly Answer[] {
  if (given.some((one) => one.login === login)) return [];
  const found = preparationFor(cast, login);
  if (found === null) return [];
  const body = change(found.issue.body);
  editIssue(cast.world, login, { repository: found.repository, number: found.issue.number, body });
  return [{ login, repository: found.repository, number: found.issue.number, body }];
}

/** The issue of the app in which it asks that person to look through their record. */
function preparationFor(
  { world, story }: Cast,
  login: string,
): { readonly repository: string; readonly issue: Issue } | null {
  const { state } = world;
  const current = state.users.get(nameOf(state, login) ?? login)?.login ?? login;
  const repository = fullName(story, `reviews-${current}`);
  const threads = [...(state.repositories.get(repository)?.threads.values() ?? [])];
  const issue = threads.find(
    (thread): thread is Issue => thread.kind === 'issue' && thread.labels.includes(preparation),
  );
  return issue === undefined ? null : { repository, issue };
}

function untick(body: string): string {
  return body.replace('- [x] ', '- [ ] ');
}

function addALine(body: string): string {
  const [first = '', ...rest] = body.split('\n');
  return [
    first,
    '',
    'I also held two talks for new colleagues in May, which no repository shows.',
    ...rest,
  ].join('\n');
}
