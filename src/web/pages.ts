import { createHash } from 'node:crypto';
import type { AccountRow, Publication, Store } from '../ports/store.ts';
import { plain } from './answer.ts';
import type { Answer } from './answer.ts';
import { isSameKey, previewKey } from './keys.ts';

/** All that is needed of the store. */
type Shelf = {
  readonly accounts: Pick<Store['accounts'], 'list'>;
  readonly publications: Pick<Store['publications'], 'held' | 'heldText'>;
  readonly people: Pick<Store['people'], 'find'>;
};

export type PreviewOptions = {
  readonly store: Shelf;
  readonly webhookSecret: string;
};

/** Answers what is below `/preview`; null where there is no such page. */
export type Pages = (path: string, query: URLSearchParams) => Promise<Answer | null>;

/** Where the preview is read, with its key. Give it only to those who may read every report. */
export function previewPath(webhookSecret: string): string {
  return `/preview?key=${previewKey(webhookSecret)}`;
}

/** What would have been posted on GitHub and is kept back: a list, and one text at a time. */
export function previewPages({ store, webhookSecret }: PreviewOptions): Pages {
  const key = previewKey(webhookSecret);
  return async (path, query) => {
    if (path !== '/preview' && !path.startsWith('/preview/')) return null;
    if (!isSameKey(query.get('key') ?? '', key)) return plain(403, withoutKey);
    if (path === '/preview') return page('Kept back', await listOf(store, key));
    const [account, name] = partsOf(path);
    const text = account === null || name === null ? null : await store.publications.heldText(account, name);
    return text === null
      ? plain(404, 'Nothing is kept back here. It may have been posted by now.')
      : plain(200, text);
  };
}

const withoutKey =
  'This page shows what Groundwork would post, to those who have its key. `npm run doctor` prints the link, on the machine that runs Groundwork.';

function partsOf(path: string): readonly [account: number | null, name: string | null] {
  const [account = '', name = '', ...more] = path.slice('/preview/'.length).split('/');
  if (more.length > 0 || !/^[1-9]\d{0,14}$/.test(account)) return [null, null];
  return [Number(account), decoded(name)];
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

async function listOf(store: Shelf, key: string): Promise<string> {
  const accounts = await store.accounts.list();
  const lists = await Promise.all(accounts.map((account) => listOfAccount(store, account, key)));
  const found = lists.filter((list) => list !== '').join('\n');
  return found || '<p>Nothing is kept back: whatever there was to post stands on GitHub.</p>';
}

async function listOfAccount(store: Shelf, { account, login }: AccountRow, key: string): Promise<string> {
  const held = await store.publications.held(account);
  if (held.length === 0) return '';
  const rows = await Promise.all(held.map((publication) => rowOf(store, publication, key)));
  return `<h2>${escaped(login ?? `Account ${account}`)}</h2>\n<ul>\n${rows.join('\n')}\n</ul>`;
}

async function rowOf(store: Shelf, publication: Publication, key: string): Promise<string> {
  const { account, person, kind, heldBecause, heldAt } = publication;
  const who = person === null ? null : await store.people.find(account, person);
  const address = `/preview/${account}/${encodeURIComponent(publication.key)}?key=${key}`;
  const title = [kind, who?.login ?? null, heldAt?.slice(0, 10) ?? null].filter((part) => part !== null);
  const because = heldBecause === null ? '' : `<br>${escaped(heldBecause)}`;
  return `<li><a href="${escaped(address)}">${escaped(title.join(' · '))}</a>${because}</li>`;
}

const style =
  'body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}li{margin:.5rem 0}';

function page(title: string, content: string): Answer {
  const styleHash = createHash('sha256').update(style).digest('base64');
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
    },
    body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Groundwork</title>
<style>${style}</style>
<h1>${title}</h1>
<p>This is what Groundwork would have posted on GitHub. Each text is about a person: share it with nobody but them and those who may read their report.</p>
${content}
</html>
`,
  };
}

/** Other people's words as HTML that shows them and does nothing else. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
