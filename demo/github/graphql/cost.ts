import { Kind } from 'graphql';
import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionSetNode, ValueNode } from 'graphql';
import { GraphqlTrouble } from './trouble.ts';

/** What GitHub charges for a query: points from the hourly budget, for so many nodes at most. */
export type Cost = { readonly points: number; readonly nodes: number };

type Variables = Readonly<Record<string, unknown>>;
type Sum = { requests: number; nodes: number };
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A query that asks for more is refused. */
const MOST_NODES = 500_000;

/**
 * By GitHub's formula: the requests that it takes to fill every connection, each as often as its parents' pages are
 * long, in hundreds; never less than one point.
 */
export function costOf(document: DocumentNode, variables: Variables): Cost {
  const sum: Sum = { requests: 0, nodes: 0 };
  const fragments: Fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      add(sum, definition.selectionSet, 1, fragments, variables);
  }
  if (sum.nodes > MOST_NODES) throw tooMany(sum.nodes);
  return { points: Math.max(1, Math.round(sum.requests / 100)), nodes: sum.nodes };
}

function add(
  sum: Sum,
  set: SelectionSetNode | undefined,
  times: number,
  fragments: Fragments,
  variables: Variables,
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      add(sum, fragments.get(selection.name.value)?.selectionSet, times, fragments, variables);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(sum, selection.selectionSet, times, fragments, variables);
    } else {
      addField(sum, selection, times, fragments, variables);
    }
  }
}

function addField(
  sum: Sum,
  field: FieldNode,
  times: number,
  fragments: Fragments,
  variables: Variables,
): void {
  const size = pageSize(field, variables);
  if (size === null) return add(sum, field.selectionSet, times, fragments, variables);
  sum.requests += times;
  sum.nodes += times * size;
  add(sum, field.selectionSet, times * size, fragments, variables);
}

function pageSize(field: FieldNode, variables: Variables): number | null {
  const bound = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  return bound === undefined ? null : numberOf(bound.value, variables);
}

function numberOf(value: ValueNode, variables: Variables): number | null {
  if (value.kind === Kind.INT) return Number(value.value);
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : null;
  return typeof given === 'number' ? given : null;
}

function tooMany(nodes: number): GraphqlTrouble {
  return new GraphqlTrouble(
    'MAX_NODE_LIMIT_EXCEEDED',
    `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${MOST_NODES}.`,
  );
}
