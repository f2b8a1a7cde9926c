import type { Clone } from '../ports/history.ts';
import { createAttributeLookup } from '../evidence/attribute-rules.ts';
import type { AttributeLookup, AttributesFile } from '../evidence/attribute-rules.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import { runGit, streamGit } from './run.ts';
import { splitAtNul } from './tokens.ts';

const FILES_LIMIT = 200;
const SIZE_LIMIT = 256 * 1024;

/** What the `.gitattributes` of the tip say, the root's and nested ones, by two processes. */
export async function readAttributes(environment: Environment, clone: Clone): Promise<AttributeLookup> {
  const found = await findAttributesFiles(environment, clone);
  const texts = await readBlobs(
    environment,
    clone,
    found.map(({ id }) => id),
  );
  return createAttributeLookup(
    found.flatMap(({ folder, id }): AttributesFile[] => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ folder, text }];
    }),
  );
}

type Found = { readonly folder: string; readonly id: string };

async function findAttributesFiles(environment: Environment, clone: Clone): Promise<readonly Found[]> {
  const args = [...gitPrefix(clone.path), 'ls-tree', '-r', '-z', '--full-tree', clone.tip];
  const found: Found[] = [];
  for await (const tokens of splitAtNul(streamGit(environment, args))) {
    for (const token of tokens) {
      if (token.endsWith('.gitattributes')) found.push(...readEntry(token));
    }
    if (found.length >= FILES_LIMIT) break;
  }
  return found.slice(0, FILES_LIMIT);
}

/** Plain files only: a link could point anywhere. */
function readEntry(entry: string): readonly Found[] {
  const match = /^100\d{3} blob ([0-9a-f]{40,64})\t(?:([^]+)\/)?\.gitattributes$/.exec(entry);
  return match ? [{ id: match[1]!, folder: match[2] ?? '' }] : [];
}

async function readBlobs(
  environment: Environment,
  clone: Clone,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const args = [...gitPrefix(clone.path), 'cat-file', '--batch'];
  const { bytes } = await runGit(environment, args, `${ids.join('\n')}\n`);
  return readBatch(bytes);
}

/** `<id> blob <size>` and as many bytes, again and again; an object that is not there has a line of its own. */
function readBatch(bytes: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    if (end === -1) break;
    const header = /^([0-9a-f]+) blob (\d+)$/.exec(bytes.toString('latin1', at, end));
    at = end + 1;
    if (!header) continue;
    const size = Number(header[2]);
    if (size <= SIZE_LIMIT) texts.set(header[1]!, bytes.toString('utf8', at, at + size));
    at += size + 1;
  }
  return texts;
}
