import type { GraphQLError } from 'graphql';
import { Problem } from '../router-problem.ts';
import { GraphqlTrouble, Unbuilt } from './trouble.ts';

const TYPE_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  422: 'UNPROCESSABLE',
};

/** An error as GitHub writes it: `type` for what went wrong with an answer, `extensions.code` for what is wrong with the query. */
export function answerOf(error: GraphQLError): object {
  const { message, path, locations, originalError } = error;
  const type = typeOf(originalError);
  const kind = type === null ? { extensions: { code: codeOf(error) } } : { type };
  return {
    ...kind,
    ...(path === undefined ? {} : { path }),
    locations: locations ?? [],
    message: inWords(message),
  };
}

function typeOf(error: Error | undefined): string | null {
  if (error instanceof GraphqlTrouble) return error.type;
  return error instanceof Problem ? (TYPE_OF_STATUS[error.status] ?? null) : null;
}

function codeOf({ message, originalError }: GraphQLError): string {
  if (originalError instanceof Unbuilt || message.startsWith('Cannot query field')) return 'undefinedField';
  return originalError === undefined ? 'invalidQuery' : 'localMistake';
}

/** GitHub's own words for the commonest mistake. */
function inWords(message: string): string {
  return message.replace(
    /^Cannot query field "(\w+)" on type "(\w+)".*$/s,
    "Field '$1' doesn't exist on type '$2'",
  );
}
