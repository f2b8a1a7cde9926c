import { withoutTemplate } from '../template.ts';

const writtenByGitHub =
  /^[ \t]*(?:this reverts (?:commit|pull request)\b|reverts? [\w./#:-]{1,120}\s*$|(?:manual )?(?:backport|cherry[- ]?pick)s? (?:of )?[\w./#:-]{1,120}\s*$|\(cherry[- ]picked from\b)/iu;
const box = /^[ \t]*[-*+] \[[ xX]\]/u;
const paragraph = /^[ \t]*(?:$|[-*+#>]|\d{1,3}\.)/u;

/** What the author wrote: the description without template, ticked boxes, and what GitHub puts there itself. */
export function toldIn(body: string): string {
  return withoutTemplate(withoutBoxes(body))
    .text.split('\n')
    .map((line) => (writtenByGitHub.test(line.slice(0, 400)) ? afterSentence(line) : line))
    .join('\n')
    .trim();
}

/** A box is the template's sentence, ticked or not, and so are the lines that it runs over. */
function withoutBoxes(text: string): string {
  let inBox = false;
  const lines = text.split('\n').filter((line) => {
    inBox = box.test(line) || (inBox && !paragraph.test(line));
    return !inBox;
  });
  return lines.join('\n');
}

/** "This reverts commit 12ab. It slowed the search." keeps the second sentence: that one a person wrote. */
function afterSentence(line: string): string {
  const stop = line.indexOf('. ');
  return stop < 0 ? '' : line.slice(stop + 2);
}
