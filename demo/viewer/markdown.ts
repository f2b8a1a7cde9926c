import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Html } from './html.ts';
import { withReferences } from './references.ts';
import type { Knows } from './references.ts';

type HtmlExtension = ReturnType<typeof gfmHtml>;
type Handle = NonNullable<NonNullable<HtmlExtension['enter']>['htmlFlow']>;
type Compiler = ThisParameterType<Handle>;

export type MarkdownContext = {
  /** `owner/name` of the repository in which the text stands. */
  readonly repository: string;
  /** What links in the texts begin with, where they lead to the local GitHub: here they lead to the viewer. */
  readonly base: string;
  readonly knows: Knows;
};

/** Draws what people and the app wrote as GitHub does. Nothing in it can act, whatever was written. */
export function drawMarkdown(text: string, context: MarkdownContext): Html {
  const drawn = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(), carefulHtml],
  });
  return { html: withReferences(closed(led(drawn, context.base)), context) };
}

/** Tags that mean nothing but a look. GitHub allows some more; the texts here need no others. */
const allowed = ['details', 'summary', 'b', 'sub', 'sup', 'kbd', 'br'] as const;

const pieces = new RegExp(`<!--[\\s\\S]*?(?:-->|$)|<(/?)(${allowed.join('|')})\\s*/?>`, 'gi');

/** HTML inside Markdown: the allowed tags stay, hidden comments stay hidden, everything else shows as text. */
const carefulHtml: HtmlExtension = {
  enter: {
    htmlFlow() {
      this.lineEndingIfNeeded();
      this.buffer();
    },
    htmlText() {
      this.buffer();
    },
  },
  exit: { htmlFlow: writeHtml, htmlText: writeHtml },
};

/** What was drawn of it so far is thrown away. */
function writeHtml(this: Compiler, token: Parameters<Handle>[0]): undefined {
  this.resume();
  const source = this.sliceSerialize(token);
  let written = 0;
  for (const match of source.matchAll(pieces)) {
    this.raw(encoded(this, source.slice(written, match.index)));
    written = match.index + match[0].length;
    const [, slash, name] = match;
    // As a tag, so that it is left out where no tag can stand: in the description of an image.
    if (name !== undefined) this.tag(`<${slash ?? ''}${name.toLowerCase()}>`);
  }
  this.raw(encoded(this, source.slice(written)));
}

/** What is HTML already may name a character (`&amp;`): that stays a name, and is not spelt out. */
function encoded(compiler: Compiler, text: string): string {
  return compiler.encode(text).replaceAll(/&amp;(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});)/gi, '&');
}

/** Ends what somebody began and did not end, so that it ends with their text. */
function closed(drawn: string): string {
  const open = allowed
    .filter((name) => name !== 'br')
    .map((name) => {
      const missing = count(drawn, `<${name}>`) - count(drawn, `</${name}>`);
      return `</${name}>`.repeat(Math.max(0, missing));
    });
  return `${drawn}${open.join('')}`;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function led(drawn: string, base: string): string {
  return drawn.replaceAll(`href="${base}/`, 'href="/');
}
