import type { Asked } from './field.ts';
import { Unbuilt } from './trouble.ts';

/** A text argument; '' where it is missing. */
export function text({ given }: Asked, name: string): string {
  const value = given[name];
  return typeof value === 'string' ? value : '';
}

/** A whole number argument; -1, which nothing has, where it is missing. */
export function number({ given }: Asked, name: string): number {
  const value = given[name];
  return typeof value === 'number' ? value : -1;
}

/** A list argument; null where it is missing. */
export function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : null;
}

/** The entries of an input object. */
export function inside(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** In the order of `orderBy`, over the times that a subject has; as created where nothing is said. */
export function inOrder<
  T extends { readonly createdAt: string; readonly updatedAt: string; readonly number: number },
>(asked: Asked, all: readonly T[]): readonly T[] {
  const order = inside(asked.given['orderBy']);
  const field = order.get('field') ?? 'CREATED_AT';
  if (field !== 'CREATED_AT' && field !== 'UPDATED_AT') throw unbuiltOrder(asked, field);
  const time = (entry: T): string => (field === 'UPDATED_AT' ? entry.updatedAt : entry.createdAt);
  const rising = all.toSorted(
    (one, other) => time(one).localeCompare(time(other)) || one.number - other.number,
  );
  return order.get('direction') === 'DESC' ? rising.toReversed() : rising;
}

/** By name, or as `orderBy` says. */
export function byName<T extends { readonly name: string }>(asked: Asked, all: readonly T[]): readonly T[] {
  const order = inside(asked.given['orderBy']);
  const field = order.get('field') ?? 'NAME';
  if (field !== 'NAME') throw unbuiltOrder(asked, field);
  const rising = all.toSorted((one, other) => one.name.localeCompare(other.name));
  return order.get('direction') === 'DESC' ? rising.toReversed() : rising;
}

function unbuiltOrder({ field }: Asked, order: unknown): Unbuilt {
  return new Unbuilt(`The local GitHub does not order ${field} by ${String(order)}`);
}
