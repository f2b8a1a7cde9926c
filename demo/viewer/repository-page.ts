import { html } from './html.ts';
import { missing } from './page.ts';
import type { Page } from './page.ts';
import { threadLine } from './parts.ts';
import type { Shelf } from './shelf.ts';

/** All issues and pull requests of a repository, newest first. */
export function repositoryPage({ state }: Shelf, name: string): Page {
  const repository = state.repositories.get(name);
  if (repository === undefined) return missing();
  const threads = [...repository.threads.values()].toSorted((one, other) => other.number - one.number);
  return {
    status: 200,
    title: name,
    content: html` <h1 class="title">${name} <span>${repository.visibility}</span></h1>
      <p>${repository.description ?? ''}</p>
      <ul class="rows">
        ${threads.map((thread) => threadLine(name, thread))}
      </ul>
      ${threads.length === 0 ? html`<p class="empty">There are no issues and no pull requests here.</p>` : ''}`,
  };
}
