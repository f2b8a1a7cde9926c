import { createHash } from 'node:crypto';
import { unticked } from './ticks.ts';

export { splitBody } from './split-body.ts';
export { keepTicks } from './ticks.ts';

/*
 * Texts that the app posts carry one hidden line: whose text it is, so that it is found again and never posted twice,
 * and the hash of what was posted, so that an edit by a person shows. Only digests: keys hold ids of people.
 */
const markers = /<!-- groundwork:([0-9a-f]{32}):([0-9a-f]{64}) -->/gu;

/** The text with its marker at the end. Markers that it held before are gone. */
export function withMarker(body: string, key: string): string {
  const text = withoutMarker(body);
  const marker = `<!-- groundwork:${nameOf(key)}:${contentHash(text)} -->`;
  return text === '' ? `${marker}\n` : `${text}\n\n${marker}\n`;
}

/** The text alone: line ends as `\n`, no empty lines around it. */
export function withoutMarker(body: string): string {
  const text = body.replaceAll(markers, '').replaceAll(/\r\n?/gu, '\n');
  return text.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd();
}

/** Whether the text was posted under this key. Anybody can copy a marker: ask who wrote it, too. */
export function carriesMarker(body: string, key: string): boolean {
  return [...body.matchAll(markers)].some(([, name]) => name === nameOf(key));
}

/** The hash of what was once posted, whatever it says now; null where that does not show. */
export function postedHash(body: string): string | null {
  const hashes = [...body.matchAll(markers)].map(([, , hash]) => hash);
  return hashes.length === 1 ? (hashes[0] ?? null) : null;
}

/** Whether nobody has changed the text since it was posted, but for ticks. False where it has no marker. */
export function isAsPosted(body: string): boolean {
  return postedHash(body) === contentHash(body);
}

/** SHA-256, in hex, of what a text says, whatever its marker, ticks, line ends and the spaces before them. */
export function contentHash(body: string): string {
  const lines = withoutMarker(body).split('\n');
  return sha256(unticked(lines.map((line) => line.trimEnd()).join('\n')));
}

function nameOf(key: string): string {
  return sha256(key).slice(0, 32);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
