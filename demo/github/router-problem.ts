/** A refusal in GitHub's words: answered as `{ message }` with the status and the headers. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** What GitHub says of things that do not exist and of things that the caller may not know of. */
export function notFound(): Problem {
  return new Problem(404, 'Not Found');
}

/** The caller has to say who they are. */
export function unknownCaller(): Problem {
  return new Problem(401, 'Requires authentication');
}

/** What was sent cannot be taken. */
export function invalid(reason: string): Problem {
  return new Problem(422, `Validation Failed: ${reason}`);
}
