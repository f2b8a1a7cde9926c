/** Text that is HTML already. Whatever is not gets escaped before it stands in a page. */
export type Html = { readonly html: string };

type Value = Html | string | number | readonly Html[];

/** HTML with values in it: text is escaped, HTML stays. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const pieces = parts.map((part, index) => `${part}${spelled(values[index] ?? '')}`);
  return { html: pieces.join('') };
}

export const nothing: Html = { html: '' };

function spelled(value: Value): string {
  if (typeof value === 'object')
    return 'html' in value ? value.html : value.map((one) => one.html).join('\n');
  return escaped(String(value));
}

/** Other people's words as HTML that shows them and does nothing else. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
