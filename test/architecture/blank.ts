/**
 * The source with comments, and the insides of strings, templates and regular expressions, turned to spaces.
 * Length and lines stay the same, quotes stay, and code inside `${}` stays: what is left is what runs.
 */
export function blank(source: string): string {
  const out: string[] = [];
  const depths: number[] = [];
  let depth = 0;
  let before = '';
  for (let at = 0; at < source.length;) {
    const token = tokenAt(source, at, before, depths.at(-1) === depth && depths.length > 0);
    out.push(token.code ? token.text : hollow(token.text));
    if (token.closesTemplatePart) depths.pop();
    if (token.text === '{') depth += 1;
    if (token.text === '}' && !token.closesTemplatePart) depth -= 1;
    if (token.opensTemplatePart) depths.push(depth);
    if (token.text.trim() !== '' && !token.comment) before = token.opensTemplatePart ? '(' : token.text;
    at += token.text.length;
  }
  return out.join('');
}

type Token = {
  readonly text: string;
  readonly code: boolean;
  readonly comment: boolean;
  readonly opensTemplatePart: boolean;
  readonly closesTemplatePart: boolean;
};

const COMMENT = /\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y;
const QUOTED = /'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?/y;
const TEMPLATE = /[`}](?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)?/y;
const EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const WORD = /[\w$]+|\s+|[^]/y;

// After these a slash begins a regular expression; after anything else it divides.
const BEFORE_EXPRESSION = /^(?:[(,=:[!&|?{;+\-*%>~^]|return|typeof|case|in|of|void|throw|else|yield|await)?$/;

function tokenAt(source: string, at: number, before: string, endsPart: boolean): Token {
  const comment = match(COMMENT, source, at);
  if (comment !== null) return marked(comment, { comment: true });
  const quoted = match(QUOTED, source, at);
  if (quoted !== null) return marked(quoted);
  if (source[at] === '`' || (source[at] === '}' && endsPart)) return templateAt(source, at);
  const expression = BEFORE_EXPRESSION.test(before) ? match(EXPRESSION, source, at) : null;
  if (expression !== null) return marked(expression);
  return marked(match(WORD, source, at) ?? '', { code: true });
}

function templateAt(source: string, at: number): Token {
  const text = match(TEMPLATE, source, at) ?? '';
  return marked(text, { opensTemplatePart: text.endsWith('${'), closesTemplatePart: source[at] === '}' });
}

function marked(text: string, marks: Partial<Token> = {}): Token {
  return { code: false, comment: false, opensTemplatePart: false, closesTemplatePart: false, ...marks, text };
}

function match(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

/** Only the first and the last character stay when they are quotes or slashes; line ends stay everywhere. */
function hollow(text: string): string {
  const inside = text.slice(1, -1).replaceAll(/[^\n]/g, ' ');
  return text.length < 2 ? edge(text) : edge(text[0] ?? '') + inside + edge(text.at(-1) ?? '');
}

function edge(character: string): string {
  return /['"`\n]/.test(character) ? character : ' ';
}
