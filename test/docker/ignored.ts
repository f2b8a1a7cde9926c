/** Whether Docker is given a file, by `.dockerignore`: the last line that fits the path or a folder above it decides. */
export function readIgnored(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(ruleOf);
  return (path) => rules.reduce((ignored, { keeps, fits }) => (fits(path) ? !keeps : ignored), false);
}

type Rule = { readonly keeps: boolean; readonly fits: (path: string) => boolean };

function ruleOf(line: string): Rule {
  const keeps = line.startsWith('!');
  const pattern = keeps ? line.slice(1) : line;
  if (!/^(?:[\w./-]|\*(?!\*))+$/u.test(pattern))
    throw new Error(`.dockerignore: "${line}" is not understood here.`);
  const source = pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]*');
  const expression = new RegExp(`^${source}(?:/|$)`, 'u');
  return { keeps, fits: (path) => expression.test(path) };
}
