import type { ChangeFacts, CommentFacts, Facts } from '../evidence/facts.ts';

const document = /\.(?:md|mdx|rst|adoc)$/iu;
/** Every folder has these: their names alone name nothing. */
const everywhere = /(?:^|\/)(?:readme|index|changelog|contributing|license)\.\w+$/iu;
/** A name without a folder is looked for only where it is long enough to be nobody else's. */
const ownName = 16;

/** What other people wrote since that names a document of this change by its path: somebody works by it. */
export function linksTo(change: ChangeFacts, since: readonly Facts[]): readonly Facts[] {
  const names = change.files.flatMap(({ path, additions }) => (additions > 0 ? namesOf(path) : []));
  if (names.length === 0) return [];
  const own = new Set([change.author, ...change.coAuthors].map(({ key }) => key));
  return since.filter(
    (later) =>
      later.key !== change.key &&
      textsOf(later, own).some((text) => names.some((name) => text.includes(name))),
  );
}

function namesOf(path: string): readonly string[] {
  if (!document.test(path) || everywhere.test(path)) return [];
  const [file = ''] = path.split('/').slice(-1);
  if (file.length >= ownName) return [file];
  const short = path.split('/').slice(-2).join('/');
  return short.includes('/') ? [short] : [];
}

/** The words of others: whoever wrote the document may name it as often as they like. */
function textsOf(later: Facts, own: ReadonlySet<string>): readonly string[] {
  const said = later.kind === 'change' ? [...later.comments, ...remarksOf(later)] : later.comments;
  const written = own.has(later.author.key) ? [] : [`${later.title}\n${later.body}`];
  return [...written, ...said.filter(({ author }) => !own.has(author.key)).map(({ body }) => body)];
}

function remarksOf({ threads }: ChangeFacts): readonly CommentFacts[] {
  return threads.flatMap(({ comments }) => comments);
}
