import { schema as github } from '@octokit/graphql-schema';
import { buildSchema, execute, GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { ok } from '../router-answers.ts';
import { invalid, Problem } from '../router-problem.ts';
import { pay } from '../router.ts';
import type { Answer, Call } from '../router.ts';
import { costOf } from './cost.ts';
import type { Cost } from './cost.ts';
import type { Asking } from './field.ts';
import { resolveField, resolveType } from './resolve.ts';
import { GraphqlTrouble } from './trouble.ts';
import { answerOf } from './trouble-answer.ts';

type Request = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operation: string | null;
};

/** A query read once: its document, or what is wrong with it. */
type Read = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Queries that are kept as read; a program sends the same few again and again. */
const MOST_KEPT = 500;

/** Answers GraphQL over GitHub's own schema, which is built with the first query. */
export function openGraphql(): (call: Call) => Promise<Answer> {
  let schema: GraphQLSchema | null = null;
  const kept = new Map<string, Read>();
  function reading(query: string): Read {
    schema ??= buildSchema(github.idl, { assumeValid: true, assumeValidSDL: true });
    const read = kept.get(query) ?? readQuery(schema, query);
    if (kept.size < MOST_KEPT) kept.set(query, read);
    return read;
  }
  return async (call) => {
    if (call.caller.kind === 'nobody' || call.caller.kind === 'app') {
      throw new Problem(401, 'This endpoint requires you to be authenticated.');
    }
    const request = requestIn(call);
    const read = reading(request.query);
    if ('errors' in read || schema === null) return failure('errors' in read ? read.errors : []);
    return answer(schema, call, read.document, request);
  };
}

async function answer(
  schema: GraphQLSchema,
  call: Call,
  document: DocumentNode,
  request: Request,
): Promise<Answer> {
  const priced = priceOf(call, document, request);
  if ('errors' in priced) return failure(priced.errors);
  const result = await execute({
    schema,
    document,
    rootValue: { is: rootOf(document) },
    contextValue: askingOf(call, priced.cost),
    variableValues: request.variables,
    operationName: request.operation,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const errors = result.errors === undefined ? {} : { errors: result.errors.map((error) => answerOf(error)) };
  return {
    ...ok({ ...(result.data === undefined ? {} : { data: result.data }), ...errors }),
    headers: priced.headers,
  };
}

function askingOf({ house, world, base, caller }: Call, cost: Cost): Asking {
  return { house, state: world.state, base, caller, cost };
}

type Priced =
  | { readonly cost: Cost; readonly headers: Readonly<Record<string, string>> }
  | { readonly errors: readonly GraphQLError[] };

/** GraphQL tells of a budget that is used up, as of a query that asks for too much, inside an answer of status 200. */
function priceOf(call: Call, document: DocumentNode, { variables }: Request): Priced {
  try {
    const cost = costOf(document, variables);
    return { cost, headers: pay(call.house, call.caller, 'graphql', cost.points) };
  } catch (error) {
    const limited = error instanceof Problem ? new GraphqlTrouble('RATE_LIMITED', error.message) : error;
    if (!(limited instanceof GraphqlTrouble)) throw error;
    return { errors: [new GraphQLError(limited.message, { originalError: limited })] };
  }
}

function readQuery(schema: GraphQLSchema, query: string): Read {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? { document } : { errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function requestIn({ body }: Call): Request {
  const { query, variables, operationName } = body;
  if (typeof query !== 'string') throw invalid('A query attribute must be specified and must be a string.');
  const given =
    typeof variables === 'object' && variables !== null ? Object.fromEntries(Object.entries(variables)) : {};
  return { query, variables: given, operation: typeof operationName === 'string' ? operationName : null };
}

function rootOf(document: DocumentNode): 'Query' | 'Mutation' {
  const changes = document.definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === OperationTypeNode.MUTATION,
  );
  return changes ? 'Mutation' : 'Query';
}

function failure(errors: readonly GraphQLError[]): Answer {
  return ok({ errors: errors.map((error) => answerOf(error)) });
}
