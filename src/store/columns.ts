import { createHash } from 'node:crypto';
import type { Prisma } from '../generated/prisma/client.ts';

/*
 * Between the port's plain values and what the columns hold.
 * Postgres refuses NUL in any text (22P05) and half a surrogate pair in JSON (22P02). Both are made U+FFFD, one for
 * one, so that places counted in the text still hold.
 */

export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

export function cleanTextOrNull(text: string | null): string | null {
  return text === null ? null : cleanText(text);
}

/** A copy with all text in it clean, keys too. `value`: what JSON can hold. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(pairs.map(([key, inner]) => [cleanText(key), cleanJson(inner)]));
}

/** SHA-256, in hex, of the value as JSON with sorted keys: the same for the same content in any order of keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(sortedJson(value)).digest('hex');
}

/** As JSON with sorted keys, at every depth. `value`: what JSON can hold. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, inner]): [string, unknown] => [key, sortKeys(inner)]);
  return Object.fromEntries(pairs.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** For a JSON column that is never null. */
export function toJsonColumn(value: unknown): Prisma.InputJsonValue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the port's types say that it is JSON
  return cleanJson(value) as Prisma.InputJsonValue;
}

/** As `toJsonColumn`, for statements of our own: as text, to be read as jsonb. */
export function jsonText(value: unknown): string {
  return JSON.stringify(cleanJson(value));
}

/** What `toJsonColumn` put there, with its type again: only this room writes these columns. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type once, instead of asserting it
export function fromJsonColumn<Kept>(value: unknown): Kept {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read as it was written
  return value as Kept;
}

/** A column's time as the port has it: ISO 8601 in UTC, to the millisecond. */
export function isoOf(time: Date): string {
  return time.toISOString();
}

export function isoOrNull(time: Date | null): string | null {
  return time === null ? null : isoOf(time);
}

export function idOrNull(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}
