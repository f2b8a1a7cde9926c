import type { Asked } from './field.ts';
import { GraphqlTrouble } from './trouble.ts';

/** Most entries of one page. */
const LARGEST_PAGE = 100;

/** The arguments that every connection takes. */
export const pageArguments = ['first', 'last', 'after', 'before'] as const;

export type Connection = {
  readonly nodes: readonly unknown[];
  readonly edges: readonly object[];
  readonly totalCount: number;
  readonly pageInfo: object;
};

type Window = { readonly from: number; readonly to: number };

/**
 * One page of a list as GitHub pages, entries turned into things only where they are shown. `beside` is what an edge
 * tells besides its node. Throws in GitHub's words where the page has no bounds or is too large.
 */
export function connection<T>(
  asked: Asked,
  all: readonly T[],
  toNode: (entry: T) => unknown,
  beside: (entry: T) => object = () => ({}),
): Connection {
  const { from, to } = windowOf(asked, all.length);
  const shown = all.slice(from, to);
  const nodes = shown.map((entry) => toNode(entry));
  return {
    nodes,
    edges: shown.map((entry, at) => ({ ...beside(entry), node: nodes[at], cursor: cursorOf(from + at) })),
    totalCount: all.length,
    pageInfo: {
      hasNextPage: to < all.length,
      hasPreviousPage: from > 0,
      startCursor: shown.length === 0 ? null : cursorOf(from),
      endCursor: shown.length === 0 ? null : cursorOf(to - 1),
    },
  };
}

function windowOf(asked: Asked, length: number): Window {
  const first = sizeOf(asked, 'first');
  const last = sizeOf(asked, 'last');
  if (first === null && last === null) throw boundless(asked.field);
  if (first !== null && last !== null) throw bothWays(asked.field);
  const after = positionOf(asked, 'after');
  const before = positionOf(asked, 'before');
  const from = after === null ? 0 : Math.min(after + 1, length);
  const to = before === null ? length : Math.min(before, length);
  if (first !== null) return { from, to: Math.min(to, from + first) };
  return { from: Math.max(from, to - (last ?? 0)), to };
}

function sizeOf({ given, field }: Asked, bound: 'first' | 'last'): number | null {
  const size = given[bound];
  if (typeof size !== 'number') return null;
  if (size > LARGEST_PAGE) throw excessive(size, field, bound);
  if (size < 0)
    throw new GraphqlTrouble(
      'ARGUMENT',
      `\`${bound}\` on the \`${field}\` connection cannot be less than zero.`,
    );
  return size;
}

function positionOf({ given }: Asked, name: 'after' | 'before'): number | null {
  const cursor = given[name];
  if (typeof cursor !== 'string') return null;
  const position = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (position === undefined) {
    throw new GraphqlTrouble(
      'INVALID_CURSOR_ARGUMENTS',
      `\`${cursor}\` does not appear to be a valid cursor.`,
    );
  }
  return Number(position);
}

function cursorOf(position: number): string {
  return Buffer.from(`cursor:${position}`).toString('base64');
}

function boundless(field: string): GraphqlTrouble {
  return new GraphqlTrouble(
    'MISSING_PAGINATION_BOUNDARIES',
    `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
  );
}

function bothWays(field: string): GraphqlTrouble {
  return new GraphqlTrouble(
    'ARGUMENT',
    `Passing both \`first\` and \`last\` to paginate the \`${field}\` connection is not supported.`,
  );
}

function excessive(size: number, field: string, bound: string): GraphqlTrouble {
  return new GraphqlTrouble(
    'EXCESSIVE_PAGINATION',
    `Requesting ${size} records on the \`${field}\` connection exceeds the \`${bound}\` limit of ${LARGEST_PAGE} records.`,
  );
}
