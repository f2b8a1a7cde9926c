import type { Issue, Pull } from '../github/state.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { addressOf } from './shelf.ts';

export function labelsOf(labels: readonly string[]): Html {
  return html`${labels.map((label) => html`<span class="label">${label}</span>`)}`;
}

export function stateBadge(thread: Issue | Pull): Html {
  const state = stateOf(thread);
  return html`<span class="badge ${state}">${state.charAt(0).toUpperCase()}${state.slice(1)}</span>`;
}

export function stateOf(thread: Issue | Pull): 'open' | 'closed' | 'merged' {
  return thread.kind === 'pull' && thread.mergedAt !== null ? 'merged' : thread.state;
}

/** One line of a list. */
export function threadLine(repository: string, thread: Issue | Pull): Html {
  const { title, number, labels } = thread;
  return html`<li>
    <a href="${addressOf(repository, thread)}">${title}</a>
    <span class="faint">#${number} · ${stateOf(thread)}</span>${labelsOf(labels)}
  </li>`;
}
