import type { Issue, Pull, Repository, State } from '../github/state.ts';
import type { StoryPerson } from '../story/story.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import type { Page } from './page.ts';
import { threadLine } from './parts.ts';
import { addressOf, shownAt } from './shelf.ts';
import type { Shelf } from './shelf.ts';

/** Everybody with their report, what broke, and the work that got a comment. */
export function startPage(shelf: Shelf): Page {
  const { state, story } = shelf;
  const engineers = story.people.filter(({ role }) => role === 'engineer');
  return {
    status: 200,
    title: 'Groundwork’s demo',
    content: html` <h1 class="title">Half a year of ${story.organisation}, an invented organisation</h1>
      <p>
        Everything here happened on a local GitHub, and the application heard of it by webhook. What it wrote
        has a coloured border.
      </p>
      <h2 class="part">Evidence reports</h2>
      <table class="plain">
        <tr>
          <th>Engineer</th>
          <th>Who they are</th>
          <th>Report</th>
          <th>Asked before</th>
        </tr>
        ${engineers.map((person) => personRow(shelf, person))}
      </table>
      ${noticeOf(shelf)}
      <h2 class="part">Incidents</h2>
      <ul class="rows">
        ${incidentsOf(state)}
      </ul>
      <h2 class="part">Work that got a comment</h2>
      ${[...state.repositories].map(([name, repository]) => commentedIn(state, name, repository))}
      <h2 class="part">All repositories</h2>
      <ul class="rows">
        ${[...state.repositories.keys()].map((name) => html`<li><a href="/${name}">${name}</a></li>`)}
      </ul>`,
  };
}

function personRow({ state, story }: Shelf, { login, name, about }: StoryPerson): Html {
  const current = shownAt(state, login);
  const repository = `${story.organisation}/reviews-${current}`;
  const threads = [...(state.repositories.get(repository)?.threads.values() ?? [])].filter((thread) =>
    isOurs(state, thread),
  );
  const preparation = threads.filter(({ labels }) => labels.includes('review preparation'));
  const report = threads.filter((thread) => !preparation.includes(thread));
  return html`<tr>
    <td>${name} <span class="faint">${current}</span></td>
    <td>${about}</td>
    <td>${linksTo(repository, report, 'report')}</td>
    <td>${linksTo(repository, preparation, 'preparation')}</td>
  </tr>`;
}

function linksTo(repository: string, threads: readonly (Issue | Pull)[], words: string): Html {
  return html`${threads.map((thread) => html`<a href="${addressOf(repository, thread)}">${words}</a>`)}`;
}

function noticeOf({ state, story }: Shelf): Html {
  const repository = `${story.organisation}/.github`;
  const notice = [...(state.repositories.get(repository)?.threads.values() ?? [])].find((thread) =>
    isOurs(state, thread),
  );
  return notice === undefined
    ? nothing
    : html`<p>
        <a href="${addressOf(repository, notice)}">What everybody was told before anything was kept</a>
      </p>`;
}

function incidentsOf({ repositories }: State): readonly Html[] {
  return [...repositories].flatMap(([name, { threads }]) =>
    [...threads.values()]
      .filter(({ kind, labels }) => kind === 'issue' && labels.includes('incident'))
      .map((thread) => threadLine(name, thread)),
  );
}

function commentedIn(state: State, name: string, { threads }: Repository): Html {
  const bot = `${state.app.slug}[bot]`;
  const commented = [...threads.values()].filter(
    (thread) => thread.kind === 'pull' && thread.comments.some(({ author }) => author === bot),
  );
  if (commented.length === 0) return nothing;
  return html`<p><a href="/${name}">${name}</a></p>
    <ul class="rows">
      ${commented.map((thread) => threadLine(name, thread))}
    </ul>`;
}

function isOurs(state: State, { author }: Issue | Pull): boolean {
  return author === `${state.app.slug}[bot]`;
}
