import { Kind } from 'graphql';
import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';

export type Cost = { readonly requests: number; readonly points: number; readonly nodes: number };

/**
 * GitHub's formula: a connection is asked for once per entry of the connections around it; a hundred such requests
 * are a point; every entry that may come back is a node.
 */
export function costOf(document: DocumentNode): Cost {
  const all = document.definitions.flatMap((definition) =>
    'selectionSet' in definition && definition.selectionSet ? [within(definition.selectionSet, 1)] : [],
  );
  const { requests, nodes } = sum(all);
  return { requests, nodes, points: Math.max(1, Math.round(requests / 100)) };
}

type Count = { readonly requests: number; readonly nodes: number };

function within(set: SelectionSetNode, times: number): Count {
  return sum(
    set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return ofField(selection, times);
      return selection.kind === Kind.INLINE_FRAGMENT
        ? within(selection.selectionSet, times)
        : { requests: 0, nodes: 0 };
    }),
  );
}

function ofField(field: FieldNode, times: number): Count {
  const size = pageSize(field);
  const below = field.selectionSet
    ? within(field.selectionSet, times * (size ?? 1))
    : { requests: 0, nodes: 0 };
  return size === null ? below : sum([{ requests: times, nodes: times * size }, below]);
}

function pageSize({ arguments: given = [] }: FieldNode): number | null {
  const first = given.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
  return first?.kind === Kind.INT ? Number(first.value) : null;
}

function sum(counts: readonly Count[]): Count {
  const requests = counts.reduce((total, count) => total + count.requests, 0);
  return { requests, nodes: counts.reduce((total, count) => total + count.nodes, 0) };
}
