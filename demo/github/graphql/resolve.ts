import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLTypeResolver } from 'graphql';
import type { Asking } from './field.ts';
import { builtFields } from './fields.ts';
import { isThing } from './thing.ts';
import { Unbuilt } from './trouble.ts';

/** Answers every field. A field that nobody built is an error, never a null that looks like an answer. */
export const resolveField: GraphQLFieldResolver<unknown, Asking> = (source, given, asking, info) => {
  if (!isThing(source)) return entryOf(source, info);
  const field = builtFields.get(source.is)?.get(info.fieldName);
  if (field === undefined) throw unbuilt(info);
  checkArguments(info, field.takes);
  return field.answer(source, { ...asking, field: info.fieldName, given });
};

/** Which of GitHub's types stands behind an interface or a union. */
export const resolveType: GraphQLTypeResolver<unknown, Asking> = (value) =>
  isThing(value) ? value.is : undefined;

/** Pages, edges and the like are plain: what they do not hold is not built. */
function entryOf(source: unknown, info: GraphQLResolveInfo): unknown {
  const entries = new Map(typeof source === 'object' && source !== null ? Object.entries(source) : []);
  if (!entries.has(info.fieldName)) throw unbuilt(info);
  return entries.get(info.fieldName);
}

function checkArguments(
  { fieldNodes, parentType, fieldName }: GraphQLResolveInfo,
  takes: readonly string[],
): void {
  const strange = fieldNodes[0]?.arguments?.find(({ name }) => !takes.includes(name.value))?.name.value;
  if (strange === undefined) return;
  throw new Unbuilt(`The local GitHub does not understand ${strange} of ${parentType.name}.${fieldName}`);
}

function unbuilt({ parentType, fieldName }: GraphQLResolveInfo): Unbuilt {
  return new Unbuilt(`The local GitHub does not answer ${parentType.name}.${fieldName}`);
}
