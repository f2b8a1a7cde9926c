import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Node = {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
};

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

function read(markdown: string): readonly Node[] {
  return nodesOf(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

/** Addresses of links, of what they refer to, and of pictures: in order. */
export function linksIn(markdown: string): readonly string[] {
  return read(markdown)
    .filter(({ type }) => type === 'link' || type === 'definition' || type === 'image')
    .flatMap(({ url }) => url ?? []);
}

/** What can stand behind `#` for each heading: as GitHub makes it of its words. */
export function anchorsIn(markdown: string): readonly string[] {
  const counts = new Map<string, number>();
  return read(markdown)
    .filter(({ type }) => type === 'heading')
    .map((heading) => {
      const anchor = wordsOf(heading)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
      const before = counts.get(anchor) ?? 0;
      counts.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    });
}

function wordsOf(heading: Node): string {
  return nodesOf(heading)
    .filter(({ type }) => type === 'text' || type === 'inlineCode')
    .map(({ value }) => value ?? '')
    .join('');
}
