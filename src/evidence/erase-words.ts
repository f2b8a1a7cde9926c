import type { Actor, Facts } from './facts.ts';

/** Who stands where somebody had themselves erased. */
const nobody: Actor = { key: 'erased', label: 'somebody', type: 'user' };

/**
 * The facts without anything that these people wrote, and without their names where they only had a part. What others
 * wrote stays as it is. `erased`: keys such as `github:583231`.
 */
export function withoutWords<Known extends Facts>(facts: Known, erased: ReadonlySet<string>): Known {
  if (erased.size === 0) return facts;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape: only texts and names are others
  return erasedIn(facts, erased) as Known;
}

function erasedIn(value: unknown, erased: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => erasedIn(item, erased));
  if (!isObject(value)) return value;
  if (isOneOf(value, erased)) return nobody;
  const { author } = value;
  const isTheirs = isObject(author) && isOneOf(author, erased);
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] =>
    isTheirs && isText(name) ? [name, ''] : [name, erasedIn(inner, erased)],
  );
  return Object.fromEntries(entries);
}

function isText(name: string): boolean {
  return name === 'title' || name === 'body';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether it is a person, and one of these. */
function isOneOf(value: Readonly<Record<string, unknown>>, people: ReadonlySet<string>): boolean {
  const { key, label, type } = value;
  return typeof key === 'string' && typeof label === 'string' && type !== undefined && people.has(key);
}
