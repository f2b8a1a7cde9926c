import { createHash } from 'node:crypto';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { style } from './style.ts';

export type Page = { readonly status: number; readonly title: string; readonly content: Html };

/** Nothing runs, nothing is loaded, nothing is sent: only text and the one style. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A whole document. */
export function document({ title, content }: Page): string {
  const whole = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      <style>
        ${{ html: style }}
      </style>
      <header class="top">
        <a href="/">Groundwork’s demo</a>
        <span class="faint">· a local GitHub, as it looks at the end of the story</span>
      </header>
      <main>${content}</main>
    </html> `;
  return whole.html;
}

export function missing(): Page {
  return {
    status: 404,
    title: 'Not found',
    content: html`<h1 class="title">There is no page here</h1>
      <p><a href="/">Back to the start</a></p>`,
  };
}

/** `2026-03-18T08:05:00Z` as `18 March 2026, 08:05`. */
export function spellMoment(at: string): string {
  return `${new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
    .format(new Date(at))
    .replace(' at ', ', ')} UTC`;
}
