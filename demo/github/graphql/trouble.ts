/** An error inside an answer of GraphQL, with GitHub's `type` beside its message. */
export class GraphqlTrouble extends Error {
  override readonly name = 'GraphqlTrouble';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Something of GitHub's schema that the local GitHub does not know how to answer. Never answered with null. */
export class Unbuilt extends Error {
  override readonly name = 'Unbuilt';
}

export function couldNotResolve(what: string): GraphqlTrouble {
  return new GraphqlTrouble('NOT_FOUND', `Could not resolve to ${what}.`);
}
