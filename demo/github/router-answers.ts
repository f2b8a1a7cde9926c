import { invalid } from './router-problem.ts';
import type { Answer, Call } from './router.ts';

/** GitHub's pages: 30 entries where nothing else is asked for, and never more than this. */
const LARGEST_PAGE = 100;

export function ok(body: unknown): Answer {
  return { status: 200, body, headers: {} };
}

export function created(body: unknown): Answer {
  return { status: 201, body, headers: {} };
}

export function noContent(): Answer {
  return { status: 204, body: undefined, headers: {} };
}

/** One page of a list, each entry in its shape, with a `link` header to the other pages. */
export function paged<T>(call: Call, all: readonly T[], shape: (entry: T) => unknown): Answer {
  const { entries, headers } = pageOf(call, all);
  return { status: 200, body: entries.map((entry) => shape(entry)), headers };
}

/** The entries of the page that is asked for, for lists that GitHub wraps. */
export function pageOf<T>(
  call: Call,
  all: readonly T[],
): { readonly entries: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const size = Math.min(LARGEST_PAGE, numberIn(call, 'per_page', 30));
  const page = numberIn(call, 'page', 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const links = [
    ...(page > 1 ? [link(call, page - 1, 'prev'), link(call, 1, 'first')] : []),
    ...(page < last ? [link(call, page + 1, 'next'), link(call, last, 'last')] : []),
  ];
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') };
  return { entries: all.slice((page - 1) * size, page * size), headers };
}

function link(call: Call, page: number, rel: string): string {
  const url = new URL(`${call.base}${call.url.pathname}${call.url.search}`);
  url.searchParams.set('page', String(page));
  return `<${url.href}>; rel="${rel}"`;
}

function numberIn(call: Call, name: string, otherwise: number): number {
  const value = Number(call.url.searchParams.get(name) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

/** A text of the body; null where there is none. Throws a Problem (422) for anything else. */
export function textIn(call: Call, name: string): string | null {
  const value = call.body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid(`"${name}" is not a string.`);
  return value;
}

/** A text that has to be there. */
export function textNeeded(call: Call, name: string): string {
  const value = textIn(call, name);
  if (value === null || value === '') throw invalid(`"${name}" wasn't supplied.`);
  return value;
}

/** Texts of the body, bare or as `{ name }`; null where there are none. */
export function textsIn(call: Call, name: string): readonly string[] | null {
  const value = call.body[name];
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw invalid(`"${name}" is not an array.`);
  return value.map((entry: unknown) => named(entry, name));
}

function named(entry: unknown, name: string): string {
  if (typeof entry === 'string') return entry;
  const inside = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : null;
  if (typeof inside !== 'string') throw invalid(`"${name}" holds something that is not a string.`);
  return inside;
}

/** What the path says, by the name of its placeholder. */
export function parameter(call: Call, name: string): string {
  return call.parameters[name] ?? '';
}

/** A number in the path; -1, which nothing has, where it is none. */
export function numberParameter(call: Call, name: string): number {
  const value = Number(parameter(call, name));
  return Number.isSafeInteger(value) ? value : -1;
}

/** GitHub's longest text. */
export function checkLength(text: string | null): void {
  if (text !== null && text.length > 65_536) throw invalid('body is too long (maximum is 65536 characters)');
}
