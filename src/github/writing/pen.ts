import { GiveUp } from '../../errors.ts';
import type { RepositoryAddress } from '../../ports/github.ts';
import type { Client, Clients } from '../client.ts';
import { once } from '../once.ts';
import { appAnswer, repositoryAnswer } from './answers.ts';
import { readFor, readOf } from './ask.ts';

/** What one text is written with: a client, where, and in whose name. */
export type Pen = {
  readonly client: Client;
  readonly place: Place;
  /** `groundwork[bot]`: nobody else can have this login. */
  readonly login: () => Promise<string>;
  /** Made sure of before each write, once for each text. */
  readonly repository: () => Promise<WritableRepository>;
  /** Takes one piece of the budget for new content. @throws RetryLater */
  readonly takeBudget: () => void;
};

/** As Octokit wants it with every request. */
export type Place = { readonly owner: string; readonly repo: string };

export type WritableRepository = { readonly name: string; readonly defaultBranch: string };

export type Author = { readonly login: string; readonly type: string } | null;

export function penFor(
  clients: Clients,
  login: () => Promise<string>,
  repository: RepositoryAddress,
  takeBudget: () => void,
): Pen {
  const client = clients.installation(repository.installation);
  const place = placeOf(repository.name);
  const checked = once(() => writableRepository(client, repository, place));
  return { client, place, login, repository: checked, takeBudget };
}

/** The app's login as it writes. Asked for once; a failure is not kept. */
export function loginOf(clients: Clients): () => Promise<string> {
  return once(async () => {
    const { slug } = await readOf('reading the app', appAnswer, () =>
      clients.app.rest.apps.getAuthenticated(),
    );
    return `${slug}[bot]`;
  });
}

/** Strangers can copy a marker, but not write in the app's name. */
export async function isOurs(pen: Pen, author: Author): Promise<boolean> {
  const login = await pen.login();
  return author?.type === 'Bot' && author.login.toLowerCase() === login.toLowerCase();
}

/** A name can pass to another repository, and what was meant for few would be read by others there. */
async function writableRepository(
  client: Client,
  { id, name }: RepositoryAddress,
  place: Place,
): Promise<WritableRepository> {
  const repository = await readFor(`reading ${name}`, repositoryAnswer, () => client.rest.repos.get(place));
  if (repository === null)
    throw new GiveUp(`The repository ${name} is gone, or the app is not installed on it.`);
  if (repository.id !== id)
    throw new GiveUp(`${name} is another repository than it was, so nothing was written there.`);
  if (repository.archived)
    throw new GiveUp(`The repository ${name} is archived: unarchive it, or name another one in the rules.`);
  return { name: repository.full_name, defaultBranch: repository.default_branch };
}

function placeOf(name: string): Place {
  const [owner = '', repo = '', ...rest] = name.split('/');
  if (owner === '' || repo === '' || rest.length > 0)
    throw new GiveUp(`“${name}” is no name of a repository: it should be owner/name.`);
  return { owner, repo };
}
