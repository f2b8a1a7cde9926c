/** Where an issue or pull request is shown; null where there is none. */
export type Knows = (repository: string, number: number) => string | null;

type Context = { readonly repository: string; readonly knows: Knows };

const tag = /(<[^>]*>)/;
const quiet = /^<(\/?)(?:a|code|pre)\b/;
const reference = /(?<![\w/#&.-])(?:([\w.-]+\/[\w.-]+))?#(\d{1,9})\b/g;

/** Makes `#412` and `owner/name#412` links where they name something that is there: not in code, nor in other links. */
export function withReferences(drawn: string, context: Context): string {
  let depth = 0;
  const parts = drawn.split(tag).map((part) => {
    const [whole, slash] = quiet.exec(part) ?? [];
    if (whole !== undefined) depth += slash === '/' ? -1 : 1;
    return depth > 0 || part.startsWith('<') ? part : linked(part, context);
  });
  return parts.join('');
}

function linked(text: string, { repository, knows }: Context): string {
  return text.replaceAll(reference, (whole, named: string | undefined, number: string) => {
    const address = knows(named ?? repository, Number(number));
    return address === null ? whole : `<a href="${address}">${whole}</a>`;
  });
}
