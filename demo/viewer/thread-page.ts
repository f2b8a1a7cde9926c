import type { Issue, Pull, Repository, State } from '../github/state.ts';
import { conversationOf } from './conversation.ts';
import type { Said } from './conversation.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { drawMarkdown } from './markdown.ts';
import type { MarkdownContext } from './markdown.ts';
import { missing, spellMoment } from './page.ts';
import type { Page } from './page.ts';
import { labelsOf, stateBadge } from './parts.ts';
import { knownIn, shownAt } from './shelf.ts';
import type { Shelf } from './shelf.ts';

/** An issue or a pull request, with everything that was said below it. */
export function threadPage(shelf: Shelf, name: string, number: number): Page {
  const repository = shelf.state.repositories.get(name);
  const thread = repository?.threads.get(number);
  if (repository === undefined || thread === undefined) return missing();
  const context: MarkdownContext = { repository: name, base: shelf.base, knows: knownIn(shelf.state) };
  const draw = (item: Said) => drawItem(shelf.state, item, context);
  return {
    status: 200,
    title: `${thread.title} · ${name}#${number}`,
    content: html` <p class="faint">
        <a href="/${name}">${name}</a>${repository.visibility === 'public' ? ' · public' : ''}
      </p>
      <h1 class="title">${thread.title} <span>#${number}</span></h1>
      <p>${stateBadge(thread)} ${summaryOf(shelf.state, repository, thread)} ${labelsOf(thread.labels)}</p>
      ${filesOf(thread)} ${conversationOf(thread).map(draw)}`,
  };
}

function summaryOf(state: State, repository: Repository, thread: Issue | Pull): Html {
  const who = html`<b>${shownAt(state, thread.author)}</b>`;
  if (thread.kind === 'issue') return html`${who} opened this on ${spellMoment(thread.createdAt)}`;
  const into = `${thread.head} → ${thread.base}`;
  return html`${who} wants to merge ${thread.commits.length} commits into <code>${repository.name}</code> ·
    <code>${into}</code>`;
}

function filesOf(thread: Issue | Pull): Html {
  if (thread.kind === 'issue') return nothing;
  const rows = thread.files.map(
    ({ path, status, additions, deletions }) =>
      html`<li><code>${path}</code> <span class="faint">${status}, +${additions} −${deletions}</span></li>`,
  );
  return html`<p class="faint">${thread.files.length} files changed</p>
    <ul class="rows">
      ${rows}
    </ul>`;
}

function drawItem(state: State, item: Said, context: MarkdownContext): Html {
  if (item.kind === 'event') return html`<p class="event">${describe(state, item)}</p>`;
  if (item.kind === 'thread') return drawThread(state, item, context);
  const login = shownAt(state, item.by);
  const isOurs = item.by === `${state.app.slug}[bot]`;
  return html` <section class="said" id="${item.anchor}">
    <div class="face${isOurs ? ' bot' : ''}" aria-hidden="true">${initials(login)}</div>
    <div class="box${isOurs ? ' ours' : ''}">
      <div class="who">
        <b>${login}</b>${isOurs ? html`<span class="label">app</span>` : nothing} ${item.verb} on
        ${spellMoment(item.at)}
      </div>
      <div class="text">${text(item.body, context)}</div>
    </div>
  </section>`;
}

function drawThread(state: State, item: Extract<Said, { kind: 'thread' }>, context: MarkdownContext): Html {
  const replies = item.comments.map(
    ({ id, author, at, body }) =>
      html`<div class="reply" id="discussion_r${id}">
        <b>${shownAt(state, author)}</b> <span class="faint">on ${spellMoment(at)}</span>
        <div class="text">${text(body, context)}</div>
      </div>`,
  );
  const marks = [item.outdated ? 'outdated' : '', item.resolved ? 'resolved' : ''].filter(
    (one) => one !== '',
  );
  return html` <section class="thread">
    <div class="where"><code>${item.path}</code>, line ${item.line}${labelsOf(marks)}</div>
    ${replies}
  </section>`;
}

function text(body: string, context: MarkdownContext): Html {
  return body.trim() === ''
    ? html`<span class="empty">Nothing was written.</span>`
    : drawMarkdown(body, context);
}

function describe(state: State, { by, verb, at }: Extract<Said, { kind: 'event' }>): Html {
  return html`<b>${shownAt(state, by)}</b> ${verb} on ${spellMoment(at)}`;
}

function initials(login: string): string {
  return login.replace('[bot]', '').slice(0, 2).toUpperCase();
}
